/** Where a sentence speaks of the article's subject. */
import { isCapital, nameEnd as nameEndAt } from './name-run.js';
import type { Scene } from './scene.js';
import { wordsOf } from './word.js';

/** Index behind the mention that begins with a word, or 0. "The film's sequel" is none. */
export function mentionEnd(scene: Scene, at: number): number {
  return scene.mentionEnds(findMention)[at] ?? 0;
}

function findMention(scene: Scene, at: number): number {
  if (scene.isQuoted(at)) return 0;
  if (isPronoun(scene, at)) return isSubject(scene, at) ? at + 1 : 0;
  return namedEnd(scene, at);
}

/** "It", or what else stands for such a subject alone. */
function isPronoun({ words, context }: Scene, at: number): boolean {
  return context.subject.pronouns.has(words[at]?.lower ?? '');
}

/** The same for a name or a noun. */
function namedEnd(scene: Scene, at: number): number {
  const end = nameOrNounEnd(scene, at);
  return end > 0 && !isPossessive(scene, end) && !isOfRelative(scene, at) ? end : 0;
}

/** Whether a sign behind a name or a noun makes it the owner of what follows: "the film's sequel", "The Keys' sequel". */
function isPossessive({ words }: Scene, at: number): boolean {
  const { lower } = words[at] ?? {};
  return lower === "'s" || (/^['’]$/.test(lower ?? '') && words[at - 1]?.lower.endsWith('s') === true);
}

/** The same whatever follows, "the film's sequel" too. */
function nameOrNounEnd(scene: Scene, at: number): number {
  return nameEnd(scene, at) || nounEnd(scene, at);
}

/** "The sequel to Title", "the cast of the film"; not "Best Actress for Title". */
function isOfRelative({ words, context }: Scene, at: number): boolean {
  const { lower } = words[at - 1] ?? {};
  const isOf = context.tables.running.relations.has(lower ?? '');
  if (!isOf || !context.subject.relatives.standsAt(words, at - 2)) return false;
  return at === 2 || /^\p{Ll}/u.test(words[at - 2]?.text ?? '');
}

function nameEnd(scene: Scene, at: number): number {
  const end = nameWordsEnd(scene, at);
  return end > 0 && !isPartOfOther(scene, at, end) ? end : 0;
}

/** Index behind the words of a name, whatever follows them. */
function nameWordsEnd({ words, context }: Scene, at: number): number {
  const first = words[at]?.text;
  for (const name of context.subject.names) {
    if (name[0] !== first && name.length > 0) continue;
    if (name.every((part, i) => words[at + i]?.text === part)) return at + name.length;
  }
  return 0;
}

function nounEnd(scene: Scene, at: number): number {
  const { words, context, past } = scene;
  const { nouns, compounds } = context.subject;
  const [determiner, noun] = [words[at], words[at + 1]];
  if (!context.tables.running.pointers.has(determiner?.lower ?? '')) return 0;
  if (!noun || !nouns.has(noun.lower) || compounds.standsAt(words, at + 2)) return 0;
  const next = words[at + 2];
  // "The film Title" is it, "the film Other Title" and "the film that he made before" are others.
  const named = nameEnd(scene, at + 2);
  if (named > 0) return named;
  if (/^[\p{Lu}"“‘]/u.test(next?.text ?? '') || next?.lower === 'that') return 0;
  return past.isElsewhere || joinsOther(scene, at + 2) ? 0 : at + 2;
}

/** Whether words that are the subject's name are a part of the name of something else: "Title II", "Return to Title", "Title fan". */
function isPartOfOther(scene: Scene, begin: number, end: number): boolean {
  return isLinkedElsewhere(scene, begin, end) || beginsBefore(scene, begin) || goesOn(scene, end);
}

function isLinkedElsewhere(scene: Scene, begin: number, end: number): boolean {
  if (scene.isInsideLink(begin)) return true;
  const linkEnd = scene.linkEnd(begin);
  if (linkEnd === undefined) return false;
  const target = scene.linkTarget(begin)?.replaceAll('_', ' ');
  return linkEnd > end || (target !== undefined && !scene.context.subject.titles.has(target));
}

/** Whether a name has begun before its words do; the first word of a sentence has its capital from there. */
function beginsBefore({ words, context }: Scene, at: number): boolean {
  const before = words[at - 1];
  const { sentenceStarters, leads } = context.tables;
  if (at > 0 && context.subject.markers.standsAt(words, at - 1)) return true;
  // "Return to Title" is another work, and "Critics of Title" are others.
  if (at === 2 && before && leads.phraseEnds.has(before.lower))
    return !sentenceStarters.has(words[0]?.text ?? '');
  if (!before || !/^\p{Lu}/u.test(before.text)) return false;
  const isFirst = at === 1 || /^["“(,;:]$/.test(words[at - 2]?.text ?? '');
  const isSmall =
    sentenceStarters.has(before.text) ||
    leads.phraseEnds.has(before.lower) ||
    leads.determiners.has(before.lower);
  return !(isFirst && isSmall) && before.text !== 'The';
}

function goesOn(scene: Scene, at: number): boolean {
  const { words, context } = scene;
  const [next, behind] = [words[at], words[at + 1]];
  if (!next) return false;
  const isName = (text: string | undefined): boolean => /^[\p{Lu}\p{N}]/u.test(text ?? '');
  if (isName(next.text) || context.subject.compounds.standsAt(words, at)) return true;
  if (next.text === ',' && context.tables.nameSuffixes.has(behind?.text ?? '')) return true;
  if (next.text === ':') return isName(behind?.text) && words[at - 1]?.end === next.begin;
  if (/^[–—-]$/.test(next.text)) {
    return isName(behind?.text) && !words.slice(at + 1).some(({ text }) => text === next.text);
  }
  return next.text === '(' ? isOtherAside(scene, at + 1) : joinsOther(scene, at);
}

/** "Title (1975)" is another work, and so is "Title (novel)". */
function isOtherAside({ words, context }: Scene, at: number): boolean {
  const { years, compounds, otherWorks, otherThings } = context.subject;
  for (let i = at; i < at + longestAside && words[i] && words[i]?.text !== ')'; i++) {
    const { text } = words[i] as { text: string };
    if (i === at && /^\d{4}$/.test(text) && years.size > 0 && !years.has(text)) return true;
    if ([compounds, otherWorks, otherThings].some((phrases) => phrases.standsAt(words, i))) return true;
  }
  return false;
}

const longestAside = 4;

/** "Title and Other Title", "Title & Co": what is said of both is not said of one. */
function joinsOther({ words, context }: Scene, at: number): boolean {
  const { joiners, articles } = context.tables.running;
  if (words[at]?.text === '&') return true;
  if (!joiners.has(words[at]?.lower ?? '')) return false;
  const isThe = articles.has(words[at + 1]?.lower ?? '');
  return /^[\p{Lu}"“]/u.test(words[at + (isThe ? 2 : 1)]?.text ?? '');
}

/** Whether a gap of a pattern may not go on over a word: the clause speaks of something else from there. */
export function stopsGap(scene: Scene, at: number): boolean {
  return scene.gapStops(findGapStop)[at] === true;
}

function findGapStop(scene: Scene, at: number): boolean {
  const { gapStops, subordinators } = scene.context.subject;
  const { words } = scene;
  if (gapStops.standsAt(words, at) || isOtherName(scene, at) || turnsToOther(scene, at)) return true;
  return (
    subordinators.standsAt(words, at) &&
    /^[\p{Lu}"“]/u.test(words[at + 1]?.text ?? '') &&
    mentionEnd(scene, at + 1) === 0
  );
}

/** Whether a clause begins with a word that has a subject of its own: "and Ann Lee was nominated", "and in 2010 it was shown". */
function turnsToOther(scene: Scene, at: number): boolean {
  const { words, context } = scene;
  if (!context.subject.turns.standsAt(words, at)) return false;
  const isDated = words[at + 1]?.lower === 'in' && /^\d{4}$/.test(words[at + 2]?.text ?? '');
  const first = isDated ? at + (words[at + 3]?.text === ',' ? 4 : 3) : at + 1;
  if (mentionEnd(scene, first) > 0) return true;
  if (!isCapital(words[at + 1])) return false;
  const end = nameEndAt(scene, at + 1, { numbers: false, possessive: false });
  return end > 0 && context.subject.auxiliaries.standsAt(words, end);
}

/** Whether the name of something else begins with a word that is called after the subject, such as its sequel. */
function isOtherName(scene: Scene, at: number): boolean {
  return scene.otherNames(findOtherName)[at] === true;
}

function findOtherName(scene: Scene, at: number): boolean {
  const end = scene.isQuoted(at) ? 0 : nameWordsEnd(scene, at);
  return end > 0 && isPartOfOther(scene, at, end) && !isPossessive(scene, end);
}

/** What a sentence turns to besides the subject: another work, which may be "the film" in the next, or another thing, "it". */
export function turnsTo(scene: Scene): 'work' | 'thing' | null {
  const { words, context } = scene;
  const { otherWorks, otherThings } = context.subject;
  let turned: 'thing' | null = null;
  for (let at = 0; at < words.length; at++) {
    if (scene.isQuoted(at)) continue;
    if (isOtherName(scene, at)) return 'work';
    if (otherWorks.standsAt(words, at) && !isSubjectItself(scene, at)) return 'work';
    if (otherThings.standsAt(words, at)) turned = 'thing';
  }
  return turned;
}

/** "Title is the sequel to": the subject is one. */
function isSubjectItself(scene: Scene, at: number): boolean {
  const { words, context } = scene;
  const { running, leads } = context.tables;
  const { relations, beings } = running;
  // "The second film in the trilogy"
  const isWithin = leads.phraseEnds.has(words[at + 2]?.lower ?? '');
  const behind = isWithin || words.slice(at + 1, at + 3).some(({ lower }) => relations.has(lower));
  return behind && speaksOfSubject(scene) && words.slice(0, at).some(({ lower }) => beings.has(lower));
}

/** Whether a sentence calls the subject by a name. */
export function namesSubject(scene: Scene): boolean {
  return scene.words.some((_, at) => mentionEnd(scene, at) > 0 && nameEnd(scene, at) > 0);
}

/** "It" is the subject where a mention of it stands before it, or where the sentence before spoke of it. */
function isSubject(scene: Scene, at: number): boolean {
  const first = leadEnd(scene);
  if (at === first) return scene.past.isAbout;
  // Whom "he" means further on, the sentence may have said between.
  if (scene.context.subject.isPerson) return false;
  // As an object it is what the sentences before spoke of: "In 2009, the weekly listed it among its best films."
  return mentionAt(scene, first) || scene.past.isMentioned;
}

function mentionAt(scene: Scene, at: number): boolean {
  if (isPronoun(scene, at)) return scene.past.isAbout;
  return namedEnd(scene, at) > 0;
}

/** How far what stands before a sentence's subject may go: "In 2011, the film …". */
const longestLead = 25;

/** Index of the word that a sentence's subject begins with: the first, or the one behind what leads to a mention. */
function leadEnd(scene: Scene): number {
  const { words } = scene;
  if (callsSubject(scene, 0)) return 0;
  // "The Salt River", whose page is called "Salt River".
  if (words[0]?.lower === 'the' && nameEnd(scene, 1) > 0) return 1;
  for (let at = 1; at < Math.min(words.length, longestLead); at++) {
    if (words[at]?.text !== ',') continue;
    const isDate = /^\d/.test(words[at + 1]?.text ?? '') && /^\d/.test(words[at - 1]?.text ?? '');
    if (isDate) continue;
    return callsSubject(scene, at + 1) ? at + 1 : 0;
  }
  return 0;
}

/** Whether a word begins what the subject may be called, "it" or "the film's sequel" too. */
function callsSubject(scene: Scene, at: number): boolean {
  return isPronoun(scene, at) || nameOrNounEnd(scene, at) > 0;
}

/** Whether the sentence behind one may say "it" of the subject: this one speaks of it first. */
export function speaksOfSubject(scene: Scene): boolean {
  return mentionAt(scene, leadEnd(scene));
}

/** Whether the sentence behind one may say "it" of the subject as an object: this one speaks of it at all. */
export function mentionsSubject(scene: Scene): boolean {
  return scene.isMentioning(findMention);
}

export function nameWords(name: string): readonly string[] {
  return wordsOf(name, 0, name.length, 100).map(({ text }) => text);
}
