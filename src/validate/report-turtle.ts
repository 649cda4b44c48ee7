import { quoteString, writeTerm } from '../rdf/write-term.js';
import type { ValidationResult } from '../validate.js';
import { turtlePath } from './path.js';
import type { ReportContent } from './report-content.js';

/**
 * The standard report graph (https://www.w3.org/TR/shacl/#validation-report), with the place in the source as a
 * comment behind each result.
 */
export function writeTurtleReport({ results }: ReportContent): string {
  const body = results.map(writeResult).join('');
  return `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

[] a sh:ValidationReport ;
  sh:conforms ${results.length === 0}${body} .
`;
}

function writeResult({
  severity,
  ownSeverity,
  focusNode,
  path,
  value,
  message,
  constraint,
  shape,
  place,
}: ValidationResult): string {
  const lines = [
    'a sh:ValidationResult',
    `sh:resultSeverity ${ownSeverity === undefined ? `sh:${severity.charAt(0).toUpperCase()}${severity.slice(1)}` : `<${ownSeverity}>`}`,
    `sh:focusNode ${writeNode(focusNode)}`,
    ...(path === null ? [] : [`sh:resultPath ${turtlePath(path)}`]),
    ...(value === null ? [] : [`sh:value ${writeValue(value)}`]),
    `sh:sourceConstraintComponent <${constraint}>`,
    ...(shape === null ? [] : [`sh:sourceShape <${shape}>`]),
    `sh:resultMessage ${quoteString(message)}`,
  ];
  const comment =
    place?.line === undefined
      ? ''
      : ` # ${place.source.replace(/\s+/g, ' ')}:${place.line}:${place.column ?? 1}`;
  return ` ;\n  sh:result [${comment}\n    ${lines.join(' ;\n    ')}\n  ]`;
}

function writeNode(node: string): string {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(node) ? `<${node}>` : '[]';
}

/** Blank nodes of the data have no name outside it. */
function writeValue(value: NonNullable<ValidationResult['value']>): string {
  return value.termType === 'Literal' || value.termType === 'NamedNode' ? writeTerm(value) : '[]';
}
