import { surrogatePairs } from '../../source/code-points.js';

/** Characters, which are code points (https://www.w3.org/TR/xpath-functions-31/#func-string-length). */
export function lengthOf(text: string): number {
  return text.length - surrogatePairs(text).length;
}
