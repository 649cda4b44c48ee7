/** The SPARQL 1.1 Protocol, its query operation alone (https://www.w3.org/TR/sparql11-protocol/#query-operation). */

import type { ResultFormat, SparqlAnswer, SparqlRequest } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';
import { preferred } from './accept.js';
import { errorResponse } from './error-response.js';
import type { Handler, ServeRequest, ServeResponse, Site } from './handler.js';
import { serviceDescription } from './service-description.js';
import type { Operation } from './sparql-operation.js';
import { readOperation } from './sparql-operation.js';
import { contentType, documentFormats } from './write-document.js';

/** The media types of results; those after the first are names that clients use for the same. */
const resultTypes: Readonly<Record<string, ResultFormat>> = {
  'application/sparql-results+json': 'json',
  'application/sparql-results+xml': 'xml',
  'text/csv': 'csv',
  'text/tab-separated-values': 'tsv',
  'application/json': 'json',
  'application/xml': 'xml',
  'text/xml': 'xml',
};

const graphTypes: Readonly<Record<string, SparqlRequest['graphs']>> = {
  'text/turtle': 'turtle',
  'application/n-triples': 'ntriples',
  'application/ld+json': 'jsonld',
  // RDF/XML cannot say every graph. Who asks for nothing else, as rdflib does, looks at what came.
  'application/rdf+xml': 'turtle',
};

export function sparqlHandler(site: Site): Handler {
  return async (request) => {
    if (request.path !== '/sparql') return null;
    const operation = readOperation(request);
    if (operation === null) return describeService(site, request);
    if ('status' in operation) return operation;
    try {
      return await answer(site, operation, request);
    } catch (error) {
      // Here alone it is the asker who wrote the query.
      if (error instanceof SparqlError && error.failure === 'malformed')
        return errorResponse(400, malformed(error));
      throw error;
    }
  };
}

function malformed({ message, position }: SparqlError): string {
  return position ? `Line ${position.line}, column ${position.column}: ${message}` : message;
}

async function answer(site: Site, operation: Operation, request: ServeRequest): Promise<ServeResponse> {
  const { accept } = request.headers;
  const resultType = preferred(accept, Object.keys(resultTypes));
  const graphType = preferred(accept, Object.keys(graphTypes));
  if (resultType === null && graphType === null) return notAcceptable();
  const found = await site.foreign.query({
    ...operation,
    results: resultTypes[resultType ?? ''] ?? 'json',
    graphs: graphTypes[graphType ?? ''] ?? 'turtle',
    limits: site.limits,
    signal: request.signal,
  });
  const isGraph = found.form === 'construct' || found.form === 'describe';
  if ((isGraph ? graphType : resultType) === null) return notAcceptable();
  return {
    status: 200,
    headers: { 'content-type': contentType(found.mediaType), vary: 'Accept', ...cut(found, site) },
    body: found.body,
  };
}

/** By the name that Virtuoso gave it. */
function cut({ isCut }: SparqlAnswer, { limits }: Site): Record<string, string> {
  return isCut ? { 'x-sparql-maxrows': String(limits.rows) } : {};
}

function notAcceptable(): ServeResponse {
  const message = `Results of SELECT and ASK come as ${Object.keys(resultTypes).slice(0, 4).join(', ')}, graphs as ${Object.keys(graphTypes).slice(0, 3).join(', ')}.`;
  return errorResponse(406, message, { vary: 'Accept' });
}

/** Without a query, programs get the description of the service, and people, by another handler, a page to ask on. */
function describeService(site: Site, { headers }: ServeRequest): ServeResponse | null {
  const types = documentFormats.map(({ mediaType }) => mediaType);
  const wanted = preferred(headers.accept, ['text/html', ...types]);
  if (wanted === 'text/html') return null;
  const format = documentFormats.find(({ mediaType }) => mediaType === wanted);
  if (!format) return notAcceptable();
  return {
    status: 200,
    headers: { 'content-type': contentType(format.mediaType), vary: 'Accept' },
    body: serviceDescription(site, format),
  };
}
