/** Finds the words of an article that stand between two offsets of its source. */
import type { Placed } from './stretches.js';
import { wordsBetween } from './stretches.js';
import type { UnitText } from './units.js';

/** What is looked for: a stretch of the source, in code points. */
export interface Wanted {
  readonly from: number;
  readonly to: number;
}

/** Words of a text that what was looked for covers, in UTF-16 units. */
export interface Found<W extends Wanted> {
  readonly wanted: W;
  readonly text: number;
  readonly begin: number;
  readonly end: number;
}

/**
 * The words of each stretch that is wanted. It goes over both in the order of the source, so that it takes no more time
 * than there is to read and to find.
 */
export function* findWords<W extends Wanted>(
  texts: readonly UnitText[],
  wanted: readonly W[],
): Generator<Found<W>> {
  const stretches = texts
    .flatMap(({ stretches: own }, text) => own.map((placed) => ({ ...placed, text })))
    .sort((a, b) => a.from - b.from);
  const inOrder = [...wanted].sort((a, b) => a.from - b.from);
  let next = 0;
  /** Stretches that have begun and not ended. */
  let open: (Placed & { text: number })[] = [];
  for (const one of inOrder) {
    for (let stretch = stretches[next]; stretch && stretch.from <= one.from; stretch = stretches[++next])
      open.push(stretch);
    open = open.filter(({ to }) => to > one.from);
    const covered = [...open];
    for (let i = next; i < stretches.length && (stretches[i] as Placed).from < one.to; i++)
      covered.push(stretches[i] as Placed & { text: number });
    for (const stretch of covered) {
      const { value } = texts[stretch.text] as UnitText;
      const words = wordsBetween(value, stretch, one.from, one.to);
      if (words.begin < words.end) yield { wanted: one, text: stretch.text, ...words };
    }
  }
}
