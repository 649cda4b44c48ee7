import type { Ledger } from '../article/ledger.js';
import type { Span } from '../article.js';

/** A stretch of the source, in UTF-16 units. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** What a reader and the mappers entered while they made a conversion. */
export class Entries implements Ledger {
  readonly hidden: (Stretch & { readonly rule: string })[] = [];
  readonly reworded: Stretch[] = [];
  readonly told: { readonly words: Span; readonly code: string }[] = [];

  hide(begin: number, end: number, rule: string): void {
    if (begin < end) this.hidden.push({ begin, end, rule });
  }

  reword(begin: number, end: number): void {
    if (begin < end) this.reworded.push({ begin, end });
  }

  tell(words: Span, code: string): void {
    this.told.push({ words, code });
  }
}
