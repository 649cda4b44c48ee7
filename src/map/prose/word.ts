/** The words and signs of a sentence. */

export interface Word {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** UTF-16 offsets in the text that the sentence stands in. */
  readonly begin: number;
  readonly end: number;
}

/** Initials, numbers with their ending, words with what joins their parts, and every other sign by itself. */
const wordPattern =
  /(?:\p{Lu}\.){2,}|\d+(?:[.,/]\d+)*(?:st|nd|rd|th|s)?(?![\p{L}\d])|[’']s(?![\p{L}\p{N}])|[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}]|[-–](?=[\p{L}\p{N}])|(?![’']s(?![\p{L}\p{N}]))[.’'](?=[\p{L}\p{N}]))*|\S/gu;

/** The words between two offsets of a text, `most` of them at most. */
export function wordsOf(text: string, begin: number, end: number, most: number): Word[] {
  const words: Word[] = [];
  wordPattern.lastIndex = begin;
  while (words.length < most) {
    const match = wordPattern.exec(text);
    if (!match || match.index >= end) break;
    const [word] = match;
    words.push({
      text: word,
      lower: word.toLowerCase().replace('’', "'"),
      begin: match.index,
      end: match.index + word.length,
    });
  }
  return words;
}
