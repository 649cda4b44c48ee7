import { constants } from 'node:os';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';

const codes = { SIGINT: exitCode.interrupted, SIGTERM: exitCode.terminated } as const;

/** Asks a run to stop in order at SIGINT and SIGTERM; a second one ends the process at once. */
export class Interruption {
  /** The exit code that belongs to the signal; null while there was none. */
  code: ExitCode | null = null;
  private readonly controller = new AbortController();

  constructor() {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, this.listen);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  end(): void {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, this.listen);
  }

  private readonly listen = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (this.code !== null) process.exit(128 + constants.signals[name]);
    this.code = codes[name];
    this.controller.abort();
  };
}
