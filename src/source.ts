/** One article as it was read, before anything is known of what it holds. */
export interface Source {
  /** What a message calls it: a path as the user gave it, or `<stdin>`. */
  readonly name: string;
  /** The decoded text, byte order mark and line endings included, so that offsets count in the file itself. */
  readonly text: string;
  /** The title that the container gives (a file's name, a dump's page title); the text's own title wins. */
  readonly title?: string;
  /** Path of the output files without their extension, relative to the output folder, with `/` separators. */
  readonly target?: string;
}

/** A file of settings: mappings, shapes or vocabularies. */
export interface TextFile {
  /** What a message calls it. */
  readonly name: string;
  readonly text: string;
}
