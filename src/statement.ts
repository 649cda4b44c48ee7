import type { Literal, NamedNode } from '@rdfjs/types';
import type { Span } from './article.js';

/**
 * A triple, with the words it was read from.
 *
 * There are no blank nodes: subjects are always IRIs (RDF 1.1 Concepts §3.1,
 * https://www.w3.org/TR/rdf11-concepts/#section-triples).
 */
export interface Statement {
  readonly subject: NamedNode;
  readonly predicate: NamedNode;
  readonly object: NamedNode | Literal;
  /** Where the source says so; absent where an option says so (the language, the URL). */
  readonly span?: Span;
  /** The citations that stand behind its words. */
  readonly evidence?: readonly NamedNode[];
  /** What read it, such as `film/fields/director`. */
  readonly rule: string;
}
