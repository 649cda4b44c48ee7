/** Words, as texts are compared: without regard to case, to punctuation and to the width of white space. */

/** Letters and digits with their marks; each sign of a currency, and percent signs. */
const wordPattern = /[\p{L}\p{N}\p{M}]+|[\p{Sc}%]/gu;

/** Marks of direction, joiners and soft hyphens, which no reader sees. */
const invisible = /\p{Cf}/gu;

export function normal(text: string): string {
  return text.normalize('NFC').replace(invisible, '').toLowerCase();
}

/** The words of a text in their order. */
export function wordsOf(text: string): string[] {
  return normal(text).match(wordPattern) ?? [];
}
