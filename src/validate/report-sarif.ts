import type { Place, Problem } from '../problem.js';
import { shorten } from '../rdf/vocabulary.js';
import type { ValidationResult } from '../validate.js';
import type { ReportContent } from './report-content.js';

/**
 * For code hosts, which show results beside the lines they are about: SARIF 2.1.0
 * (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). Problems of reading are in it too.
 */
export function writeSarifReport({ results, problems, version }: ReportContent): string {
  const entries = [
    ...results.map((result) => entry(ruleOf(result), level(result.severity), result.message, result.place)),
    ...problems.map(({ code, severity, message, place }) => entry(code, level(severity), message, place)),
  ];
  const rules = [...new Set(entries.map(({ ruleId }) => ruleId))].sort().map((id) => ({ id }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'article2rdf', version, rules } },
        columnKind: 'unicodeCodePoints',
        results: entries,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function entry(ruleId: string, kind: 'error' | 'warning' | 'note', text: string, place: Place | undefined) {
  return {
    ruleId,
    level: kind,
    message: { text },
    ...(place ? { locations: [{ physicalLocation: location(place) }] } : {}),
  };
}

function location({ source, line, column }: Place) {
  const artifactLocation = { uri: source.split('/').map(encodeURIComponent).join('/') };
  return line === undefined
    ? { artifactLocation }
    : {
        artifactLocation,
        region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) },
      };
}

function ruleOf({ shape, constraint }: ValidationResult): string {
  return shorten(shape ?? constraint);
}

function level(severity: ValidationResult['severity'] | Problem['severity']): 'error' | 'warning' | 'note' {
  if (severity === 'violation' || severity === 'error') return 'error';
  return severity === 'warning' ? 'warning' : 'note';
}
