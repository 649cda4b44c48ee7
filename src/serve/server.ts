/** The HTTP server: what is asked goes to a handler, within limits; what it answers goes out with its headers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { printable } from '../source/printable.js';
import { BodyError, readBody } from './body.js';
import { errorResponse } from './error-response.js';
import type { Handler, ServeRequest, ServeResponse } from './handler.js';
import { RequestError, readRequest } from './request.js';
import { finished } from './response-headers.js';
import type { ServerLimits } from './server-limits.js';

export interface ServerOptions {
  readonly handler: Handler;
  readonly limits: ServerLimits;
  /** Names and addresses by which it may be asked, in lower case, without port; null where any will do. */
  readonly hostNames: ReadonlySet<string> | null;
  /** Whether pages of other sites may read what it answers (https://fetch.spec.whatwg.org/#http-cors-protocol). */
  readonly isCrossOrigin: boolean;
  readonly log: (record: RequestRecord) => void;
  /** Milliseconds since some time. */
  readonly clock: () => number;
}

/** A request that was answered, or whose client was gone before. The query is left out: it may hold what is private. */
export interface RequestRecord {
  readonly type: 'request';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Of the body. */
  readonly bytes: number;
  readonly ms: number;
  /** Whether the client was gone before the answer was. */
  readonly isAborted?: boolean;
  /** What is wrong in the server itself. */
  readonly error?: string;
}

/** Characters of a path that the log shows. */
const longestLoggedPath = 300;

export class Server {
  private readonly http;
  private readonly shutdown = new AbortController();
  private active = 0;

  constructor(private readonly options: ServerOptions) {
    const { limits } = options;
    this.http = createServer({
      maxHeaderSize: limits.headerBytes,
      headersTimeout: 1000 * limits.headerSeconds,
      requestTimeout: 1000 * limits.bodySeconds,
      keepAliveTimeout: 1000 * limits.idleSeconds,
      connectionsCheckingInterval: 1000,
    });
    // A client that takes nothing of its answer is let go.
    this.http.timeout = 1000 * (limits.answerSeconds + limits.idleSeconds);
    this.http.maxConnections = limits.connections;
    this.http.on('request', (incoming, outgoing) => void this.answer(incoming, outgoing));
    this.http.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => refuse(error, socket));
  }

  /**
   * @param port 0 for one that is free
   * @returns where it listens
   * @throws the network's error where it cannot
   */
  listen(host: string, port: number): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      this.http.once('error', reject);
      this.http.listen({ host, port }, () => {
        this.http.off('error', reject);
        resolve(this.http.address() as AddressInfo);
      });
    });
  }

  /** Takes no more requests; those that are being answered have so many seconds to end. */
  async close(graceSeconds: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    this.http.closeIdleConnections();
    const timer = setTimeout(() => {
      this.shutdown.abort();
      this.http.closeAllConnections();
    }, 1000 * graceSeconds);
    await closed;
    clearTimeout(timer);
  }

  private async answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { limits, clock } = this.options;
    const begun = clock();
    const gone = new AbortController();
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), 1000 * limits.answerSeconds);
    let sent = { status: 0, bytes: 0 };
    let error: string | undefined;
    outgoing.on('close', () => {
      clearTimeout(timer);
      const isAborted = !outgoing.writableFinished;
      if (isAborted) gone.abort();
      const [path = ''] = (incoming.url ?? '').split('?', 1);
      this.options.log({
        type: 'request',
        method: printable(incoming.method ?? ''),
        path: printable(path.slice(0, longestLoggedPath)),
        ...sent,
        ms: Math.round(clock() - begun),
        ...(isAborted ? { isAborted } : {}),
        ...(error === undefined ? {} : { error: printable(error) }),
      });
    });
    this.active++;
    try {
      const signal = AbortSignal.any([gone.signal, late.signal, this.shutdown.signal]);
      const response = await this.respond(incoming, signal);
      if (gone.signal.aborted) return;
      sent = this.send(incoming, outgoing, response);
    } catch (thrown) {
      error = (thrown as Error).stack ?? String(thrown);
      if (!gone.signal.aborted && !outgoing.headersSent)
        sent = this.send(incoming, outgoing, errorResponse(500, 'Something is wrong in the server.'));
    } finally {
      this.active--;
      clearTimeout(timer);
    }
  }

  private async respond(incoming: IncomingMessage, signal: AbortSignal): Promise<ServeResponse> {
    const { limits, hostNames, handler } = this.options;
    if (this.active > limits.requests)
      return errorResponse(503, 'Too many requests at once; try again.', { 'retry-after': '1' });
    try {
      const head = readRequest(incoming, limits, hostNames);
      const body = head.method === 'POST' ? await readBody(incoming, limits.bodyBytes, signal) : '';
      return await answerOf(handler, { ...head, body, signal });
    } catch (error) {
      if (error instanceof RequestError || error instanceof BodyError) return error.response;
      throw error;
    }
  }

  private send(
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    response: ServeResponse,
  ): { status: number; bytes: number } {
    const { status, headers, body } = finished(incoming, response, this.options.isCrossOrigin);
    // What is left of a body that nobody reads must not be taken for the next request.
    const isEnd = !incoming.complete || !this.http.listening;
    outgoing.writeHead(status, isEnd ? { ...headers, connection: 'close' } : headers);
    outgoing.end(body);
    return { status, bytes: body.length };
  }
}

/** The handler's answer, or that it took too long: a handler that never ends holds no client. */
async function answerOf(handler: Handler, request: ServeRequest): Promise<ServeResponse> {
  const { signal } = request;
  let listen = (): void => {};
  const late = new Promise<ServeResponse>((resolve) => {
    listen = () => resolve(errorResponse(503, 'This took too long; try again.', { 'retry-after': '5' }));
    signal.addEventListener('abort', listen);
  });
  try {
    const answer = handler(request);
    // An answer that comes too late may be a failure, which is nobody's then.
    answer.catch(() => {});
    return (await Promise.race([answer, late])) ?? errorResponse(404, 'There is nothing here.');
  } finally {
    signal.removeEventListener('abort', listen);
  }
}

const refusals: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/** What is no HTTP gets an answer that is, and the connection ends. */
function refuse(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = refusals[error.code ?? ''] ?? '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n`,
  );
}
