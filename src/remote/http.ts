/**
 * Requests to servers of others: the only place that sends any. Everything is bounded: the time, and the length of what
 * comes back. Nothing follows a redirect, so that neither credentials nor articles go where they were not sent.
 */
import { randomBytes } from 'node:crypto';
import { parseChallenges } from './challenges.js';
import type { Credentials } from './credentials.js';
import { authorization } from './credentials.js';
import type { DigestSession } from './digest.js';
import { digestAuthorization, openDigestSession } from './digest.js';
import { failureOf, RemoteError } from './remote-error.js';

/** Text is sent as UTF-8. A stream is made anew for each attempt, since a challenge may ask for a second one. */
export type RequestBody = string | Uint8Array | (() => AsyncIterable<Uint8Array>);

export interface RemoteRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  /** Absolute, of `http:` or `https:`, without user and password. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  /** How long the whole may take, until the last byte has come. */
  readonly seconds: number;
  /** Bytes of the response, unpacked. */
  readonly mostBytes: number;
  /** What is beyond the limit: left away, or an error, as it is unless said otherwise. */
  readonly beyond?: 'cut' | 'error';
  readonly signal?: AbortSignal;
}

export interface RemoteResponse {
  /** Any but a redirect, errors among them. */
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The bytes as UTF-8. */
  readonly text: string;
  readonly isCut: boolean;
}

/** Sends requests with the credentials of one server. */
export class HttpClient {
  private session: DigestSession | null = null;
  private count = 0;
  /** Where the credentials belong: the origin of the first request. */
  private origin: string | undefined;

  constructor(private readonly credentials?: Credentials) {}

  /**
   * Sends one request; with Digest it may take two.
   *
   * @throws RemoteError where there is no response
   */
  async send(request: RemoteRequest): Promise<RemoteResponse> {
    const response = await exchange(request, this.authorizationOf(request));
    if (response.status !== 401 || this.credentials?.scheme !== 'digest') return response;
    const challenges = parseChallenges(response.headers.get('www-authenticate') ?? '');
    // None was given yet, or the one that was has run out. A password that is wrong gets 401 once more.
    this.session = openDigestSession(challenges);
    this.count = 0;
    if (this.session) return exchange(request, this.authorizationOf(request));
    const offered = challenges.map(({ scheme }) => scheme).join(', ') || 'nothing';
    const message = `${new URL(request.url).origin} does not ask for digest authentication that is known here (it offers ${offered}); choose another --auth.`;
    throw new RemoteError('no-challenge', message);
  }

  private authorizationOf({ method, url }: RemoteRequest): string | null {
    if (!this.credentials) return null;
    const { origin, pathname, search } = new URL(url);
    this.origin ??= origin;
    if (origin !== this.origin) throw new Error(`credentials for ${this.origin} would go to ${origin}`);
    if (this.credentials.scheme !== 'digest') return authorization(this.credentials);
    if (!this.session) return null;
    const { user, password } = this.credentials;
    const clientNonce = randomBytes(16).toString('hex');
    const uri = pathname + search;
    return digestAuthorization(this.session, {
      method,
      uri,
      user,
      password,
      count: ++this.count,
      clientNonce,
    });
  }
}

async function exchange(request: RemoteRequest, authorizationHeader: string | null): Promise<RemoteResponse> {
  const { method, url, body, seconds, signal } = request;
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  if (signal?.aborted) giveUp();
  signal?.addEventListener('abort', giveUp);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    giveUp();
  }, seconds * 1000);
  try {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...request.headers,
        ...(authorizationHeader === null ? {} : { authorization: authorizationHeader }),
      },
      signal: controller.signal,
      ...(body === undefined ? {} : bodyOf(body)),
    });
    refuseRedirect(response, url);
    return await receive(response, request);
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    if (isLate) {
      const message = `${new URL(url).origin} did not answer within ${seconds} seconds.`;
      throw new RemoteError('timeout', message, { cause: error });
    }
    if (signal?.aborted) throw new RemoteError('cancelled', 'The request was given up.', { cause: error });
    throw failureOf(error, url);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
    // What was not read of a response is not waited for.
    controller.abort();
  }
}

function bodyOf(body: RequestBody): RequestInit {
  if (typeof body !== 'function') return { body: body as NonNullable<RequestInit['body']> };
  return {
    body: ReadableStream.from(body()) as unknown as NonNullable<RequestInit['body']>,
    duplex: 'half',
  } as RequestInit;
}

function refuseRedirect({ status, headers }: Response, url: string): void {
  if (status < 300 || status >= 400 || status === 304) return;
  const to = headers.get('location');
  const where = to === null ? 'elsewhere' : `to ${new URL(to, url).href}`;
  throw new RemoteError(
    'redirected',
    `${url} redirects ${where}; redirects are not followed. Give the address itself if you trust it.`,
  );
}

async function receive(
  response: Response,
  { mostBytes, beyond = 'error', url }: RemoteRequest,
): Promise<RemoteResponse> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > mostBytes) break;
  }
  const isCut = length > mostBytes;
  if (isCut && beyond === 'error')
    throw new RemoteError('too-large', `${new URL(url).origin} answered with more than ${mostBytes} bytes.`);
  const bytes = Buffer.concat(chunks).subarray(0, mostBytes);
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text: bytes.toString('utf8'),
    isCut,
  };
}
