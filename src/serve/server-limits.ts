/** What a client may want of the server: sizes in bytes, times in seconds. */
export interface ServerLimits {
  /** Of all headers and the request line together. */
  readonly headerBytes: number;
  /** Characters of path and query. */
  readonly urlLength: number;
  readonly bodyBytes: number;
  /** For a client to send its headers, and for all of its request. */
  readonly headerSeconds: number;
  readonly bodySeconds: number;
  /** For the answer. */
  readonly answerSeconds: number;
  /** Until a connection without a request is closed. */
  readonly idleSeconds: number;
  readonly connections: number;
  /** Requests that are answered at the same time. */
  readonly requests: number;
}

export const usualLimits: ServerLimits = {
  headerBytes: 32 * 1024,
  urlLength: 16 * 1024,
  bodyBytes: 1024 * 1024,
  headerSeconds: 10,
  bodySeconds: 20,
  answerSeconds: 60,
  idleSeconds: 5,
  connections: 512,
  requests: 128,
};
