import { ownCopy } from '../source.js';

/** In characters; MediaWiki's own are of 255 bytes at most. */
export const longestTitle = 500;

/** How many titles are remembered: more than any shard but that of a file that cannot be divided holds. */
const remembered = 100_000;

export interface Registered {
  /** Where it begins, in words. */
  readonly where: string;
  /** The wiki that it is of, or its language; empty where neither is known. */
  readonly of: string;
}

/** The titles of the last articles, and where each began, so that one that comes twice is noticed. */
export class TitleRegister {
  private readonly places = new Map<string, Registered>();

  /** The article of this title that was before; null, and it is remembered, where there was none. */
  register(title: string, article: Registered): Registered | null {
    const before = this.places.get(title);
    if (before !== undefined) return before;
    this.places.set(ownCopy(title), article);
    if (this.places.size > remembered) this.places.delete(this.places.keys().next().value as string);
    return null;
  }
}
