import type { ValidationResult } from '../validate.js';
import { sparqlPath } from './path.js';
import type { ReportContent } from './report-content.js';

/** For programs: one object, the results with full IRIs. */
export function writeJsonReport({ results }: ReportContent): string {
  return `${JSON.stringify({ conforms: results.length === 0, results: results.map(plainResult) }, null, 2)}\n`;
}

/** A result without RDF/JS terms, its path as SPARQL writes it. */
export function plainResult({ value, path, ...result }: ValidationResult) {
  return { ...result, path: path && sparqlPath(path), value: value === null ? null : plainValue(value) };
}

function plainValue(value: NonNullable<ValidationResult['value']>) {
  if (value.termType !== 'Literal')
    return { type: value.termType === 'NamedNode' ? 'iri' : 'blank', value: value.value };
  const { language, datatype } = value;
  return {
    type: 'literal',
    value: value.value,
    ...(language === '' ? { datatype: datatype.value } : { language }),
  };
}
