/**
 * Accounts for every character of a page: it is behind a fact, kept as it stands, hidden by a rule that is named, or
 * reported by a problem. What is none of these is lost.
 *
 * The meter trusts nobody. It begins with all characters of the source and not with what the reader made of them, holds
 * the texts of the model against the source and the literals of the graph against the texts, and takes from the ledger of
 * the reader no more than the names of what it left out.
 */
import type { Span } from './article.js';
import type { Account } from './coverage/account.js';
import { sumUp } from './coverage/account.js';
import type { Entries } from './coverage/entries.js';
import { holdingsOf } from './coverage/holdings.js';
import { fates, Painter } from './coverage/painter.js';
import { regionsOf } from './coverage/regions.js';
import { paintKept, paintLeftOut, paintShown } from './coverage/shown.js';
import type { Conversion, Workshop } from './pipeline.js';
import { guessFormat } from './source/guess-format.js';
import type { Source } from './source.js';

export type { Account, Counts, Fate, FoundStretch } from './coverage/account.js';
export { fateNames, noCounts } from './coverage/account.js';
export { Entries } from './coverage/entries.js';
export type { Region } from './coverage/regions.js';
export { regions } from './coverage/regions.js';

/** Problems that tell of words which no statement keeps. */
const telling: ReadonlySet<string> = new Set([
  'note-left-out',
  'unknown-template',
  'unread-value',
  'unread-text',
]);

/** The same of words that no text shows. */
const tellingOfUnshown: ReadonlySet<string> = new Set(['unshown-parameter', 'cell-words-left-out']);

/** @param entries what was entered while the conversion was made */
export function accountFor(
  source: Source,
  { article, statements }: Conversion,
  entries: Entries,
  { prefixes }: Pick<Workshop, 'prefixes'>,
): Account {
  const { text } = source;
  const format = source.format ?? guessFormat(text, source.name);
  const painter = new Painter(text);
  for (const { begin, end, rule } of entries.hidden) painter.hide(begin, end, rule);
  const unshown = wordsTold(entries, tellingOfUnshown);
  paintShown(article, entries, unshown, painter);
  const holdings = holdingsOf(statements, prefixes);
  for (const span of wordsTold(entries, telling)) painter.raise(...painter.range(span), fates.reported);
  paintKept(article, holdings, painter);
  for (const span of holdings.facts) painter.raise(...painter.range(span), fates.fact);
  for (const span of unshown) painter.report(...painter.range(span));
  paintLeftOut(entries, painter);
  return sumUp(painter, regionsOf(text, format));
}

function wordsTold({ told }: Entries, codes: ReadonlySet<string>): Span[] {
  return told.flatMap(({ words, code }) => (codes.has(code) ? [words] : []));
}
