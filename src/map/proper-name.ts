/** Tells whether a first sentence speaks of one thing by its name, or of every one of a sort. */
import type { ValueTables } from '../value/tables.js';
import type { LeadPhrase } from './noun-phrase.js';

interface Saying {
  /** The words before the verb. */
  readonly before: string;
  /** "is a". */
  readonly verb: string;
  readonly phrase: LeadPhrase;
  /** What the subject is called, its title first. */
  readonly names: readonly string[];
}

/** "The pope is the bishop of Rome", "Container ship is a ship" say nothing of anybody or of any ship; what topics have no names of their own, passes. */
export function isProperName({ before, verb, phrase, names }: Saying, tables: ValueTables): boolean {
  const named = phrase.topic?.named ?? null;
  if (named === null) return true;
  // "In mythology, X is a king", "Among others, X is a town".
  const { startsAside, owner } = tables.leads.patterns;
  if (startsAside.test(before) && !names.some((name) => startsAside.test(name))) return false;
  if (owner.test(before) || isPossessed(before, names, tables)) return false;
  const words = (names[1] ?? names[0] ?? '').split(' ');
  if (words.some((word) => isCommon(word, tables)) || isInSmall(before, names)) return false;
  return named === 'thing' || isPerson(before, verb, phrase, words, tables);
}

/** "The founder of X was a banker". */
function isPossessed(before: string, names: readonly string[], { leads }: ValueTables): boolean {
  return names.some((name) => {
    const at = before.indexOf(name);
    return at > 0 && leads.patterns.possession.test(before.slice(0, at));
  });
}

/** Names are in capitals, but for small words in them. */
function isCommon(word: string, { innerWords, particles }: ValueTables): boolean {
  return /^\p{Ll}{2}/u.test(word) && !innerWords.has(word) && !particles.has(word);
}

/** Whether the words call the subject by a common noun alone: "The tanker" for the title "Tanker". */
function isInSmall(before: string, names: readonly string[]): boolean {
  const small = names.map(lowerFirst);
  return (
    small.some((name, i) => name !== names[i] && before.includes(name)) &&
    !names.some((name) => before.includes(name))
  );
}

/** A name with a small first letter. */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Of a person it is said "is" or "was", and who it is shows: two names, years of birth and death, or a nationality. */
function isPerson(
  before: string,
  verb: string,
  { words: says }: LeadPhrase,
  words: readonly string[],
  tables: ValueTables,
): boolean {
  const { personCopula, presentCopula, lifetime } = tables.leads.patterns;
  if (!personCopula.test(verb)) return false;
  if (/^The\s/.test(before) && words[0] !== 'The') return false;
  if (words.length > 1) return true;
  return (
    lifetime.test(before) ||
    says.some(({ lower, text }) => {
      if (!/^\p{Lu}/u.test(text)) return false;
      // "Was a Roman emperor"; "is a Buddhist monk" is said of everyone of a sort.
      return !presentCopula.test(verb) || lower.split('-').some((part) => tables.nationalities.has(part));
    })
  );
}
