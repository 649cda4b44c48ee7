/** The three ways to send a query (https://www.w3.org/TR/sparql11-protocol/#query-operation). */
import { isIri } from '../rdf/iris.js';
import { errorResponse } from './error-response.js';
import type { ServeRequest, ServeResponse } from './handler.js';

export interface Operation {
  readonly query: string;
  readonly defaultGraphs?: readonly string[];
  readonly namedGraphs?: readonly string[];
}

/** Graphs that one request may name. */
const mostGraphs = 1000;

/** @returns null where a GET asks nothing; a response where what is asked cannot be */
export function readOperation(request: ServeRequest): Operation | ServeResponse | null {
  const { method, query, body } = request;
  if (query.has('update')) return updateRefused();
  if (method !== 'POST') return query.has('query') ? oneQuery(query) : nothingAsked(query);
  const [mediaType = '', ...parameters] = (request.headers['content-type'] ?? '')
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice(8);
  if (charset !== undefined && !/^"?utf-?8"?$/.test(charset))
    return errorResponse(415, 'Send the query in UTF-8.');
  if (mediaType === 'application/sparql-query') {
    if (query.has('query'))
      return errorResponse(400, 'Send the query in the address or in the body, not in both.');
    return body.trim() === '' ? errorResponse(400, 'The query is empty.') : withGraphs(body, query);
  }
  if (mediaType === 'application/sparql-update') return updateRefused();
  if (mediaType !== 'application/x-www-form-urlencoded')
    return errorResponse(
      415,
      'Send a query as application/sparql-query or application/x-www-form-urlencoded.',
    );
  if (!isUtf8(body)) return errorResponse(400, 'The percent signs of the form are no UTF-8.');
  const form = new URLSearchParams(body);
  if (form.has('update')) return updateRefused();
  return oneQuery(form);
}

/** Whether a form is percent-encoded UTF-8. */
export function isUtf8(form: string): boolean {
  try {
    decodeURIComponent(form);
    return true;
  } catch {
    return false;
  }
}

/** A GET without parameters asks for the description of the service. */
function nothingAsked(parameters: URLSearchParams): ServeResponse | null {
  return parameters.has('default-graph-uri') || parameters.has('named-graph-uri')
    ? errorResponse(400, 'There is no query.')
    : null;
}

function oneQuery(parameters: URLSearchParams): Operation | ServeResponse {
  const [query, second] = parameters.getAll('query');
  if (query === undefined) return errorResponse(400, 'There is no query.');
  if (second !== undefined) return errorResponse(400, 'Send one query at a time.');
  return query.trim() === '' ? errorResponse(400, 'The query is empty.') : withGraphs(query, parameters);
}

function withGraphs(query: string, parameters: URLSearchParams): Operation | ServeResponse {
  const defaultGraphs = parameters.getAll('default-graph-uri');
  const namedGraphs = parameters.getAll('named-graph-uri');
  const graphs = [...defaultGraphs, ...namedGraphs];
  const wrong = graphs.find((iri) => !isIri(iri));
  if (wrong !== undefined)
    return errorResponse(400, `The name of a graph is an absolute IRI; ${JSON.stringify(wrong)} is none.`);
  if (graphs.length > mostGraphs) return errorResponse(400, `A query may name ${mostGraphs} graphs.`);
  return {
    query,
    ...(defaultGraphs.length > 0 ? { defaultGraphs } : {}),
    ...(namedGraphs.length > 0 ? { namedGraphs } : {}),
  };
}

function updateRefused(): ServeResponse {
  return errorResponse(403, 'This endpoint is read-only: updates are refused.');
}
