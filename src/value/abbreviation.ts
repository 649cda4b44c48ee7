import { classBefore, letter, number, pair } from './character-classes.js';

/** Whether the full stop at an offset belongs to its word: `Dr.`, `J.`, `U.S.`, `Ph.D.` */
export function isAbbreviation(text: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  const word = wordBefore(text, at);
  return word.includes('.') || /^\p{Lu}$/u.test(word) || abbreviations.has(word);
}

/** Whether the full stop at an offset ends initials such as `U.S.`, which may end a sentence as well. */
export function isInitialism(text: string, at: number): boolean {
  return /^(?:\p{L}\.)+\p{L}$/u.test(wordBefore(text, at));
}

const longestWord = 40;

function wordBefore(text: string, at: number): string {
  const from = Math.max(0, at - longestWord);
  let begin = at;
  while (begin > from) {
    const bits = classBefore(text, begin);
    const isPart = (bits & (letter | number)) !== 0 || ".'’".includes(text.charAt(begin - 1));
    const next = begin - (bits & pair ? 2 : 1);
    if (!isPart || next < from) break;
    begin = next;
  }
  return text.slice(begin, at);
}
