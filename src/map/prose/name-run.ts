/** Names among the words of a sentence: a link that is one, or words with capitals. */
import type { Scene } from './scene.js';
import type { Word } from './word.js';

export interface NameStyle {
  /** Whether numbers may be a part of it: "Toronto 2011". */
  readonly numbers: boolean;
  /** Whether `'s` may: "People's Choice". */
  readonly possessive: boolean;
  /** Whether "of" may: "Academy of the Arts". A person of that name is from there. */
  readonly of?: boolean;
}

const longestName = 12;

/** Index behind the name that begins with a word, or 0. */
export function nameEnd(scene: Scene, at: number, style: NameStyle): number {
  const link = scene.linkEnd(at);
  const { words } = scene;
  if (!isCapital(words[at]) || scene.isQuoted(at) || scene.isInsideLink(at)) return 0;
  if (link !== undefined) return link;
  if (beginsOtherwise(scene, at)) return 0;
  let end = at + 1;
  while (end < words.length && end - at < longestName) {
    const next = step(scene, end, style);
    if (next === 0) break;
    end = next;
  }
  return end;
}

/** The first word of a sentence has its capital from there. */
function beginsOtherwise({ words, context }: Scene, at: number): boolean {
  const { text } = words[at] as Word;
  const isFirst = at === 0 || /^["“(]$/.test(words[at - 1]?.text ?? '');
  const next = words[at + 1];
  // "A. O. Scott"
  if (next?.text === '.' && text.length === 1) return false;
  return (
    (isFirst && context.tables.sentenceStarters.has(text) && !(text === 'The' && isCapital(next))) ||
    /^\d/.test(text)
  );
}

/** Index behind the next part of a name, or 0 where it is over. */
function step(scene: Scene, at: number, style: NameStyle): number {
  const { words, context } = scene;
  const word = words[at] as Word;
  // A link is a name of its own.
  if (scene.linkEnd(at) !== undefined) return 0;
  if (/^\d/.test(word.text)) return style.numbers ? at + 1 : 0;
  if (isCapital(word)) return at + 1;
  if (word.text === '.') {
    const isWithin = isShort(words[at - 1], context.tables.abbreviations) && isCapital(words[at + 1]);
    // "Ann L. of the Times"
    const isInitial =
      /^\p{Lu}$/u.test(words[at - 1]?.text ?? '') && /^\p{Ll}/u.test(words[at + 1]?.text ?? '');
    return isWithin || isInitial ? at + 1 : 0;
  }
  if (isCapital(words[at + 1]) && scene.linkEnd(at + 1) === undefined) {
    return joins(scene, at, style) ? at + 2 : 0;
  }
  // "Academy of the Arts"
  const isOfThe = style.of !== false && word.lower === 'of' && words[at + 1]?.lower === 'the';
  return isOfThe && isCapital(words[at + 2]) ? at + 3 : 0;
}

/** Whether a small word or a sign stands inside a name. */
function joins({ words, context }: Scene, at: number, { possessive, of = true }: NameStyle): boolean {
  const { text, lower } = words[at] as Word;
  if (lower === 'of') return of;
  if (lower === "'s") return possessive;
  // "Critics' Award"
  if (/^['’]$/.test(text)) return possessive && words[at - 1]?.lower.endsWith('s') === true;
  return /^[&–-]$/.test(text) || context.tables.runParticles.has(text);
}

function isShort(word: Word | undefined, abbreviations: ReadonlySet<string>): boolean {
  return word !== undefined && (/^\p{Lu}$/u.test(word.text) || abbreviations.has(word.text));
}

/** Whether a word begins with a capital, or with a letter that knows none. */
export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word.text);
}

/**
 * "The New Yorker", "34th Golden Horse Awards", "Golden Horse Film Festival and Awards": with "and" as a second choice. A
 * link may hold more than the name: "Saturn Award for Best Film".
 */
export function organisationEnds(scene: Scene, at: number): readonly number[] {
  const { words } = scene;
  const link = scene.linkEnd(at);
  if (link !== undefined) {
    const isName = isCapital(words[at]) || /^\d/.test(words[at]?.text ?? '');
    return isName && !scene.isQuoted(at) ? [...partsOfLink(scene, at, link), link] : [];
  }
  const style = { numbers: false, possessive: true };
  const begin = numberEnd(scene, at);
  const end = nameEnd(scene, begin, style);
  if (end === 0) return [];
  const ends = [end];
  const year = words[end];
  if (year && /^(?:19|20)\d\d$/.test(year.text)) ends.unshift(end + 1);
  if (words[end]?.lower === 'and' || words[end]?.lower === 'for') {
    const behind = nameEnd(scene, end + 1, style);
    if (behind > 0 && scene.linkEnd(end + 1) === undefined) ends.push(behind);
  }
  return ends;
}

/** Indices of "for" in a link. */
function partsOfLink({ words }: Scene, at: number, end: number): number[] {
  const found: number[] = [];
  for (let part = at + 1; part < end; part++) if (words[part]?.lower === 'for') found.push(part);
  return found;
}

/** Index behind an ordinal or a year before a name: "the 34th annual", "2018". */
function numberEnd({ words }: Scene, at: number): number {
  if (!/^\d+(?:st|nd|rd|th)$|^(?:19|20)\d\d$/.test(words[at]?.lower ?? '')) return at;
  return words[at + 1]?.lower === 'annual' ? at + 2 : at + 1;
}
