import type { Text } from '../article.js';
import type { Span } from './span.js';

/**
 * Where readers and mappers enter, on request, what becomes of words that stand in no text and no statement. Nobody asks
 * for it in a conversion; `coverage` does, and holds it against the source. Offsets are UTF-16 units of the source.
 */
export interface Ledger {
  /** A stretch that whoever reads the page does not see, and the name of the rule that leaves it out. */
  hide(begin: number, end: number, rule: string): void;
  /** A stretch that a text shows in other words: "11" as "November". */
  reword(begin: number, end: number): void;
  /** A part of a text that stands in none of the values read from it, such as a comma between two, and the rule. */
  leaveOut(text: Text, begin: number, end: number, rule: string): void;
  /** Words that a problem tells of. */
  tell(words: Span, code: string): void;
}
