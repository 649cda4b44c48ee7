import type { Span, Text } from '../../article.js';
import { spanning } from '../../article.js';
import type { FieldValue } from './value-type.js';

/** The words of a value with those that say what it means: in `area_km2 = 12` only the label says the unit. */
export function withMeaning({ meaning }: FieldValue, words: Text): Span {
  if (!meaning) return words.span;
  const isBefore = meaning.span.begin <= words.span.begin;
  return isBefore ? spanning(meaning, words) : spanning(words, meaning);
}
