/** Who answers what: data first, where data is asked for, then pages. */

import { SparqlError } from '../store/sparql-service.js';
import { errorResponse } from './error-response.js';
import type { Handler, ServeRequest, ServeResponse, Site } from './handler.js';
import { linkedDataHandler } from './linked-data.js';
import { sparqlHandler } from './sparql.js';
import { failureResponse } from './sparql-failure.js';
import { voidHandler } from './void.js';

/** @param pages asked in order, after the handlers of data */
export function siteHandler(site: Site, pages: readonly Handler[]): Handler {
  const people = firstOf(pages);
  const read = firstOf([sparqlHandler(site), voidHandler(site), linkedDataHandler(site, people), people]);
  return async (request) => {
    if (request.method === 'OPTIONS') return preflight(request);
    if (request.method === 'POST' && request.path !== '/sparql')
      return errorResponse(405, 'Here one can only read.', { allow: 'GET, HEAD, OPTIONS' });
    return orFailure(read, request);
  };
}

async function orFailure(read: Handler, request: ServeRequest): Promise<ServeResponse | null> {
  try {
    return await read(request);
  } catch (error) {
    const response = error instanceof SparqlError ? failureResponse(error) : null;
    if (response) return response;
    throw error;
  }
}

/** The answer of the first handler that has one. */
function firstOf(handlers: readonly Handler[]): Handler {
  return async (request) => {
    for (const handler of handlers) {
      const response = await handler(request);
      if (response) return response;
    }
    return null;
  };
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch; credentials are never allowed. */
function preflight({ path }: ServeRequest): ServeResponse {
  const methods = path === '/sparql' ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS';
  return {
    status: 204,
    headers: {
      allow: methods,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': 'Accept, Content-Type, If-None-Match',
      'access-control-max-age': '86400',
    },
    body: '',
  };
}
