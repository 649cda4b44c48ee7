/** Tells whether an article calls its subject by a common noun: "the salt lamp" for the title "Salt lamp". */
import { baseName } from '../article/title.js';
import type { Article } from '../article.js';
import { isProse } from './plain-text.js';
import { lowerFirst } from './proper-name.js';

/** How often a word has to stand in small letters; of several words nobody puts together by chance, once is enough. */
const least = 2;
/** How many paragraphs are looked at. */
const mostParagraphs = 60;

/** Whether its running words write the title in small letters, and more often so than with a capital. */
export function isCommonNoun(article: Article): boolean {
  const name = baseName(article);
  const small = lowerFirst(name);
  if (small === name || !/^\p{Lu}[\p{Ll} '’-]{2,}$/u.test(name)) return false;
  let inSmall = 0;
  let inCapitals = 0;
  for (const { text } of paragraphsOf(article)) {
    inSmall += countWhole(small, text.value, () => true);
    // At the beginning of a sentence every word has a capital.
    inCapitals += countWhole(name, text.value, (before) => /[\p{Ll},] $/u.test(before));
  }
  return inSmall >= (name.includes(' ') ? 1 : least) && inSmall > inCapitals;
}

function paragraphsOf({ lead, sections }: Article) {
  const blocks = [...lead];
  for (const section of sections) {
    if (blocks.length >= mostParagraphs) break;
    blocks.push(...section.blocks);
  }
  return blocks.filter(isProse).slice(0, mostParagraphs);
}

/** How often words stand in a text that are no part of others and that a test of the two characters before them accepts. */
function countWhole(words: string, text: string, accepts: (before: string) => boolean): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const isPart = /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    // The plural is no other word.
    const goesOn = /^(?!e?s\b)[\p{L}\p{N}]/u.test(text.slice(at + words.length, at + words.length + 3));
    if (!isPart && !goesOn && accepts(text.slice(Math.max(0, at - 2), at))) count++;
  }
  return count;
}
