/** A stretch of the source, in UTF-16 offsets. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}
