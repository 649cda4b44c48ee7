import type { Article } from './article.js';
import { parsePlain } from './parse/plain.js';
import type { Problem } from './problem.js';
import type { Source } from './source.js';

export interface Parsed {
  readonly article: Article;
  readonly problems: readonly Problem[];
}

/**
 * Reads a source into the article model.
 *
 * Any text can be parsed: what cannot be understood costs that construct alone and is told as a problem.
 * The time is linear in the length of the text.
 */
export function parseSource(source: Source): Parsed {
  return parsePlain(source);
}
