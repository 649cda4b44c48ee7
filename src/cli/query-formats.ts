/** In which formats answers are printed, and for which forms of queries. */
import type { SparqlRequest } from '../store/sparql-service.js';

export const rowFormats = ['table', 'csv', 'tsv', 'json', 'xml'] as const;
export const graphFormats = ['turtle', 'ntriples', 'jsonld'] as const satisfies SparqlRequest['graphs'][];

export type RowFormat = (typeof rowFormats)[number];
export type GraphFormat = (typeof graphFormats)[number];
export type QueryFormat = RowFormat | GraphFormat;

export function isRowFormat(format: QueryFormat): format is RowFormat {
  return (rowFormats as readonly string[]).includes(format);
}
