/** What the tests take of autocannon, which has no types of its own. */
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly headers: Readonly<Record<string, string>>;
  }
  interface Result {
    readonly '2xx': number;
    readonly '3xx': number;
    readonly '4xx': number;
    readonly '5xx': number;
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    /** Milliseconds. */
    readonly latency: {
      readonly average: number;
      readonly p50: number;
      readonly p97_5: number;
      readonly p99: number;
    };
    readonly requests: { readonly average: number; readonly total: number };
  }
  namespace autocannon {
    export type { Options, Result };
  }
  function autocannon(options: Options): Promise<Result>;
  export = autocannon;
}
