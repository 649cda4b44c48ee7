/** Results of SELECT and ASK in JSON (https://www.w3.org/TR/sparql11-results-json/). */
import type { Literal, NamedNode } from '@rdfjs/types';
import { isIri } from './iris.js';
import { literal, namedNode } from './terms.js';

export interface JsonTerm {
  /** `uri`, `bnode`, `literal`; `typed-literal` of stores that are older than SPARQL 1.1; `triple` of SPARQL 1.2. */
  readonly type: string;
  /** Of a triple an object, of all others a string. */
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/** The terms of one solution by their variables. */
export type Binding = Readonly<Record<string, JsonTerm | undefined>>;

export interface Solutions {
  readonly variables: readonly string[];
  readonly bindings: readonly Binding[];
}

/**
 * @returns true or false for ASK
 * @throws SyntaxError where the text is no such JSON
 */
export function parseResults(json: string): Solutions | boolean {
  const { head, results, boolean } = JSON.parse(json) as {
    readonly head?: { readonly vars?: readonly string[] };
    readonly results?: { readonly bindings?: readonly Binding[] };
    readonly boolean?: boolean;
  };
  if (typeof boolean === 'boolean') return boolean;
  const bindings = results?.bindings;
  if (!Array.isArray(bindings)) throw new SyntaxError('These are no results of SPARQL in JSON.');
  return { variables: head?.vars ?? [], bindings };
}

/**
 * The solutions of a SELECT.
 *
 * @throws SyntaxError where the text is no such JSON
 */
export function bindingsOf(json: string): readonly Binding[] {
  const results = parseResults(json);
  if (typeof results === 'boolean') throw new SyntaxError('These are results of ASK.');
  return results.bindings;
}

/** An IRI or a literal; null for all else, and for what is no IRI. */
export function termOf({
  type,
  value,
  'xml:lang': language,
  datatype,
}: JsonTerm): NamedNode | Literal | null {
  if (type === 'uri') return isIri(value) ? namedNode(value) : null;
  if (type !== 'literal' && type !== 'typed-literal') return null;
  if (language !== undefined && language !== '') return literal(value, language);
  return datatype === undefined ? literal(value) : literal(value, namedNode(datatype));
}
