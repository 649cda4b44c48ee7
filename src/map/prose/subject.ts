/** Where a sentence speaks of the article's subject. */
import type { Scene } from './scene.js';
import { wordsOf } from './word.js';

/** Index behind the mention that begins with a word, or 0. "The film's sequel" is none. */
export function mentionEnd(scene: Scene, at: number): number {
  return scene.mentionEnds(findMention)[at] ?? 0;
}

function findMention(scene: Scene, at: number): number {
  if (scene.isQuoted(at)) return 0;
  if (scene.words[at]?.lower === 'it') return isSubject(scene, at) ? at + 1 : 0;
  return namedEnd(scene, at);
}

/** The same for a name or a noun. */
function namedEnd(scene: Scene, at: number): number {
  const end = nameOrNounEnd(scene, at);
  return end > 0 && scene.words[end]?.lower !== "'s" ? end : 0;
}

/** The same whatever follows, "the film's sequel" too. */
function nameOrNounEnd(scene: Scene, at: number): number {
  return nameEnd(scene, at) || nounEnd(scene, at);
}

function nameEnd({ words, context }: Scene, at: number): number {
  for (const name of context.subject.names) {
    if (name.every((part, i) => words[at + i]?.text === part)) return at + name.length;
  }
  return 0;
}

function nounEnd({ words, context }: Scene, at: number): number {
  const { nouns, compounds } = context.subject;
  const [determiner, noun, next] = [words[at], words[at + 1], words[at + 2]];
  if (determiner?.lower !== 'the' && determiner?.lower !== 'this') return 0;
  return noun && nouns.has(noun.lower) && !compounds.has(next?.lower ?? '') ? at + 2 : 0;
}

/** "It" is the subject where a mention of it stands before it, or where the sentence before spoke of it. */
function isSubject(scene: Scene, at: number): boolean {
  const first = leadEnd(scene);
  if (at === first) return scene.isAbout;
  // As an object it is what the sentences before spoke of: "In 2009, the weekly listed it among its best films."
  return mentionAt(scene, first) || scene.isMentioned;
}

function mentionAt(scene: Scene, at: number): boolean {
  if (scene.words[at]?.lower === 'it') return scene.isAbout;
  return namedEnd(scene, at) > 0;
}

/** How far what stands before a sentence's subject may go: "In 2011, the film …". */
const longestLead = 25;

/** Index of the word that a sentence's subject begins with: the first, or the one behind what leads to a mention. */
function leadEnd(scene: Scene): number {
  const { words } = scene;
  if (callsSubject(scene, 0)) return 0;
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
  return scene.words[at]?.lower === 'it' || nameOrNounEnd(scene, at) > 0;
}

/** Whether the sentence behind one may say "it" of the subject: this one speaks of it first. */
export function speaksOfSubject(scene: Scene): boolean {
  return mentionAt(scene, leadEnd(scene));
}

/** Whether the sentence behind one may say "it" of the subject as an object: this one speaks of it at all. */
export function mentionsSubject(scene: Scene): boolean {
  return scene.mentionEnds(findMention).some((end) => end > 0);
}

export function nameWords(name: string): readonly string[] {
  return wordsOf(name, 0, name.length, 100).map(({ text }) => text);
}
