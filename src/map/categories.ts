/** What the article is filed under: categories are concepts (https://www.w3.org/TR/skos-reference/). */

import { dcterms, rdf, skos } from '../rdf/vocabulary.js';
import { upperFirst } from '../source/upper-first.js';
import type { Draft } from './draft.js';

export const emits = { classes: [skos.Concept], properties: [dcterms.subject, skos.prefLabel] };

const rule = 'article/category';

/** What a category is called: its title, as a page has it. */
export function categoryLabel(title: string): string {
  return upperFirst(title.replaceAll('_', ' '));
}

export function mapCategories(draft: Draft): void {
  for (const category of draft.article.categories) {
    const { value, span } = category;
    const concept = draft.categoryOf(value);
    const label = draft.inLanguage(categoryLabel(value));
    draft.state(draft.page, dcterms.subject, concept, span, rule);
    draft.state(concept, rdf.type, skos.Concept, span, rule);
    draft.state(concept, skos.prefLabel, label, span, rule);
  }
}
