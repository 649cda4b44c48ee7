/** Why a request has no response. */
export type RemoteFailure =
  /** Nobody listens there, the host has no address, or its certificate is not trusted. */
  | 'unreachable'
  /** The connection broke off. */
  | 'reset'
  /** There was no whole response within the time limit. */
  | 'timeout'
  /** It was given up by who asked. */
  | 'cancelled'
  /** The server points elsewhere; nothing is sent there. */
  | 'redirected'
  /** The response is longer than is wanted. */
  | 'too-large'
  /** The server offers no way of authentication that was asked for. */
  | 'no-challenge';

export class RemoteError extends Error {
  constructor(
    readonly failure: RemoteFailure,
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'RemoteError';
  }
}

const advice: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there; check host and port, and that the server runs',
  ENOTFOUND: 'there is no such host; check the name',
  EAI_AGAIN: 'the name of the host cannot be looked up now',
  EHOSTUNREACH: 'there is no way to that host',
  ENETUNREACH: 'there is no way to that network',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  ETIMEDOUT: 'the host does not answer',
};

/** Connections that were there and broke. */
const broken = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT']);

/** What the platform's fetch throws, by what it means. */
export function failureOf(error: unknown, url: string): RemoteError {
  const { code, message } = innermost(error);
  const where = new URL(url).origin;
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return new RemoteError('timeout', `${where} did not answer in time.`, { cause: error });
  if (broken.has(code) || /terminated|other side closed|socket hang up/i.test(message))
    return new RemoteError('reset', `The connection to ${where} broke off.`, { cause: error });
  const reason = advice[code] ?? `${message}${code === '' ? '' : ` (${code})`}`;
  return new RemoteError('unreachable', `${where} cannot be reached: ${reason}.`, { cause: error });
}

/** fetch wraps the cause of a failure, and a host of several addresses has one a address. */
function innermost(error: unknown): { code: string; message: string } {
  let inner = error as { code?: unknown; message?: string; cause?: unknown; errors?: unknown[] };
  for (let depth = 0; depth < 5; depth++) {
    const next = inner.cause ?? inner.errors?.[0];
    if (typeof next !== 'object' || next === null) break;
    inner = next;
  }
  return {
    code: typeof inner.code === 'string' ? inner.code : '',
    message: inner.message ?? 'no reason given',
  };
}
