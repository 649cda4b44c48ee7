/** What a line of plain text is. Offsets are UTF-16 units of the whole source. */
import type { Line } from './locator.js';
import { isSpace } from './locator.js';

/** Longest label of an infobox bullet; a longer stretch before a colon is a sentence. */
const longestLabel = 60;

export interface Bullet {
  /** Depth of the marker: columns of white space before it and marker characters beyond the first. */
  readonly indent: number;
  /** Where its text begins. */
  readonly begin: number;
  readonly end: number;
}

export function isBlank(text: string, line: Line): boolean {
  return firstInk(text, line) === line.end;
}

/** `== Plot ==`: as many equals signs on both sides, 1 to 6; spare ones belong to the words, as in MediaWiki. */
export function headingAt(text: string, line: Line): { level: number; begin: number; end: number } | null {
  const begin = firstInk(text, line);
  if (text.charAt(begin) !== '=') return null;
  let end = line.end;
  while (end > begin && isSpace(text, end - 1)) end--;
  const before = countRun(text, begin, end, 1);
  const after = countRun(text, end - 1, begin, -1);
  const level = Math.min(before, after, 6);
  if (level === 0 || begin + level >= end - level) return null;
  const words = text.slice(begin + level, end - level);
  return words.trim() === '' ? null : { level, begin: begin + level, end: end - level };
}

/** `== ==`: a heading without words. */
export function isEmptyHeading(text: string, line: Line): boolean {
  let end = line.end;
  while (end > line.begin && isSpace(text, end - 1)) end--;
  if (text.charAt(end - 1) !== '=') return false;
  return /^(={1,6})\s+\1$/.test(text.slice(firstInk(text, line), end));
}

/** `- x`, `* x`, `• x`, also indented or doubled (`-- x`, `** x`). */
export function bulletAt(text: string, line: Line): Bullet | null {
  const first = firstInk(text, line);
  const marker = text.charAt(first);
  if (marker !== '-' && marker !== '*' && marker !== '•') return null;
  let at = first;
  while (at < line.end && text.charAt(at) === marker) at++;
  if (at === line.end || !isSpace(text, at)) return null;
  const begin = firstInk(text, { begin: at, end: line.end });
  if (begin === line.end) return null;
  return { indent: first - line.begin + (at - first - 1), begin, end: line.end };
}

/** `Label: value` in a bullet. The label ends at its first colon, so values may hold more of them. */
export function splitLabel(
  text: string,
  bullet: Bullet,
): { begin: number; end: number; valueBegin: number } | null {
  const limit = Math.min(bullet.end, bullet.begin + longestLabel + 1);
  for (let at = bullet.begin; at < limit; at++) {
    if (text.charAt(at) !== ':') continue;
    const closed = at + 1 === bullet.end || isSpace(text, at + 1);
    return at > bullet.begin && closed ? { begin: bullet.begin, end: at, valueBegin: at + 1 } : null;
  }
  return null;
}

export function isTableLine(text: string, line: Line): boolean {
  return text.charAt(firstInk(text, line)) === '|';
}

/** Offset of the first character that is not white space, or the line's end. */
export function firstInk(text: string, line: Line): number {
  let at = line.begin;
  while (at < line.end && isSpace(text, at)) at++;
  return at;
}

/** How many equals signs stand from `from` towards `to`, both counted. */
function countRun(text: string, from: number, to: number, step: 1 | -1): number {
  let count = 0;
  for (let at = from; count < 6 && text.charAt(at) === '=' && (step > 0 ? at < to : at >= to); at += step)
    count++;
  return count;
}
