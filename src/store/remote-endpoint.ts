/** A SPARQL service elsewhere, by the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/). */
import { parse } from 'oxigraph';
import { formats } from '../rdf/formats.js';
import type { Credentials } from '../remote/credentials.js';
import type { RemoteResponse } from '../remote/http.js';
import { HttpClient } from '../remote/http.js';
import { RemoteError } from '../remote/remote-error.js';
import { boundedQuery } from './bounded-query.js';
import { noService, notAQuery } from './query-error.js';
import { reachOf, withoutEscapes } from './query-reach.js';
import { resultMediaTypes } from './result-formats.js';
import type { ScannedQuery } from './scan-query.js';
import { scanQuery } from './scan-query.js';
import type {
  ResultFormat,
  SparqlAnswer,
  SparqlFailure,
  SparqlRequest,
  SparqlService,
} from './sparql-service.js';
import { SparqlError } from './sparql-service.js';
import { writeGraph } from './write-graph.js';
import { writeAnswer } from './write-results.js';

export interface RemoteEndpointOptions {
  readonly credentials?: Credentials;
  /** Bytes that an answer may have; one that is longer is `too-large`. */
  readonly mostBytes?: number;
}

interface RemoteText {
  readonly text: string;
  readonly isCut: boolean;
}

/** Brackets in brackets; parsers go down with each, and the stack is small. */
const deepest = 100;

const standardBytes = 256 * 1024 ** 2;

/** @param url of the endpoint, absolute, of `http:` or `https:` */
export function remoteEndpoint(url: string, options: RemoteEndpointOptions = {}): SparqlService {
  return new RemoteEndpoint(url, options);
}

class RemoteEndpoint implements SparqlService {
  private readonly client: HttpClient;

  constructor(
    private readonly url: string,
    private readonly options: RemoteEndpointOptions,
  ) {
    this.client = new HttpClient(options.credentials);
  }

  async query(request: SparqlRequest): Promise<SparqlAnswer> {
    const checked = { ...request, query: withoutEscapes(request.query) };
    const scanned = scanQuery(checked.query);
    const { form } = scanned;
    if (form === null) throw new SparqlError('malformed', notAQuery(scanned.keyword));
    if (scanned.depth > deepest)
      throw new SparqlError('malformed', `Brackets are nested deeper than ${deepest}.`);
    const { isUpdate, asksService } = await reachOf(checked.query);
    if (isUpdate) throw new SparqlError('malformed', notAQuery(scanned.keyword));
    if (asksService) throw new SparqlError('malformed', noService);
    const { rows } = request.limits;
    if (form === 'select' || form === 'ask') {
      const format = form === 'ask' && request.results !== 'xml' ? 'json' : request.results;
      const { text, isCut } = await this.ask(checked, bounded(checked, scanned), resultMediaTypes.json);
      const written = this.write(text, form, format, rows);
      return { form, mediaType: resultMediaTypes[format], ...written, isCut: written.isCut || isCut };
    }
    const { text, isCut } = await this.ask(checked, checked.query, 'application/n-triples');
    const lines = linesOf(text);
    const mediaType = formats.find(({ name }) => name === request.graphs)?.mediaType as string;
    const body = writeGraph(lines.slice(0, rows), request.graphs);
    return { form, mediaType, body, isCut: isCut || lines.length > rows };
  }

  async close(): Promise<void> {}

  private write(json: string, form: 'select' | 'ask', format: ResultFormat, rows: number) {
    try {
      return writeAnswer(json, form, format, rows);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const message = `${this.url} answered with results that are broken, or end too early: ${error.message}`;
      throw new SparqlError('unavailable', message, { cause: error });
    }
  }

  /** @returns an answer in the media type */
  private async ask(request: SparqlRequest, query: string, mediaType: string): Promise<RemoteText> {
    let response = await this.send(request, query, mediaType);
    // Some take no LIMIT as large as that beside ORDER BY: Virtuoso sorts 10,000 rows.
    if (query !== request.query && [400, 500].includes(response.status))
      response = await this.send(request, request.query, mediaType);
    const { status, headers, text } = response;
    if (status < 200 || status > 299) throw refusal(this.url, response);
    const given = (headers.get('content-type') ?? '').replace(/;.*$/s, '').trim().toLowerCase();
    // N-Triples was plain text before it had a type of its own. Virtuoso says where it has left rows away.
    if (given === mediaType || (given === 'text/plain' && mediaType === 'application/n-triples'))
      return { text, isCut: headers.has('x-sparql-maxrows') };
    const what = given === '' ? 'something without a type' : given;
    throw new SparqlError(
      'unavailable',
      `${this.url} answered with ${what} instead of ${mediaType}; it may be no SPARQL endpoint.`,
    );
  }

  private async send(request: SparqlRequest, query: string, mediaType: string): Promise<RemoteResponse> {
    const { defaultGraphs = [], namedGraphs = [], limits, signal } = request;
    const parameters = new URLSearchParams({ query });
    for (const iri of defaultGraphs) parameters.append('default-graph-uri', iri);
    for (const iri of namedGraphs) parameters.append('named-graph-uri', iri);
    try {
      return await this.client.send({
        method: 'POST',
        url: this.url,
        headers: { accept: mediaType, 'content-type': 'application/x-www-form-urlencoded' },
        body: parameters.toString(),
        seconds: limits.seconds,
        mostBytes: this.options.mostBytes ?? standardBytes,
        ...(signal ? { signal } : {}),
      });
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      throw new SparqlError(failures[error.failure] ?? 'unavailable', error.message, { cause: error });
    }
  }
}

const failures: Readonly<Record<string, SparqlFailure>> = {
  'no-challenge': 'refused',
  timeout: 'timeout',
  cancelled: 'cancelled',
  'too-large': 'too-large',
};

/** Of a CONSTRUCT nothing is changed: what a server makes of a mark is not known. */
function bounded({ query, limits }: SparqlRequest, scanned: ScannedQuery): string {
  return scanned.form === 'select' ? boundedQuery(query, scanned, limits.rows) : query;
}

/** Distinct, and in the order of their characters, written as Oxigraph writes them. */
function linesOf(text: string): string[] {
  try {
    const quads = parse(text, { format: 'application/n-triples' });
    return [...new Set(quads.map((quad) => `${quad.toString()} .`))].sort();
  } catch (error) {
    const message = `The endpoint answered with N-Triples that are not valid: ${(error as Error).message}.`;
    throw new SparqlError('unavailable', message, { cause: error });
  }
}

const longestReason = 500;

function refusal(url: string, { status, text, headers }: RemoteResponse): SparqlError {
  const isText = /^text\/plain|json/.test(headers.get('content-type') ?? '');
  const reason = isText ? text.trim().slice(0, longestReason).toWellFormed() : '';
  const said = reason === '' ? '' : ` It says: ${reason}`;
  if (status === 400) return new SparqlError('malformed', `${url} does not take the query.${said}`);
  if (status === 401 || status === 403)
    return new SparqlError(
      'refused',
      `${url} wants to know who asks, or refuses you (${status}); check --auth, --user and the password or token.`,
    );
  if (status === 408 || status === 504)
    return new SparqlError('timeout', `${url} gave the query up (${status}).${said}`);
  if (status === 429 || status === 503)
    return new SparqlError('busy', `${url} is busy (${status}); try again later.`);
  if (status === 413) return new SparqlError('too-large', `${url} finds the query too long.`);
  return new SparqlError('unavailable', `${url} answered with ${status}.${said}`);
}
