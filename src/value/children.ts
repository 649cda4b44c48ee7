/** A number of people, and the names of some or all of them: `4`, `2, including Ann Lee`, `Ann Lee and Bo Roe`. */
import type { Numeral } from './number.js';
import { isInteger, readNumeral } from './number.js';
import type { Range } from './pieces.js';
import { trimRange } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface NumberOrNames {
  readonly number: (Range & { readonly value: Numeral }) | null;
  /** The words in which names may stand. */
  readonly names: Range | null;
}

const numbered = /^\s*(\d{1,3}|\p{L}+)(?:\s+(?:children|sons|daughters|in total))?(?=\s*$|[\s,;:(])/iu;
const joined = /^[\s,;:(]*(?:incl\.|including|inc\.|among them)?[\s:]*/i;

export function readNumberOrNames(text: string, { numbers }: ValueTables): NumberOrNames {
  const all = trimRange(text, 0, text.length);
  const [whole = '', word = ''] = numbered.exec(text) ?? [];
  const value = numberOf(word, numbers);
  if (value === null) return { number: null, names: all };
  const rest = text.slice(whole.length);
  // "2 sons, 3 daughters" are five.
  const next = /^[\s,;]*(?:(?:and|&)\s+)?([\p{L}\p{N}]+)/iu.exec(rest)?.[1];
  if (next !== undefined && numberOf(next, numbers) !== null) return { number: null, names: all };
  const from = whole.length + (joined.exec(rest)?.[0].length ?? 0);
  const names = trimRange(text, from, text.trimEnd().endsWith(')') ? text.lastIndexOf(')') : text.length);
  return {
    number: { ...trimRange(text, 0, whole.length), value },
    names: names.begin < names.end ? names : null,
  };
}

/** A whole number, in digits or in a word. */
function numberOf(word: string, numbers: ValueTables['numbers']): Numeral | null {
  const spelled = numbers.get(word.toLowerCase());
  const value = readNumeral(word) ?? (spelled === undefined ? null : String(spelled));
  return value !== null && isInteger(value) ? value : null;
}
