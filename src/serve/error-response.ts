import type { ServeResponse } from './handler.js';

/** What went wrong, in a sentence, as plain text. */
export function errorResponse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ServeResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${message}\n`,
  };
}
