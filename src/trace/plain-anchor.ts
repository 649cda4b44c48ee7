/** The words between the two ends of a span of plain text, and which of them may be hidden by marks around them. */
import { decodeHTML } from 'entities/decode';
import type { Token } from './token.js';
import { wordsOf } from './words.js';

/** Targets and addresses of links, what stands in brackets, tags and comments: readers may leave out their words. */
const hidden =
  /\[\[[^[\]|\n]{1,1000}\||\[[^[\]\n]{1,500}\](?:\((?:[^()\s]|\([^()\s]*\)){0,2000}(?:\s+"[^"\n]*")?\))?|<!--[\s\S]{0,2000}?-->|<ref\b[^<>]*>[\s\S]{0,2000}?<\/ref>|<[^<>\n]{1,500}>|^[ \t]*\d{1,4}[.)](?=\s)/gim;

/** In texts that were cut into tokens, a sign inside of a word or number stands between blanks. */
export function withoutCuts(text: string): string {
  return text.replace(/ ?@([-.,])@ ?/g, '$1');
}

export function readPlainAnchor(text: string): Token[] {
  const tokens: Token[] = [];
  const add = (words: string, isHidden: boolean): void => {
    for (const word of wordsOf(decodeHTML(words))) tokens.push({ word, isHidden, joins: false });
  };
  let at = 0;
  for (const { 0: mark, index } of text.matchAll(hidden)) {
    add(text.slice(at, index), false);
    add(mark, true);
    at = index + mark.length;
  }
  add(text.slice(at), false);
  return tokens;
}
