import type { Problem } from '../problem.js';

/** What ends a load: a store that cannot be reached, does not know who asks, or refuses everything. */
export class LoadError extends Error {
  constructor(
    readonly problem: Problem,
    options: ErrorOptions = {},
  ) {
    super(problem.message, options);
    this.name = 'LoadError';
  }
}
