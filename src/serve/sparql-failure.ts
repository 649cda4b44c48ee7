import type { SparqlError, SparqlFailure } from '../store/sparql-service.js';
import { errorResponse } from './error-response.js';
import type { ServeResponse } from './handler.js';

/** What a client is told where a query has no answer. A query that the server itself wrote wrongly is its own fault. */
const responses: Readonly<Record<Exclude<SparqlFailure, 'malformed'>, readonly [number, string, string?]>> = {
  timeout: [503, 'The query took too long; ask for less, or try again.', '10'],
  'too-large': [503, 'The query wants more memory than there is; ask for less.', '60'],
  busy: [503, 'The store is busy; try again.', '2'],
  cancelled: [503, 'The query was given up; try again.', '2'],
  refused: [502, 'The store does not let this server ask.', '60'],
  unavailable: [502, 'The store cannot be reached; try again.', '10'],
};

/** Null where the query is malformed. */
export function failureResponse({ failure }: SparqlError): ServeResponse | null {
  if (failure === 'malformed') return null;
  const [status, message, retryAfter = '5'] = responses[failure];
  return errorResponse(status, message, { 'retry-after': retryAfter });
}
