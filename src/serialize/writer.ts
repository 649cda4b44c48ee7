import type { NamedNode } from '@rdfjs/types';
import type { Statement } from '../statement.js';
import type { Provenance } from './provenance.js';

/** The inside of a context document's `@context`: prefixes and terms. */
export type Context = Readonly<Record<string, string | ContextTerm>>;

export interface ContextTerm {
  readonly '@id'?: string;
  readonly '@reverse'?: string;
  readonly '@type'?: string;
  readonly '@language'?: string;
}

export interface SerializeOptions {
  /** Namespaces by prefix; those that are used are declared, in this order. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** BCP 47 tag of most literals. */
  readonly language: string;
  /** The JSON-LD context, as vocab/context.jsonld holds it. */
  readonly context: Context;
  /** The page whose graph the statements are in; where absent, the subject of schema:mainEntity is. */
  readonly page?: NamedNode;
  /** What is said of where the statements were read. */
  readonly provenance: Provenance;
}

/** Options, and what the statements are about. */
export interface WriterOptions extends SerializeOptions {
  /** It comes first, and is the root of the JSON-LD tree. */
  readonly thing: NamedNode;
  /** The article, whose IRI names the graph in formats that have graphs. */
  readonly page: NamedNode;
}

/** Writes one article's statements in one format. */
export type Writer = (statements: readonly Statement[], options: WriterOptions) => string;
