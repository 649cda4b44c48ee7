/**
 * What sort of character stands at a place, found once for each character and then looked up: a regular expression with
 * classes of Unicode takes many times as long.
 */

export const upper = 1;
export const letter = 2;
export const mark = 4;
/** `\p{N}`; of these, 0 to 9 are digits. */
export const number = 8;
export const digit = 16;
export const space = 32;
/** Two UTF-16 units that are one character. */
export const pair = 64;

/** Has been looked at. */
const known = 128;

const sorts: readonly (readonly [RegExp, number])[] = [
  [/^\p{Lu}$/u, upper],
  [/^\p{L}$/u, letter],
  [/^\p{M}$/u, mark],
  [/^\p{N}$/u, number],
  [/^\d$/, digit],
  [/^\s$/, space],
];

const byUnit = new Uint8Array(0x10000);
const byPair = new Map<number, number>();
const mostPairs = 10_000;

/** The bits of the character that begins at a place; none behind the end of the text. */
export function classAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? byUnit[text.charCodeAt(at)] || find(text, at) : 0;
}

/** The bits of the character that ends at a place. */
export function classBefore(text: string, at: number): number {
  const unit = text.charCodeAt(at - 1);
  const isPair = unit >= 0xdc00 && unit < 0xe000 && (classAt(text, at - 2) & pair) !== 0;
  return classAt(text, isPair ? at - 2 : at - 1);
}

/** Whether the character at a place is white space. */
export function isSpaceAt(text: string, at: number): boolean {
  return (classAt(text, at) & space) !== 0;
}

function find(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  // What the first half of a pair is depends on the second.
  if (unit >= 0xd800 && unit < 0xdc00) return classOfPair(text.codePointAt(at) as number);
  const bits = bitsOf(String.fromCharCode(unit));
  byUnit[unit] = bits;
  return bits;
}

function classOfPair(codePoint: number): number {
  if (codePoint < 0x10000) return known;
  const found = byPair.get(codePoint);
  if (found !== undefined) return found;
  const bits = bitsOf(String.fromCodePoint(codePoint)) | pair;
  if (byPair.size < mostPairs) byPair.set(codePoint, bits);
  return bits;
}

function bitsOf(character: string): number {
  let bits = known;
  for (const [pattern, bit] of sorts) if (pattern.test(character)) bits |= bit;
  return bits;
}
