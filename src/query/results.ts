/** Results of SELECT and ASK as values (https://www.w3.org/TR/sparql11-results-json/). */
export interface Solutions {
  readonly variables: readonly string[];
  /** A term for each variable; null where it has none. */
  readonly rows: readonly (readonly (ResultTerm | null)[])[];
}

export interface ResultTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'triple';
  readonly value: string;
}

/**
 * @returns true or false for ASK
 * @throws SyntaxError where the text is no such JSON
 */
export function parseResults(json: string): Solutions | boolean {
  const { head, results, boolean } = JSON.parse(json) as ResultsDocument;
  if (typeof boolean === 'boolean') return boolean;
  const variables = head?.vars ?? [];
  const bindings = results?.bindings;
  if (!Array.isArray(bindings)) throw new SyntaxError('These are no results of SPARQL in JSON.');
  return { variables, rows: bindings.map((binding) => variables.map((name) => termOf(binding[name]))) };
}

interface ResultsDocument {
  readonly head?: { readonly vars?: readonly string[] };
  readonly results?: { readonly bindings?: readonly Readonly<Record<string, RawTerm>>[] };
  readonly boolean?: boolean;
}

interface RawTerm {
  readonly type: string;
  readonly value: string | Readonly<Record<'subject' | 'predicate' | 'object', RawTerm>>;
}

function termOf(raw: RawTerm | undefined): ResultTerm | null {
  if (!raw) return null;
  const { type, value } = raw;
  if (typeof value === 'object') {
    const inner = [value.subject, value.predicate, value.object].map((term) => termOf(term)?.value);
    return { type: 'triple', value: `<<( ${inner.join(' ')} )>>` };
  }
  // Some stores still write what was a type of its own before SPARQL 1.1.
  return { type: type === 'uri' || type === 'bnode' ? type : 'literal', value };
}
