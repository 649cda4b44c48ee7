import { decodeHTML } from 'entities/decode';

/** The words that were met so far; there are few with entities in use. */
const known = new Map<string, string>();
const mostKnown = 5000;

/** Words with their entities as characters. A space that does not break is a space. */
export function decoded(written: string): string {
  if (!written.includes('&')) return written;
  const found = known.get(written);
  if (found !== undefined) return found;
  const characters = decodeHTML(written).replaceAll('\u00a0', ' ');
  if (known.size < mostKnown) known.set(written, characters);
  return characters;
}
