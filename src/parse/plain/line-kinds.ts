/** What a line of plain text is. Offsets are UTF-16 units of the whole source. */
import type { Line } from '../locator.js';
import { firstInk, isSpace } from '../locator.js';

export { firstInk } from '../locator.js';

/** Longest label of an infobox; a longer stretch before a colon is a sentence. */
export const longestLabel = 60;

/** What begins an item wherever it stands, and what does so only in a run of items. */
const sureBullets = '-*•';
const otherBullets = '·+–—◦‣▪●○■►';

export interface Bullet {
  /** Depth of the marker: columns of white space before it and marker characters beyond the first. */
  readonly indent: number;
  /** Where its text begins. */
  readonly begin: number;
  readonly end: number;
  /** The marker, `1` for numbers. */
  readonly marker: string;
  /** Whether it is an item even if it stands alone. */
  readonly isSure: boolean;
}

/** Whether nothing is to be read on a line; a heading without words is nothing. */
export function isBlank(text: string, line: Line): boolean {
  return firstInk(text, line) === line.end || isEmptyHeading(text, line);
}

/** `== ==`: a heading without words. */
export function isEmptyHeading(text: string, line: Line): boolean {
  const begin = firstInk(text, line);
  if (text.charAt(begin) !== '=') return false;
  const end = lastInk(text, line);
  return text.charAt(end - 1) === '=' && end - begin < 200 && /^(={1,6})\s+\1$/.test(text.slice(begin, end));
}

/** `- x`, `* x`, `• x`, also indented or doubled (`-- x`, `** x`); `1. x` and others, which are less sure. */
export function bulletAt(text: string, line: Line): Bullet | null {
  const first = firstInk(text, line);
  const marker = text.charAt(first);
  if (first === line.end) return null;
  if (marker >= '0' && marker <= '9') return numberAt(text, line, first);
  const isSure = sureBullets.includes(marker);
  if (!isSure && !otherBullets.includes(marker)) return null;
  let at = first;
  while (at < line.end && text.charAt(at) === marker) at++;
  if (at === line.end || !isSpace(text, at)) return null;
  const begin = firstInk(text, { begin: at, end: line.end });
  if (begin === line.end) return null;
  return { indent: first - line.begin + (at - first - 1), begin, end: line.end, marker, isSure };
}

/** `1. x`, `1) x`. */
function numberAt(text: string, line: Line, first: number): Bullet | null {
  let at = first;
  while (at < line.end && at - first < 4 && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
  const sign = text.charAt(at);
  if ((sign !== '.' && sign !== ')') || !isSpace(text, at + 1) || at + 1 >= line.end) return null;
  const begin = firstInk(text, { begin: at + 1, end: line.end });
  if (begin === line.end) return null;
  return { indent: first - line.begin, begin, end: line.end, marker: text.slice(first, at), isSure: false };
}

/** Whether two bullets, a line after the other, belong to one list. */
export function goesOn(before: Bullet, { marker }: Bullet): boolean {
  if (before.isSure || sureBullets.includes(marker)) return before.isSure;
  const [first, second] = [Number(before.marker), Number(marker)];
  if (Number.isNaN(first) || Number.isNaN(second)) return before.marker === marker;
  return second === first + 1 || (second === 1 && first === 1);
}

/** Whether the row of a table begins and is marked so: `| a | b |`, `^ a ^ b ^`, `+---+---+`. */
export function isTableLine(text: string, line: Line): boolean {
  const first = firstInk(text, line);
  const sign = text.charAt(first);
  if (sign === '|') return true;
  if (sign === '^') return /[|^]/.test(text.slice(first + 1, Math.min(line.end, first + 500)));
  return sign === '+' && isGridRule(text, { begin: first, end: line.end });
}

/** `+---+---+`, `+=====+`. */
function isGridRule(text: string, line: Line): boolean {
  return line.end - line.begin < 2000 && /^\+(?:[-=:]+\+)+\s*$/.test(text.slice(line.begin, line.end));
}

/** Offset behind the last character that is not white space. */
export function lastInk(text: string, line: Line): number {
  let end = line.end;
  while (end > line.begin && isSpace(text, end - 1)) end--;
  return end;
}
