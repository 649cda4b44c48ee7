/** What other data sets call what the article is about, as the titles of its wiki say. */
import { namedNode } from '../rdf/terms.js';
import { owl } from '../rdf/vocabulary.js';
import type { Draft } from './draft.js';

export const emits = { classes: [], properties: [owl.sameAs] };

export function mapKnownElsewhere(draft: Draft): void {
  const { thing, article, options } = draft;
  const known = options.titles?.elsewhere(article.name);
  if (!known) return;
  const { wikidata, dbpedia } = known;
  if (wikidata !== null) draft.state(thing, owl.sameAs, namedNode(wikidata), undefined, 'titles/wikidata');
  if (dbpedia !== null) draft.state(thing, owl.sameAs, namedNode(dbpedia), undefined, 'titles/dbpedia');
}
