import type { Place, Problem } from '../problem.js';

/** What comes of an input, or of an article in it, that cannot be used. */
export function refused(code: string, place: Place, message: string): { readonly problem: Problem } {
  return { problem: { code, severity: 'error', message, place } };
}
