/** Enters into a ledger the marks of plain text that are in no words, where one is kept: see docs/conservation.md. */
import type { Page } from './page.js';
import type { Stretch } from './stretch.js';

type Source = Pick<Page, 'source' | 'ledger'>;

/**
 * What of a part of the source its reader takes for no words: the signs around the stretches that it reads, by a rule. A
 * letter or a figure is no sign, but in the number of an item.
 */
export function enterMarks(
  { source, ledger }: Source,
  { begin, end }: Stretch,
  read: readonly Stretch[],
  rule: string,
): void {
  if (!ledger) return;
  let from = begin;
  for (const stretch of [...read].sort((a, b) => a.begin - b.begin)) {
    enterGap({ source, ledger }, from, stretch.begin, rule);
    from = Math.max(from, stretch.end);
  }
  enterGap({ source, ledger }, from, end, rule);
}

const signs = /[^\s\p{L}\p{N}\p{M}]+/gu;

function enterGap({ source, ledger }: Source, begin: number, end: number, rule: string): void {
  if (begin >= end) return;
  const words = source.slice(begin, end);
  for (const { 0: mark, index } of words.matchAll(signs))
    ledger?.hide(begin + index, begin + index + mark.length, rule);
  const number = /(?<![^\s])\d{1,4}[.)]$/.exec(words.trimEnd());
  if (number) ledger?.hide(begin + number.index, begin + number.index + number[0].length, 'list-mark');
}
