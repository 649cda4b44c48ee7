/** The requests that a store is asked: graphs and quads put there, graphs taken away, questions. */
import { bindingsOf } from '../rdf/sparql-results.js';
import type { RemoteRequest, RemoteResponse } from '../remote/http.js';
import { RemoteError } from '../remote/remote-error.js';
import type { RetryingClient } from '../remote/retry.js';
import { LoadError } from './load-error.js';
import type { Loadable } from './loadable.js';
import type { StoreAddresses, StoreProfile } from './store-profiles.js';

/** A request of a store may take so long: Virtuoso and Fuseki stop now and then to write their checkpoints. */
const seconds = 280;

/** The first: who says nothing at all is no store, or none that is well. */
const firstSeconds = 30;

/** What a store says to a write is read no further than that. */
const mostAnswer = 8192;

/** Names of graphs with their counts: two thousand graphs are asked for at most. */
const mostResult = 16_000_000;

/** Whether a store took what it was sent; where not, what it said. */
export type Outcome = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export class Store {
  constructor(
    private readonly profile: StoreProfile,
    private readonly addresses: StoreAddresses,
    private readonly client: RetryingClient,
    private readonly signal?: AbortSignal,
  ) {}

  get canQuery(): boolean {
    return this.addresses.query !== null;
  }

  get takesQuads(): boolean {
    return this.addresses.quads !== null;
  }

  /** Adds quads to what is there. */
  addQuads(statements: readonly Loadable[]): Promise<Outcome> {
    const body = statements.map(({ graph, triple }) => `${triple} <${graph}> .\n`).join('');
    return this.write('POST', this.addresses.quads as string, 'application/n-quads', body);
  }

  /** Adds triples to a graph, or gives a graph these and no others. All statements are of that graph. */
  writeGraph(method: 'POST' | 'PUT', graph: string, statements: readonly Loadable[]): Promise<Outcome> {
    const body = statements.map(({ triple }) => `${triple} .\n`).join('');
    return this.write(method, this.graphUrl(graph), 'application/n-triples', body);
  }

  /** Takes graphs away, whether they are there or not. */
  async drop(graphs: readonly string[]): Promise<void> {
    const { update } = this.addresses;
    if (update !== null) {
      const body = graphs.map((graph) => `DROP SILENT GRAPH <${graph}>`).join(' ;\n');
      const outcome = await this.write('POST', update, 'application/sparql-update', body);
      if (!outcome.ok) throw this.failure('store-refused', `It does not delete graphs: ${outcome.reason}`);
      return;
    }
    for (const graph of graphs) {
      const response = await this.send({ method: 'DELETE', url: this.graphUrl(graph) });
      if (response.status !== 404) this.check(response, this.graphUrl(graph));
    }
  }

  /** The solutions of a SELECT, a record of the terms' values each. */
  async select(query: string): Promise<Readonly<Record<string, string>>[]> {
    const url = this.addresses.query as string;
    const response = await this.send({
      method: 'POST',
      url,
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/sparql-results+json',
      },
      body: new URLSearchParams({ query }).toString(),
      mostBytes: mostResult,
    });
    this.check(response, url);
    try {
      return bindingsOf(response.text).map((binding) =>
        Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, term?.value ?? ''])),
      );
    } catch (error) {
      throw this.failure(
        'wrong-endpoint',
        `${url} gives no SPARQL results; check --endpoint and --store.`,
        error,
      );
    }
  }

  /** The error that a graph is still there that it said it deleted. */
  keeps(graph: string): LoadError {
    return this.failure(
      'store-refused',
      `It says that it deletes <${graph}>, and keeps it; check its user's rights.`,
    );
  }

  private graphUrl(graph: string): string {
    const { graphs } = this.addresses;
    return `${graphs}${graphs.includes('?') ? '&' : '?'}graph=${encodeURIComponent(graph)}`;
  }

  private async write(method: 'POST' | 'PUT', url: string, type: string, body: string): Promise<Outcome> {
    const request = { method, url, headers: { 'content-type': type }, body };
    const response = await this.send(request, (answer) => this.isRefusal(answer));
    if (this.isRefusal(response)) return { ok: false, reason: reasonIn(response) };
    this.check(response, url);
    return { ok: true };
  }

  private isRefusal({ status, text }: RemoteResponse): boolean {
    if (status === 400 || status === 413 || status === 422) return true;
    return this.profile.refusals.some((one) => one.status === status && one.text.test(text));
  }

  private async send(
    request: Omit<RemoteRequest, 'seconds' | 'mostBytes'> & { mostBytes?: number },
    isFinal?: (response: RemoteResponse) => boolean,
  ): Promise<RemoteResponse> {
    const { signal } = this;
    const patience = this.client.hasAnswered ? seconds : firstSeconds;
    const limits = {
      seconds: patience,
      mostBytes: mostAnswer,
      beyond: 'cut',
      ...(signal && { signal }),
    } as const;
    try {
      return await this.client.send({ ...limits, ...request }, isFinal);
    } catch (error) {
      if (!(error instanceof RemoteError)) throw error;
      throw this.failure(this.codeOf(error), `${error.message}${this.adviceOn(error)}`, error);
    }
  }

  private codeOf({ failure }: RemoteError): string {
    if (failure === 'cancelled') return 'cancelled';
    if (failure === 'redirected') return 'wrong-endpoint';
    if (failure === 'no-challenge') return 'not-authorized';
    return failure === 'unreachable' && !this.client.hasAnswered ? 'store-unreachable' : 'store-gone';
  }

  private adviceOn(error: RemoteError): string {
    return this.codeOf(error) === 'store-gone' ? ' The same command goes on once it is back.' : '';
  }

  /** An answer that is none to go on with ends the load. */
  private check(response: RemoteResponse, url: string): void {
    const { status, text } = response;
    if (status >= 200 && status < 300) {
      // Of a proxy, a login or another site: nothing was stored.
      if (!pageBegin.test(text)) return;
      throw this.failure(
        'wrong-endpoint',
        `${url} answers with a page ("${reasonIn(response)}") instead of storing what was sent; check --endpoint.`,
      );
    }
    const { label, auth, example } = this.profile;
    if (status === 401 || status === 403)
      throw this.failure(
        'not-authorized',
        `${url} answers ${status}: check --user and the secret, that the user may write, and --auth (${label} usually wants ${auth}).`,
      );
    if (status === 404 || status === 405 || status === 501)
      throw this.failure(
        'wrong-endpoint',
        `${url} answers ${status}: there is no ${label} at that address. --endpoint is to be like ${example}.`,
      );
    const again = status >= 500 || status === 408 || status === 429;
    throw this.failure(
      again ? 'store-gone' : 'store-refused',
      `${url} answers ${status}: ${reasonIn(response)}.${again ? ' The same command goes on once it is well.' : ''}`,
    );
  }

  private failure(code: string, message: string, cause?: unknown): LoadError {
    const place = { source: this.addresses.graphs };
    return new LoadError({ code, severity: 'error', message, place }, cause ? { cause } : {});
  }
}

const pageBegin = /^\s*<(?:!doctype\s+html|html)\b/i;

const longestReason = 300;

/** What a store says of an error, in a line, without the mark-up of a page. */
function reasonIn({ status, text }: RemoteResponse): string {
  const words = text
    .slice(0, 4096)
    .replace(/<(?:head|style)\b[\s\S]*?<\/(?:head|style)>/gi, ' ')
    .replace(/<!DOCTYPE[^>]*>|<\/?(?:html|body|h\d|pre|xmp|table|tr|th|td|p|hr|br|a|ul|li)\b[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? `status ${status}` : words.slice(0, longestReason).toWellFormed();
}
