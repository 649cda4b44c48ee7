/** What is wrong with a file of RDF. */
import type { Problem } from '../problem.js';
import type { Format } from '../rdf/formats.js';
import { RdfSyntaxError } from '../rdf/parse-rdf.js';
import { TextError } from './text-chunks.js';
import { unreadable } from './unreadable.js';

/** @throws what is no fault of the file */
export function rdfProblem(source: string, { label }: Format, error: unknown): Problem {
  if (error instanceof TextError)
    return { code: error.code, severity: 'error', message: error.message, place: { source } };
  if (error instanceof RdfSyntaxError || error instanceof RangeError || error instanceof SyntaxError) {
    const line = error instanceof RdfSyntaxError ? error.line : undefined;
    const message = `It is no valid ${label}: ${error.message}`;
    return { code: 'rdf-syntax', severity: 'error', message, place: { source, ...(line ? { line } : {}) } };
  }
  if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
  return unreadable(source, error);
}
