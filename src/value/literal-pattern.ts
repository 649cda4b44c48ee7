/** A regular expression that fits words as they stand. */
export function literalPattern(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
