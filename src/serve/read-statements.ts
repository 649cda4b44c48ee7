/** Statements out of the results of a query for `?s ?p ?o` (https://www.w3.org/TR/sparql11-results-json/). */
import type { Literal, NamedNode } from '@rdfjs/types';
import { isIri } from '../rdf/iris.js';
import { literal, namedNode } from '../rdf/terms.js';
import type { Statement } from '../statement.js';

interface JsonTerm {
  readonly type: string;
  readonly value: string;
  readonly 'xml:lang'?: string;
  readonly datatype?: string;
}

/** Our writers know no blank nodes; those of foreign files get names (https://www.w3.org/TR/rdf11-concepts/#section-skolemization). */
const genid = 'urn:genid:';

/** Those that every syntax can write; a name that is no IRI is left out. */
export function readStatements(json: string): Statement[] {
  const { results } = JSON.parse(json) as {
    results: { bindings: readonly Readonly<Record<'s' | 'p' | 'o', JsonTerm>>[] };
  };
  const statements: Statement[] = [];
  for (const { s, p, o } of results.bindings) {
    const [subject, predicate, object] = [readNode(s), readNode(p), readTerm(o)];
    if (subject && predicate && object) statements.push({ subject, predicate, object, rule: '' });
  }
  return statements;
}

function readNode({ type, value }: JsonTerm): NamedNode | null {
  if (type === 'bnode') return namedNode(genid + encodeURIComponent(value));
  return type === 'uri' && isIri(value) ? namedNode(value) : null;
}

function readTerm(term: JsonTerm): NamedNode | Literal | null {
  const { type, value, 'xml:lang': language, datatype } = term;
  if (type === 'uri' || type === 'bnode') return readNode(term);
  if (language !== undefined && language !== '') return literal(value, language);
  return datatype === undefined ? literal(value) : literal(value, namedNode(datatype));
}
