/** A page that tells pages of like titles apart: it leads to each of the things that may be meant. */
import { withoutDisambiguator } from '../article/title.js';
import type { Article, Text } from '../article.js';
import { slice } from '../article.js';
import type { Problem } from '../problem.js';
import { article as articleTerms, rdf, schema } from '../rdf/vocabulary.js';
import { namespaceOf } from '../source/namespaces.js';
import type { Statement } from '../statement.js';
import type { Mappings } from './compile-mappings.js';
import type { MapOptions } from './draft.js';
import { Draft } from './draft.js';
import { labelKey } from './label-key.js';

export const emits = {
  classes: [articleTerms.Disambiguation, schema.Thing],
  properties: [schema.name, articleTerms.disambiguates],
};

const rule = 'article/disambiguation';

/**
 * States what the title of a page may mean: what its entries lead to. An entry is an item or a paragraph; what it leads to is
 * what it begins with, else a link to a page that is called the same. Others are about the things, and no meaning of the title.
 */
export function mapDisambiguation(
  article: Article,
  mappings: Mappings,
  options: MapOptions,
): { readonly statements: readonly Statement[]; readonly problems: readonly Problem[] } {
  const draft = new Draft(article, null, mappings, options);
  draft.state(draft.page, rdf.type, articleTerms.Disambiguation, undefined, rule);
  draft.state(draft.page, schema.name, draft.inLanguage(article.name), undefined, rule);
  const stated = new Set<string>();
  for (const entry of entriesOf(article, mappings)) {
    const link = meaningIn(entry, article.name, options);
    if (!link) continue;
    const [title = ''] = link.target.split('#', 1);
    const meant = draft.pageMeant(title);
    const thing = draft.thingOf(meant.title);
    if (meant.isAmbiguous || stated.has(thing.value)) continue;
    stated.add(thing.value);
    draft.stateLink(articleTerms.disambiguates, thing, meant.title, link.words, rule);
    draft.linked(meant, link.words, schema.Thing, rule);
  }
  return { statements: draft.statements, problems: draft.problems };
}

function* entriesOf({ lead, sections }: Article, { links }: Mappings): Generator<Text> {
  const others = sections.filter(({ heading }) => !links.alike.has(labelKey(heading.text.value)));
  for (const block of [...lead, ...others.flatMap(({ blocks }) => blocks)]) {
    if (block.type === 'paragraph') yield block.text;
    else if (block.type === 'list') for (const { text } of block.items) yield text;
  }
}

function meaningIn(
  entry: Text,
  name: string,
  { namespaces }: MapOptions,
): { readonly words: Text; readonly target: string } | undefined {
  const called = withoutDisambiguator(name).toLowerCase();
  const [first, ...more] = (entry.links ?? []).flatMap(({ begin, end, target }) => {
    const isArticle =
      target !== undefined && !target.startsWith('#') && namespaceOf(target, namespaces) === 0;
    return isArticle ? [{ begin, words: slice(entry, begin, end), target }] : [];
  });
  if (first && /^[\s"“”'‘’«]*$/.test(entry.value.slice(0, first.begin))) return first;
  return [first, ...more].find(
    (one) => one && withoutDisambiguator(one.target.split('#', 1)[0] ?? '').toLowerCase() === called,
  );
}
