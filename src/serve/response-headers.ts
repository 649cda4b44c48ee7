/** What every response has, whoever made it. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { gzipSync } from 'node:zlib';
import { acceptsGzip } from './accept.js';
import { contentPolicy } from './content-policy.js';
import type { ServeResponse } from './handler.js';

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentPolicy(),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** Headers that pages of other sites may read too. */
const exposed = 'ETag, Link, Location, Content-Location, Retry-After, X-SPARQL-MaxRows';

export interface FinishedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: Uint8Array;
}

/** Bytes from which on it is worth while. */
const leastCompressed = 1024;

/** Pages are compressed for who takes that; data are sent as they are, and their bytes are those of the export. */
function compressed(response: ServeResponse, accepted: string | undefined): ServeResponse {
  const { headers, body } = response;
  if (!headers['content-type']?.startsWith('text/html') || body.length < leastCompressed) return response;
  const vary = [headers.vary, 'Accept-Encoding'].filter(Boolean).join(', ');
  if (!acceptsGzip(accepted)) return { ...response, headers: { ...headers, vary } };
  return { ...response, headers: { ...headers, vary, 'content-encoding': 'gzip' }, body: gzipSync(body) };
}

/**
 * The response as it is sent: with the headers of safety, those of CORS, its length, and for what was read well a strong
 * ETag of its bytes (https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3), by which it may shrink to 304.
 */
export function finished(
  incoming: IncomingMessage,
  made: ServeResponse,
  isCrossOrigin: boolean,
): FinishedResponse {
  const { method } = incoming;
  const response = compressed(made, incoming.headers['accept-encoding']);
  const bytes = typeof response.body === 'string' ? Buffer.from(response.body) : response.body;
  const isRead = response.status === 200 && (method === 'GET' || method === 'HEAD');
  const etag = isRead ? `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` : null;
  const headers = {
    ...securityHeaders,
    'cache-control': 'no-cache',
    ...(isCrossOrigin
      ? { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed }
      : {}),
    ...response.headers,
    ...(etag === null ? {} : { etag }),
  };
  if (etag !== null && isMatched(incoming.headers['if-none-match'], etag))
    return { status: 304, headers: withoutContent(headers), body: new Uint8Array() };
  if (response.status === 204) return { status: 204, headers, body: new Uint8Array() };
  const sent = method === 'HEAD' ? new Uint8Array() : bytes;
  return { status: response.status, headers: { ...headers, 'content-length': bytes.length }, body: sent };
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2 */
function isMatched(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false;
  return condition
    .split(',')
    .some((one) => /^(?:\*|(?:W\/)?(".*"))$/.exec(one.trim())?.[1] === etag || one.trim() === '*');
}

/** https://www.rfc-editor.org/rfc/rfc9110#section-15.4.5 */
function withoutContent(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'));
}
