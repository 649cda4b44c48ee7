/** What a literal is, for the shapes and the context that are made of mappings. */
export type LiteralSort =
  | 'date'
  | 'duration'
  | 'offset'
  | 'words'
  | 'text'
  | 'language'
  | 'integer'
  | 'number';
