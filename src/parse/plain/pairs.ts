/** Lines that pair a label with a value, in the forms that renderings give them. */
import type { Line } from '../locator.js';
import { isSpace } from '../locator.js';
import { firstInk, longestLabel } from './line-kinds.js';
import type { Stretch } from './stretch.js';

/** What parts a label from its value. */
export type Separator = 'colon' | 'tab' | 'equals' | 'dash' | 'gap' | 'field';

/** In the order in which they are preferred. */
export const separators: readonly Separator[] = ['colon', 'field', 'tab', 'equals', 'dash', 'gap'];

export interface Pair {
  readonly label: Stretch;
  readonly value: Stretch;
}

/** A label and its value; null where the line, from its first word, holds no such separator behind a label. */
export function splitPair(source: string, line: Line, separator: Separator): Pair | null {
  const begin = separator === 'field' ? behindColon(source, line) : firstInk(source, line);
  if (begin < 0) return null;
  const found = findSeparator(source, begin, line.end, separator);
  if (!found || !isLabel(source, begin, found.begin)) return null;
  return withoutMarks(source, { begin, end: found.begin }, { begin: found.end, end: line.end });
}

/** `:Label: value`. */
function behindColon(source: string, line: Line): number {
  const ink = firstInk(source, line);
  return source.charAt(ink) === ':' && !isSpace(source, ink + 1) ? ink + 1 : -1;
}

const dashes = '-–—';

/** Whether a separator stands at an offset; null where what stands there ends the search. */
type IsSeparator = (source: string, at: number, end: number) => boolean | null;

const isColon: IsSeparator = (source, at, end) => {
  const character = source.charAt(at);
  if (character !== ':') return character === '：';
  return endsLabel(source, at + 1, end) || null;
};

const isAt: Readonly<Record<Separator, IsSeparator>> = {
  colon: isColon,
  field: isColon,
  tab: (source, at) => source.charAt(at) === '\t',
  equals: (source, at) => source.charAt(at) === '=' && isBetweenSpaces(source, at),
  dash: (source, at) => dashes.includes(source.charAt(at)) && isBetweenSpaces(source, at),
  gap: (source, at) => source.startsWith('  ', at),
};

function findSeparator(source: string, begin: number, lineEnd: number, separator: Separator): Stretch | null {
  const end = Math.min(lineEnd, begin + longestLabel + 1);
  for (let at = begin + 1; at < end; at++) {
    const found = isAt[separator](source, at, lineEnd);
    if (found === null) return null;
    if (found) return { begin: at, end: at + 1 };
  }
  return null;
}

/** Whether a colon is the label's end: a space follows, or the line's end, or marks of emphasis that close the label. */
function endsLabel(source: string, at: number, end: number): boolean {
  let behind = at;
  while (behind < end && isEmphasis(source, behind)) behind++;
  return behind >= end || isSpace(source, behind);
}

function isBetweenSpaces(source: string, at: number): boolean {
  return isSpace(source, at - 1) && isSpace(source, at + 1);
}

/** Most words that a label has. */
const mostWords = 8;

function isLabel(source: string, begin: number, end: number): boolean {
  const words = source.slice(begin, end);
  if (!/\S/.test(words) || /\t|[!?;] |\S{4}\. /.test(words)) return false;
  return words.trim().split(/\s+/).length <= mostWords;
}

function isEmphasis(source: string, at: number): boolean {
  const character = source.charAt(at);
  return character === '*' || character === '_' || character === "'";
}

/** `**Label:** value`: what opens before the label and closes behind its colon belongs to neither. */
function withoutMarks(source: string, label: Stretch, value: Stretch): Pair {
  let size = 0;
  while (label.begin + size < label.end && isEmphasis(source, label.begin + size)) size++;
  const mark = source.slice(label.begin, label.begin + size);
  const closes = size > 0 && source.startsWith([...mark].reverse().join(''), value.begin);
  if (!closes) return { label, value };
  return {
    label: { begin: label.begin + size, end: label.end },
    value: { begin: value.begin + size, end: value.end },
  };
}
