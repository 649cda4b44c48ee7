/** Validation reports as files: the only table of their formats. */
import type { ReportContent } from './report-content.js';
import { writeJsonReport } from './report-json.js';
import { writeSarifReport } from './report-sarif.js';
import { writeTextReport } from './report-text.js';
import { writeTurtleReport } from './report-turtle.js';

export type ReportFormatName = 'text' | 'json' | 'turtle' | 'sarif';

export interface ReportFormat {
  readonly name: ReportFormatName;
  readonly extensions: readonly string[];
  readonly write: (content: ReportContent) => string;
}

export const reportFormats: readonly ReportFormat[] = [
  { name: 'text', extensions: ['txt', 'text', 'log'], write: writeTextReport },
  { name: 'json', extensions: ['json'], write: writeJsonReport },
  { name: 'turtle', extensions: ['ttl'], write: writeTurtleReport },
  { name: 'sarif', extensions: ['sarif'], write: writeSarifReport },
];

export function reportFormatNamed(name: string): ReportFormat | undefined {
  return reportFormats.find((format) => format.name === name.toLowerCase());
}

/** By what a file's name ends with; text where that says nothing. */
export function reportFormatOfFile(path: string): ReportFormat {
  const extension = path.toLowerCase().replace(/^.*\./, '');
  return (
    reportFormats.find(({ extensions }) => extensions.includes(extension)) ??
    (reportFormats[0] as ReportFormat)
  );
}
