import type { Page, Stretch } from './page.js';
import { tokenize } from './tokenize.js';
import { kinds } from './tokens.js';

/** A stretch of a page that has no marks, with marks; null where it has too many. Offsets are those of the page. */
export function innerPage(page: Page, { begin, end }: Omit<Stretch, 'token'>): Page | null {
  const units = new Uint16Array(end - begin + 8);
  units.set(page.units.subarray(begin, end));
  const { tokens } = tokenize(page.source.slice(begin, end), units);
  if (!tokens) return null;
  for (let token = 0; token < tokens.count; token++) {
    tokens.begin[token] = (tokens.begin[token] as number) + begin;
    tokens.end[token] = (tokens.end[token] as number) + begin;
    // There it is no index.
    if (tokens.kind[token] === kinds.verbatim) tokens.mate[token] = (tokens.mate[token] as number) + begin;
  }
  return { ...page, tokens, cited: null, ledger: null };
}
