import type { Ledger } from '../../article/ledger.js';
import type { UsualWords } from '../../source/usual-words.js';
import type { Locator } from '../locator.js';
import type { Inline } from './inline.js';

/** What the readers of the parts of a plain text share. */
export interface Page {
  readonly source: string;
  readonly locator: Locator;
  readonly inline: Inline;
  readonly usual: UsualWords;
  readonly ledger: Ledger | null;
  /** Where the last `</table>` begins, or -1. */
  readonly lastTableEnd: number;
}
