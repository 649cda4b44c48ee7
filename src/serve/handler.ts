/** What every part of the server is: a function from a request to a response, or to null where it is not for it. */
import type { SparqlLimits, SparqlService } from '../store/sparql-service.js';

export interface ServeRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS';
  /** As it was sent, with its percent signs, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Of a POST, bounded. */
  readonly body: string;
  /** Aborts when the client is gone, when its time is over, or when the server shuts down. */
  readonly signal: AbortSignal;
}

export interface ServeResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Handler = (request: ServeRequest) => Promise<ServeResponse | null>;

/** What all handlers know. */
export interface Site {
  /** Under which the IRIs of the data lie, such as `https://example.org/`; they are answered path for path. */
  readonly base: string;
  /** For queries that the server itself asks, which are small. */
  readonly own: SparqlService;
  /** For queries of strangers. */
  readonly foreign: SparqlService;
  readonly limits: SparqlLimits;
  /** The text of the article of a page's IRI, where the sources are known. */
  readonly sourceOf: (page: string) => Promise<SourceText | null>;
  readonly version: string;
}

export interface SourceText {
  readonly name: string;
  readonly title: string | null;
  readonly text: string;
}
