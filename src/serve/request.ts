/** The head of a request, checked before anything is done for it. */
import type { IncomingMessage } from 'node:http';
import { errorResponse } from './error-response.js';
import type { ServeRequest, ServeResponse } from './handler.js';
import type { ServerLimits } from './server-limits.js';
import { isUtf8 } from './sparql-operation.js';

/** A request that gets no further. */
export class RequestError extends Error {
  constructor(readonly response: ServeResponse) {
    super(`refused with ${response.status}`);
    this.name = 'RequestError';
  }
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/**
 * @param hostNames by which the server may be asked; null where any will do
 * @throws RequestError
 */
export function readRequest(
  incoming: IncomingMessage,
  { urlLength }: ServerLimits,
  hostNames: ReadonlySet<string> | null,
): Omit<ServeRequest, 'body' | 'signal'> {
  const { method = '', url = '', rawHeaders } = incoming;
  // https://www.rfc-editor.org/rfc/rfc9112#section-3.2
  const hosts = rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) throw refusal(400, 'A request names one host; this one has several Host headers.');
  const host = hostName(incoming.headers.host ?? '');
  if (hostNames && !hostNames.has(host))
    throw refusal(
      421,
      'This server does not answer to that name. Name the hosts it answers to with --host-name.',
    );
  if (!isMethod(method)) throw refusal(405, 'Here one can only read.', { allow: 'GET, HEAD, POST, OPTIONS' });
  if (url.length > urlLength) throw refusal(414, `An address may have ${urlLength} characters; use POST.`);
  const target = /^(?:https?:\/\/([^/?#]*))?(\/[^?#]*)(?:\?([^#]*))?$/i.exec(url);
  if (!target && !(method === 'OPTIONS' && url === '*')) throw refusal(400, 'This is no address.');
  if (target?.[1] !== undefined && target[1].toLowerCase() !== incoming.headers.host?.toLowerCase())
    throw refusal(400, 'The address names another host than the Host header.');
  if (!isUtf8(target?.[3] ?? '')) throw refusal(400, 'The percent signs of this address are no UTF-8.');
  return {
    method,
    path: target?.[2] ?? '*',
    query: new URLSearchParams(target?.[3] ?? ''),
    headers: singleHeaders(incoming),
  };
}

function isMethod(method: string): method is ServeRequest['method'] {
  return methods.has(method);
}

/** Without port and in lower case; an address of IPv6 keeps its brackets. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

function singleHeaders({ headers }: IncomingMessage): Record<string, string> {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value as string)]),
  );
}

function refusal(status: number, message: string, headers: Record<string, string> = {}): RequestError {
  return new RequestError(errorResponse(status, message, headers));
}
