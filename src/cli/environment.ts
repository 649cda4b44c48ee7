import type { Console } from './console.js';

/** What a command needs of the process it runs in. */
export interface Environment {
  readonly console: Console;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly version: string;
}
