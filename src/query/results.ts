/** Solutions as rows of terms to be shown. */
import type { JsonTerm } from '../rdf/sparql-results.js';
import { parseResults } from '../rdf/sparql-results.js';

export interface ResultTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'triple';
  readonly value: string;
}

export interface Rows {
  readonly variables: readonly string[];
  /** A term for each variable; null where a solution has none. */
  readonly rows: readonly (readonly (ResultTerm | null)[])[];
}

/**
 * @returns true or false for ASK
 * @throws SyntaxError where the text is no such JSON
 */
export function readRows(json: string): Rows | boolean {
  const results = parseResults(json);
  if (typeof results === 'boolean') return results;
  const { variables, bindings } = results;
  return { variables, rows: bindings.map((binding) => variables.map((name) => shown(binding[name]))) };
}

type Triple = Readonly<Record<'subject' | 'predicate' | 'object', JsonTerm>>;

function shown(term: JsonTerm | undefined): ResultTerm | null {
  if (!term) return null;
  const { type } = term;
  const value: string | Triple = term.value;
  if (typeof value === 'object') {
    const { subject, predicate, object } = value as Triple;
    const inner = [subject, predicate, object].map((part) => shown(part)?.value);
    return { type: 'triple', value: `<<( ${inner.join(' ')} )>>` };
  }
  return { type: type === 'uri' || type === 'bnode' ? type : 'literal', value };
}
