import type { Ledger } from '../article/ledger.js';
import type { Span, Text } from '../article.js';

/** A stretch of the source or of a text, in UTF-16 units. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

/** What a reader and the mappers entered while they made a conversion. */
export class Entries implements Ledger {
  readonly hidden: (Stretch & { readonly rule: string })[] = [];
  readonly reworded: Stretch[] = [];
  /** Parts of texts, in UTF-16 units of the text. */
  readonly leftOut: (Stretch & { readonly text: Text; readonly rule: string })[] = [];
  readonly told: { readonly words: Span; readonly code: string }[] = [];

  hide(begin: number, end: number, rule: string): void {
    if (begin < end) this.hidden.push({ begin, end, rule });
  }

  reword(begin: number, end: number): void {
    if (begin < end) this.reworded.push({ begin, end });
  }

  leaveOut(text: Text, begin: number, end: number, rule: string): void {
    if (begin < end) this.leftOut.push({ text, begin, end, rule });
  }

  tell(words: Span, code: string): void {
    this.told.push({ words, code });
  }
}
