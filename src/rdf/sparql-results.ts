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
 * @throws SyntaxError if the text is no such JSON, or not whole
 */
export function parseResults(json: string): Solutions | boolean {
  const { head, results, boolean } = objectOf(JSON.parse(json));
  if (typeof boolean === 'boolean') return boolean;
  const variables = objectOf(head).vars ?? [];
  const { bindings } = objectOf(results);
  if (!Array.isArray(variables) || !variables.every((name) => typeof name === 'string')) throw noResults();
  if (!Array.isArray(bindings) || !bindings.every(isBinding)) throw noResults();
  return { variables, bindings };
}

function isBinding(value: unknown): value is Binding {
  return typeof value === 'object' && value !== null && Object.values(value).every(isTerm);
}

function isTerm(value: unknown): value is JsonTerm {
  const { type, value: content, datatype, 'xml:lang': language } = objectOf(value);
  if (typeof type !== 'string') return false;
  if (![datatype, language].every((one) => one === undefined || typeof one === 'string')) return false;
  if (type !== 'triple') return typeof content === 'string';
  const { subject, predicate, object } = objectOf(content);
  return isTerm(subject) && isTerm(predicate) && isTerm(object);
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  throw noResults();
}

function noResults(): SyntaxError {
  return new SyntaxError('These are no results of SPARQL in JSON.');
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
