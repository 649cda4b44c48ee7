import { ownCopy } from '../source.js';

/** In characters; MediaWiki's own are of 255 bytes at most. */
export const longestTitle = 500;

/** How many titles are remembered: more than any shard but that of a file that cannot be divided holds. */
const remembered = 100_000;

/** The titles of the last articles, and where each began, so that one that comes twice is noticed. */
export class TitleRegister {
  private readonly places = new Map<string, string>();

  /** Where an article of this title began before; null, and it is remembered, where there was none. */
  register(title: string, where: string): string | null {
    const before = this.places.get(title);
    if (before !== undefined) return before;
    this.places.set(ownCopy(title), where);
    if (this.places.size > remembered) this.places.delete(this.places.keys().next().value as string);
    return null;
  }
}
