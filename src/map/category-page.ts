/** The page of a category: a concept, and the wider ones that it is filed under. */
import type { NamedNode } from '@rdfjs/types';
import type { Article, Text } from '../article.js';
import { Iris } from '../rdf/iris.js';
import { literal } from '../rdf/terms.js';
import { rdf, skos } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import { categoryLabel } from './categories.js';

export const emits = { classes: [skos.Concept], properties: [skos.prefLabel, skos.broader] };

export interface CategoryPage {
  /** The title without the name of its namespace. */
  readonly name: string;
  readonly article: Pick<Article, 'categories'>;
}

/** What the page of a category states; its words are for those who keep it, and are not read. */
export function mapCategoryPage(
  { name, article }: CategoryPage,
  { base, language }: { readonly base: string; readonly language: string },
): Statement[] {
  const iris = new Iris(base);
  const concept = iris.category(name);
  const describe = (node: NamedNode, title: string, span?: Text['span']): Statement[] => {
    const label = literal(categoryLabel(title), language);
    const where = { rule: 'category/page', ...(span ? { span } : {}) };
    return [
      { subject: node, predicate: rdf.type, object: skos.Concept, ...where },
      { subject: node, predicate: skos.prefLabel, object: label, ...where },
    ];
  };
  const wider = article.categories.filter(({ value }) => !iris.category(value).equals(concept));
  return [
    ...describe(concept, name),
    ...wider.flatMap(({ value, span }): Statement[] => {
      const broader = iris.category(value);
      return [
        { subject: concept, predicate: skos.broader, object: broader, span, rule: 'category/page' },
        ...describe(broader, value, span),
      ];
    }),
  ];
}
