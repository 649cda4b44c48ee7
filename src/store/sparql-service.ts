/** What answers SPARQL queries: an embedded store over files, or an endpoint elsewhere. */
import type { FormatName } from '../rdf/formats.js';

/** Formats of the results of SELECT and ASK (https://www.w3.org/TR/sparql11-results-json/ and its kin). */
export type ResultFormat = 'json' | 'xml' | 'csv' | 'tsv';

export interface SparqlRequest {
  /** SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/). */
  readonly query: string;
  /** How results of SELECT and ASK are written. ASK has no CSV or TSV: it is then answered in JSON. */
  readonly results: ResultFormat;
  /** How graphs of CONSTRUCT and DESCRIBE are written. */
  readonly graphs: Extract<FormatName, 'turtle' | 'ntriples' | 'jsonld'>;
  /** IRIs of the dataset of the protocol; without any, and without FROM, the default graph is the union of all. */
  readonly defaultGraphs?: readonly string[];
  readonly namedGraphs?: readonly string[];
  readonly limits: SparqlLimits;
  /** Whoever asked is gone: the query is given up. */
  readonly signal?: AbortSignal;
}

export interface SparqlLimits {
  /** After as many the query is given up. */
  readonly seconds: number;
  /** As many solutions or triples are given at most. */
  readonly rows: number;
}

export interface SparqlAnswer {
  readonly form: 'select' | 'ask' | 'construct' | 'describe';
  readonly mediaType: string;
  readonly body: string;
  /** Whether there is more than the limit of rows lets through. */
  readonly isCut: boolean;
}

/** Why there is no answer. */
export type SparqlFailure =
  /** It is no SPARQL 1.1 query; an update is none either. */
  | 'malformed'
  /** It took longer than its limit. */
  | 'timeout'
  /** It wants more memory than there is. */
  | 'too-large'
  /** Too much is being asked at once, or the store is being loaded: worth trying again. */
  | 'busy'
  /** It was given up by who asked. */
  | 'cancelled'
  /** The endpoint does not know who asks, or lets them not. */
  | 'refused'
  /** The endpoint cannot be reached, or answers nothing of use. */
  | 'unavailable';

/** Where a query is wrong: line and column from 1. */
export interface QueryPosition {
  readonly line: number;
  readonly column: number;
}

export class SparqlError extends Error {
  /** Of a malformed query, where that is known. */
  readonly position?: QueryPosition;

  constructor(
    readonly failure: SparqlFailure,
    message: string,
    options: ErrorOptions & { readonly position?: QueryPosition } = {},
  ) {
    super(message, options);
    this.name = 'SparqlError';
    if (options.position) this.position = options.position;
  }
}

export interface SparqlService {
  /** @throws SparqlError */
  query(request: SparqlRequest): Promise<SparqlAnswer>;
  close(): Promise<void>;
}
