import type { Term } from '@rdfjs/types';

/** What is validated: RDF/JS terms of any library. Quads and statements are such. */
export interface Triple {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
}
