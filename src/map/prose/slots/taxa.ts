/** Taxa: "family Strigidae". */
import type { Word } from '../word.js';
import { one } from './end.js';

/** The rank in front of a scientific name, and the name. */
export const taxonEnds = one((scene, at) => {
  const { words, context } = scene;
  const [rank, name] = [words[at] as Word, words[at + 1]];
  if (!context.tables.rankWords.has(rank.lower) || !name || scene.isQuoted(at)) return 0;
  const isName = /^\p{Lu}\p{Ll}{2,}$/u.test(name.text) && !/^\p{Lu}/u.test(words[at + 2]?.text ?? '');
  const linkEnd = scene.linkEnd(at + 1);
  return isName && (linkEnd === undefined || linkEnd === at + 2) ? at + 2 : 0;
});
