/** The words and signs of a sentence. */
import { classAt, digit, letter, mark, number, pair, space, upper } from '../../value/character-classes.js';

export interface Word {
  readonly text: string;
  /** The same in lower case. */
  readonly lower: string;
  /** UTF-16 offsets in the text that the sentence stands in. */
  readonly begin: number;
  readonly end: number;
}

/** The words between two offsets of a text, `most` of them at most. */
export function wordsOf(text: string, begin: number, end: number, most: number): Word[] {
  const words: Word[] = [];
  let at = begin;
  while (words.length < most) {
    while (is(text, at, space)) at++;
    if (at >= end || at >= text.length) break;
    const next = wordEnd(text, at);
    const word = text.slice(at, next);
    words.push({ text: word, lower: isSmall(word) ? word : inLowerCase(word), begin: at, end: next });
    at = next;
  }
  return words;
}

/** Whether a word is of small letters of ASCII alone, as most are. */
function isSmall(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (unit < 97 || unit > 122) return false;
  }
  return true;
}

function inLowerCase(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replace('’', "'") : lower;
}

/** Initials, numbers with their ending, words with what joins their parts, and every other sign by itself. */
function wordEnd(text: string, at: number): number {
  const first = classAt(text, at);
  if (first & upper) return initialsEnd(text, at) || partsEnd(text, at);
  if (first & digit) return numberEnd(text, at) || partsEnd(text, at);
  if (first & (letter | mark | number)) return partsEnd(text, at);
  return isPossessive(text, at) ? at + 2 : at + widthOf(first);
}

/** `U.S.`, or 0 where there are not two letters at least. */
function initialsEnd(text: string, at: number): number {
  let end = at;
  let count = 0;
  for (let bits = classAt(text, end); bits & upper; bits = classAt(text, end)) {
    const stop = end + widthOf(bits);
    if (text.charCodeAt(stop) !== stopSign) break;
    end = stop + 1;
    count++;
  }
  return count > 1 ? end : 0;
}

const numberEndings = ['st', 'nd', 'rd', 'th', 's', ''];

/** `1,000`, `1990s`, `3rd`, or 0 where letters go on: `35mm`. Of `1.5x`, 1 is a number. */
function numberEnd(text: string, at: number): number {
  let end = at;
  let before = 0;
  for (;;) {
    while (is(text, end, digit)) end++;
    if (!isNumberJoint(text.charCodeAt(end)) || !is(text, end + 1, digit)) break;
    before = end;
    end++;
  }
  for (const ending of numberEndings) {
    const behind = end + ending.length;
    if (text.startsWith(ending, end) && !is(text, behind, letter | digit)) return behind;
  }
  return before;
}

/** The end of a word that begins with a letter: `Ann-Marie`, `O’Neill`, `a.k.a`. */
function partsEnd(text: string, at: number): number {
  let end = at + widthOf(classAt(text, at));
  for (;;) {
    const bits = classAt(text, end);
    if (bits & (letter | mark | number)) end += widthOf(bits);
    else if (bits & space || end >= text.length) return end;
    else if (joins(text, end)) end++;
    else return end;
  }
}

/** Whether a sign inside a word joins its parts. */
function joins(text: string, at: number): boolean {
  const sign = text.charCodeAt(at);
  const isJoint = isApostrophe(sign) || sign === stopSign || sign === hyphen || sign === enDash;
  return isJoint && is(text, at + 1, letter | number) && !isPossessive(text, at);
}

/** Whether `’s` stands at a place and no word goes on behind it. */
function isPossessive(text: string, at: number): boolean {
  return (
    isApostrophe(text.charCodeAt(at)) &&
    text.charCodeAt(at + 1) === smallS &&
    !is(text, at + 2, letter | number)
  );
}

const [stopSign, comma, slash, hyphen, enDash, smallS] = [46, 44, 47, 45, 0x2013, 115];

function isApostrophe(unit: number): boolean {
  return unit === 39 || unit === 0x2019;
}

function isNumberJoint(unit: number): boolean {
  return unit === stopSign || unit === comma || unit === slash;
}

function is(text: string, at: number, bits: number): boolean {
  return (classAt(text, at) & bits) !== 0;
}

function widthOf(bits: number): number {
  return bits & pair ? 2 : 1;
}
