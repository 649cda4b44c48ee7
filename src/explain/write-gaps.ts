/** Gaps for a terminal. */
import { printable } from '../source/printable.js';
import type { Gap } from './gaps.js';
import { cut } from './wording.js';

/** How many places of a gap are shown. */
const mostPlaces = 3;
const mostWords = 160;

export function writeGaps(gaps: readonly Gap[]): string {
  return gaps.map((gap) => `${lines(gap).map(printable).join('\n')}\n`).join('');
}

function lines({ type, near, shape, places }: Gap): string[] {
  const shown = places.slice(0, mostPlaces);
  const more = places.length - shown.length;
  return [
    `${places.length} × ${type} near ${near}: ${cut(shape, mostWords)}`,
    ...shown.map(({ source, line, words }) => `    ${source}:${line}: ${cut(words, mostWords)}`),
    ...(more > 0 ? [`    … ${more} more`] : []),
  ];
}
