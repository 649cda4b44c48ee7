/** Amounts of money, dates and numbers. */
import { dateAt } from '../../../value/date.js';
import { isAmount } from '../../../value/money.js';
import { findUnit, readQuantities } from '../../../value/quantity.js';
import type { ValueTables } from '../../../value/tables.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import { one, textOf, word } from './end.js';

/** Most words of an amount: "US $ 1.5 million – $ 2 million". */
const mostAmountWords = 9;

export const moneyEnds = one((scene, at) => {
  const { words, context } = scene;
  if (scene.isQuoted(at) || !mayBeginAmount(words, at, context.tables)) return 0;
  for (let end = Math.min(words.length, at + mostAmountWords); end > at; end--) {
    if (
      words[end - 1]?.text !== '.' &&
      !goesOn(words, end) &&
      isAmount(textOf(scene, at, end), context.tables)
    )
      return end;
  }
  return 0;
});

function mayBeginAmount(
  words: readonly Word[],
  at: number,
  { currencySigns, currencyCodes }: ValueTables,
): boolean {
  const { text } = words[at] as Word;
  const next = words[at + 1]?.text ?? '';
  if (/^\d/.test(text)) return true;
  if (/^\d/.test(next) && currencyCodes.has(text)) return true;
  return currencySigns.some(({ sign }) => sign.startsWith(text)) && /^[\d\p{Sc}]/u.test(next);
}

/** Whether a number is only the first part of one: `1 @.@ 2 million`, as some corpora part numbers. */
function goesOn(words: readonly Word[], end: number): boolean {
  return words[end]?.text === '@' || words[end]?.text.startsWith('@') === true;
}

export const dateEnds = one((scene, at) => {
  const { text, words, context } = scene;
  if (scene.isQuoted(at)) return 0;
  const reading = dateAt(text.value, (words[at] as Word).begin, context.tables);
  if (!reading || !('value' in reading)) return 0;
  if (reading.value.precision === 'year' && !year.test(reading.value.year)) return 0;
  return wordEndAt(scene, at, reading.end);
});

/** Index behind the word that ends at an offset, or 0. */
function wordEndAt({ words }: Scene, from: number, offset: number): number {
  let end = from + 1;
  while (end < words.length && (words[end - 1] as Word).end < offset) end++;
  return words[end - 1]?.end === offset ? end : 0;
}

/** Numbers of four digits that are no years stand in few sentences. */
const year = /^(?:18|19|20)\d\d$/;

export const yearEnds = word(year);
export const decimalEnds = word(/^\d+(?:\.\d+)?$/);
export const integerEnds = one(integerEnd);

/** A number of things, in digits or as a word. */
export const countEnds = one((scene, at) =>
  year.test(scene.words[at]?.text ?? '') ? 0 : integerEnd(scene, at),
);

export const ordinalEnds = one(({ words, context }, at) => {
  const { lower } = words[at] as Word;
  return /^\d+(?:st|nd|rd|th)$/.test(lower) || context.tables.ordinals.has(lower) ? at + 1 : 0;
});

/** Most words of a unit: "square kilometres", "cubic metres per second". */
const mostUnitWords = 4;

/** A number with its unit: "128 km", "128-kilometre", "1,234.5 square miles". */
export const quantityEnds = one((scene, at) => {
  const { words, context } = scene;
  const { text } = words[at] as Word;
  if (scene.isQuoted(at) || !/^\d/.test(text) || goesOn(words, at + 1) || /[/@–—-]/.test(before(words, at)))
    return 0;
  const [joint, unit] = [words[at + 1], words[at + 2]];
  if (joint?.text === '-' && unit && before(words, at + 2) === '-')
    return findUnit(unit.text, context.tables) === undefined ? 0 : at + 3;
  const isOne = (end: number): boolean =>
    readQuantities(textOf(scene, at, end), context.tables).found.length === 1;
  let last = at + 1;
  while (last <= at + mostUnitWords && /^[\p{L}°%]/u.test(words[last]?.text ?? '')) last++;
  for (let end = last; end > at + 1; end--) if (isOne(end)) return end;
  return 0;
});

/** The sign right before a word, or nothing. */
function before(words: readonly Word[], at: number): string {
  const [previous, own] = [words[at - 1], words[at]];
  return previous && own && previous.end === own.begin ? previous.text : '';
}

function integerEnd({ words, context }: Scene, at: number): number {
  const { lower } = words[at] as Word;
  if (goesOn(words, at + 1) || words[at - 1]?.text.endsWith('@')) return 0;
  return /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(lower) || context.tables.numbers.has(lower) ? at + 1 : 0;
}
