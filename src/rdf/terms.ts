import factory from '@rdfjs/data-model';
import type { BlankNode, Literal, NamedNode, Quad } from '@rdfjs/types';

/** RDF/JS terms (https://rdf.js.org/data-model-spec/). The only place that makes them. */
export const namedNode = (value: string): NamedNode => factory.namedNode(value);

export const blankNode = (label: string): BlankNode => factory.blankNode(label);

/** Half a character, which a string may hold and no file can, becomes U+FFFD. */
export const literal = (value: string, languageOrDatatype?: string | NamedNode): Literal =>
  factory.literal(value.toWellFormed(), languageOrDatatype);

export const quad = (
  subject: NamedNode | BlankNode,
  predicate: NamedNode,
  object: NamedNode | BlankNode | Literal,
  graph?: NamedNode,
): Quad => factory.quad(subject, predicate, object, graph) as Quad;
