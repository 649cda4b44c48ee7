/** HTTP Digest access authentication (https://www.rfc-editor.org/rfc/rfc7616). */
import { createHash } from 'node:crypto';
import type { Challenge } from './challenges.js';

/** Names of RFC 7616 §6.1 beside those of OpenSSL. */
const algorithms: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-256': 'sha256',
  'SHA-512-256': 'sha512-256',
};

/** What answers to one challenge need; the server counts them, so that none can be sent again by another. */
export interface DigestSession {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  /** As the server wrote it; absent, it is MD5. */
  readonly algorithm: string | undefined;
  readonly hash: string;
  readonly isSession: boolean;
  /** Absent in the Digest of RFC 2069. */
  readonly hasQop: boolean;
  readonly hashesUser: boolean;
}

export interface DigestRequest {
  readonly method: string;
  /** Path and query. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** How many requests were answered in this session, this one among them: from 1. */
  readonly count: number;
  /** A number used once, of the client's choice. */
  readonly clientNonce: string;
}

/** The first of the challenges that can be answered: servers put the strongest first (RFC 7616 §3.7). */
export function openDigestSession(challenges: readonly Challenge[]): DigestSession | null {
  for (const { scheme, parameters } of challenges) {
    const { realm, nonce, opaque, algorithm, qop, userhash } = parameters;
    if (scheme !== 'digest' || realm === undefined || nonce === undefined) continue;
    const name = (algorithm ?? 'MD5').toUpperCase();
    const hash = algorithms[name.replace(/-SESS$/, '')];
    const values = qop?.split(',').map((value) => value.trim().toLowerCase());
    // auth-int alone would need the whole body before its first byte is sent.
    if (!hash || (values && !values.includes('auth'))) continue;
    return {
      realm,
      nonce,
      opaque,
      algorithm,
      hash,
      isSession: name.endsWith('-SESS'),
      hasQop: values !== undefined,
      hashesUser: userhash?.toLowerCase() === 'true',
    };
  }
  return null;
}

/** The `Authorization` of a request (RFC 7616 §3.4). */
export function digestAuthorization(session: DigestSession, request: DigestRequest): string {
  const { realm, nonce, opaque, algorithm, hash, isSession, hasQop, hashesUser } = session;
  const { method, uri, user, password, count, clientNonce } = request;
  const h = (text: string): string => createHash(hash).update(text, 'utf8').digest('hex');
  const secret = h(`${user}:${realm}:${password}`);
  const a1 = isSession ? h(`${secret}:${nonce}:${clientNonce}`) : secret;
  const a2 = h(`${method}:${uri}`);
  const nc = count.toString(16).padStart(8, '0');
  const response = hasQop ? h(`${a1}:${nonce}:${nc}:${clientNonce}:auth:${a2}`) : h(`${a1}:${nonce}:${a2}`);
  const parts = [
    userName(hashesUser ? h(`${user}:${realm}`) : user),
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${response}"`,
  ];
  if (algorithm !== undefined) parts.push(`algorithm=${algorithm}`);
  if (opaque !== undefined) parts.push(`opaque=${quoted(opaque)}`);
  if (hasQop) parts.push('qop=auth', `nc=${nc}`);
  if (hasQop || isSession) parts.push(`cnonce="${clientNonce}"`);
  if (hashesUser) parts.push('userhash=true');
  return `Digest ${parts.join(', ')}`;
}

/** A name beyond ASCII is written as https://www.rfc-editor.org/rfc/rfc5987 has it. */
function userName(user: string): string {
  if (/^[\x20-\x7e]*$/.test(user)) return `username=${quoted(user)}`;
  const encoded = encodeURIComponent(user).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `username*=UTF-8''${encoded}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}
