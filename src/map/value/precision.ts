/** How exact a date or a number is that is not meant exactly: a part of the subject beside the statement of it. */
import type { Literal } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { article, localWords, schema } from '../../rdf/vocabulary.js';
import type { Qualifier } from '../../value/tables.js';
import type { FieldValue } from './value-type.js';

export const precisionTerms = {
  classes: [article.Precision],
  properties: [
    schema.name,
    article.precision,
    article.property,
    article.qualifier,
    article.date,
    schema.value,
  ],
} as const;

/** Of those that are true of a date, it can be stated: what was "before 1950" was not in 1950. */
export function isStateable(qualifier: Qualifier | null): boolean {
  return qualifier !== 'before' && qualifier !== 'after';
}

export function statePrecision(
  { draft, mapping, subject, rule }: FieldValue,
  words: Text,
  qualifier: Qualifier,
  value: Literal,
): void {
  const node = draft.part('precision', localWords(mapping.property), qualifier, value.value);
  draft.state(subject, article.precision, node, words.span, rule);
  draft.describe(node, article.Precision, words, rule);
  draft.state(node, article.property, mapping.property, words.span, rule);
  draft.state(node, article.qualifier, literal(qualifier), words.span, rule);
  const isDate = /#(?:date|gYear|gYearMonth)$/.test(value.datatype.value);
  draft.state(node, isDate ? article.date : schema.value, value, words.span, rule);
}
