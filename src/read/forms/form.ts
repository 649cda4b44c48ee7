/** A form of files that are not read. */
export interface UnreadForm {
  /** As it follows "This is …". */
  readonly is: string;
  /** What to do with it instead. */
  readonly advice: string;
}
