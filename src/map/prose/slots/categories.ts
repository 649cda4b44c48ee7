/** What awards are given for. */
import { isCapital, organisationEnds } from '../name-run.js';
import type { Scene } from '../scene.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { none } from './end.js';

/** "Best Actress in a Supporting Role", a name in quotation marks, or a prize's own name such as "Grand Prix". */
export const categoryEnds: Ends = (scene, at) => {
  const quoted = scene.quoteEnd(at);
  if (quoted !== undefined) return [quoted];
  const { words, context } = scene;
  // "Stone Award for Best Film" may be one link.
  const isPartOfLink = scene.isInsideLink(at) && words[at - 1]?.lower !== 'for';
  if (!isCapital(words[at]) || isPartOfLink) return none;
  const link = scene.linkEnd(at);
  if (!context.names.superlatives.has((words[at] as Word).lower)) {
    const ends = organisationEnds(scene, at).filter((end) => isPrize(scene, at, end));
    return link !== undefined && !ends.includes(link) ? [link, ...ends] : ends;
  }
  const whole = link !== undefined && link > at + 1 ? [link] : [];
  return [...new Set([...whole, ...inOrder(scene, at, endsOfBest(scene, at))])];
};

/** Whether a name is one that prizes have: "Grand Prix", "Golden Raven". */
function isPrize({ words, context }: Scene, at: number, end: number): boolean {
  return words.slice(at, end).some(({ lower }) => context.categories.has(lower));
}

/** Longest name of a category, in words, and most small words between two others. */
const longestCategory = 16;
const mostSmall = 3;

/** Where a name that begins with "Best" may end: behind each of its words but the small ones. */
function endsOfBest({ words, context }: Scene, at: number): readonly number[] {
  const { superlatives, categoryInner } = context.names;
  const ends: number[] = [];
  let end = at + 1;
  for (let next = end; next < words.length && next - at < longestCategory; next++) {
    const word = words[next] as Word;
    if (/^(?:18|19|20)\d\d$/.test(word.text)) break;
    if (isCapital(word) || /^\d/.test(word.text)) {
      // "Best Director and Best Actor" are two.
      if (next > end && superlatives.has(word.lower)) break;
      if (next > end) ends.push(end);
      end = next + 1;
    } else if (!categoryInner.has(word.lower) || next - end >= mostSmall) break;
  }
  ends.push(end);
  return ends;
}

/** Behind "in", "of" and dashes a name goes on; behind "for", "and", "at" or "by" there most likely stands something else. */
function inOrder({ words }: Scene, at: number, ends: readonly number[]): number[] {
  const goesOn = (end: number): boolean => /^(?:in|of|or|–|—|-|\/|&|:)$/.test(words[end]?.lower ?? '');
  let best = 0;
  while (best < ends.length - 1 && goesOn(ends[best] as number)) best++;
  const first = ends[best] as number;
  const others = ends.filter((end) => end !== first && end > at + 1);
  return [first, ...others.filter((end) => end > first), ...others.filter((end) => end < first)];
}
