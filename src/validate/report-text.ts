import { plural } from '../plural.js';
import { formatPlace } from '../problem.js';
import { shorten } from '../rdf/vocabulary.js';
import type { ValidationResult } from '../validate.js';
import { sparqlPath } from './path.js';
import type { ReportContent } from './report-content.js';

/** For people: two lines a result. */
export function writeTextReport({ results }: ReportContent): string {
  if (results.length === 0) return 'Conforms.\n';
  const violations = results.filter(({ severity }) => severity === 'violation').length;
  const count = `${plural(results.length, 'result')}, ${violations} of them violations`;
  return `${results.map(formatResult).join('\n')}\n\nDoes not conform: ${count}.\n`;
}

/** `file:line:column: violation: message`, and below it the node, the path and the value. */
export function formatResult(result: ValidationResult): string {
  const place = result.place ? `${formatPlace(result.place)}: ` : '';
  const shape = result.shape === null ? '' : ` [${shorten(result.shape)}]`;
  const path = result.path === null ? '' : `  ${sparqlPath(result.path, shortened)}`;
  const value = result.value === null ? '' : `  ${formatValue(result.value)}`;
  const own = result.ownSeverity === undefined ? '' : ` (${shorten(result.ownSeverity)})`;
  return `${place}${result.severity}${own}: ${result.message}${shape}\n    <${result.focusNode}>${path}${value}`;
}

function shortened(iri: string): string {
  const short = shorten(iri);
  return short === iri ? `<${iri}>` : short;
}

function formatValue(value: NonNullable<ValidationResult['value']>): string {
  if (value.termType !== 'Literal')
    return value.termType === 'NamedNode' ? `<${value.value}>` : `_:${value.value}`;
  const text = JSON.stringify(value.value.length > 120 ? `${value.value.slice(0, 120)}…` : value.value);
  return value.language === '' ? `${text}^^${shorten(value.datatype.value)}` : `${text}@${value.language}`;
}
