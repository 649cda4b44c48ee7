import type { NamedNode } from '@rdfjs/types';
import type { FormatName } from './rdf/formats.js';
import { schema } from './rdf/vocabulary.js';
import type { Context } from './serialize/jsonld.js';
import { writeJsonLd } from './serialize/jsonld.js';
import { writeNQuads, writeNTriples } from './serialize/nquads.js';
import { writeTriG, writeTurtle } from './serialize/turtle.js';
import type { Statement } from './statement.js';

export interface SerializeOptions {
  /** Namespaces by prefix; those that are used are declared, in this order. */
  readonly prefixes: Readonly<Record<string, string>>;
  /** BCP 47 tag of most literals. */
  readonly language: string;
  /** The JSON-LD context, as vocab/context.jsonld holds it. */
  readonly context: Context;
}

/** Options, and what the statements are about. */
export interface WriterOptions extends SerializeOptions {
  /** It comes first, and is the root of the JSON-LD tree. */
  readonly thing: NamedNode;
  /** The article, whose IRI names the graph in formats that have graphs. */
  readonly page: NamedNode;
}

type Writer = (statements: readonly Statement[], options: WriterOptions) => string;

const writers: Readonly<Record<FormatName, Writer>> = {
  turtle: writeTurtle,
  jsonld: writeJsonLd,
  ntriples: writeNTriples,
  nquads: writeNQuads,
  trig: writeTriG,
};

/**
 * Writes an article's statements. The same statements and options give the same text; it ends with a line break.
 *
 * The article is the subject of schema:mainEntity; statements that have none are written with the first subject in
 * its place.
 */
export function serializeStatements(
  statements: readonly Statement[],
  format: FormatName,
  options: SerializeOptions,
): string {
  const first = statements[0];
  if (!first) return format === 'jsonld' ? '{}\n' : '';
  const about = statements.find(({ predicate }) => predicate.equals(schema.mainEntity));
  const thing = about?.object.termType === 'NamedNode' ? about.object : first.subject;
  return writers[format](statements, { ...options, thing, page: about?.subject ?? first.subject });
}
