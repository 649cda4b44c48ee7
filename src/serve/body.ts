import type { IncomingMessage } from 'node:http';
import { errorResponse } from './error-response.js';
import type { ServeResponse } from './handler.js';

/** A body that is not taken. */
export class BodyError extends Error {
  readonly response: ServeResponse;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'BodyError';
    this.response = errorResponse(status, message);
  }
}

/**
 * The body of a request as text.
 *
 * @throws BodyError where it is longer than `limit` bytes, is compressed, or is no UTF-8
 */
export async function readBody(
  incoming: IncomingMessage,
  limit: number,
  signal: AbortSignal,
): Promise<string> {
  const { 'content-encoding': encoding = 'identity', 'content-length': length = '0' } = incoming.headers;
  const tooLong = `A body may have ${limit} bytes.`;
  if (encoding.toLowerCase() !== 'identity') throw new BodyError(415, 'A body must not be compressed.');
  if (Number(length) > limit) throw new BodyError(413, tooLong);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) throw new BodyError(413, tooLong);
      if (signal.aborted) throw new BodyError(408, 'The body took too long.');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof BodyError) throw error;
    throw new BodyError(400, 'The body ended before it was whole.');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new BodyError(400, 'A body must be UTF-8.');
  }
}
