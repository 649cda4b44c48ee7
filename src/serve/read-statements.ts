/** Statements out of the results of a query for `?s ?p ?o` (https://www.w3.org/TR/sparql11-results-json/). */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { JsonTerm } from '../rdf/sparql-results.js';
import { bindingsOf, termOf } from '../rdf/sparql-results.js';
import { namedNode } from '../rdf/terms.js';
import type { Statement } from '../statement.js';

/** Our writers know no blank nodes; those of foreign files get names (https://www.w3.org/TR/rdf11-concepts/#section-skolemization). */
const genid = 'urn:genid:';

/** Those that every syntax can write; a name that is no IRI is left out. */
export function readStatements(json: string): Statement[] {
  const statements: Statement[] = [];
  for (const { s, p, o } of bindingsOf(json)) {
    const [subject, predicate, object] = [named(s), named(p), named(o)];
    if (subject?.termType === 'NamedNode' && predicate?.termType === 'NamedNode' && object)
      statements.push({ subject, predicate, object, rule: '' });
  }
  return statements;
}

function named(term: JsonTerm | undefined): NamedNode | Literal | null {
  if (!term) return null;
  return term.type === 'bnode' ? namedNode(genid + encodeURIComponent(term.value)) : termOf(term);
}
