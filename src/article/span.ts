/** A stretch of the source. */
export interface Span {
  /** Offset of the first character, in Unicode code points from 0 (RFC 5147 §2.1.1). */
  readonly begin: number;
  /** Offset behind the last character, in code points. */
  readonly end: number;
  /** Line of the first character, from 1. */
  readonly line: number;
  /** Column of the first character in its line, in code points from 1. */
  readonly column: number;
}
