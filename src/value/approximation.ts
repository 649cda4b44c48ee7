/** Words and signs by which a text says that what follows is not meant exactly: `about`, `c.`, `~`. */
import type { ValueTables } from './tables.js';

/** What follows such a word at the beginning of a text; null where the text does not begin with one. */
export function afterApproximation(text: string, { approximations }: ValueTables): string | null {
  const lower = text.toLowerCase();
  for (const word of approximations) {
    const rest = text.slice(word.length);
    if (lower.startsWith(word) && !(/\p{L}$/u.test(word) && /^\p{L}/u.test(rest))) {
      return rest.replace(/^\./, '').trimStart();
    }
  }
  return null;
}
