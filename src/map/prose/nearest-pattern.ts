/** The pattern that a sentence which none reads comes nearest to. */
import type { Grammar, SentencePattern } from './grammar.js';
import { common } from './grammar.js';
import type { Word } from './word.js';

/** Fewer words that tell something, quotations and numbers counted, stand in too many sentences. */
const fewest = 2;

/**
 * @param words of the sentence that it says itself, without those that it quotes
 * @param hasQuotation whether it quotes any
 * @param mayRead whether a pattern reads where the sentence stands
 * @returns its rule, and the words of the sentence that it needs; null where the sentence has the words of no pattern
 */
export function nearestPattern(
  { words, hasQuotation }: { readonly words: readonly Word[]; readonly hasQuotation: boolean },
  grammar: Grammar,
  mayRead: (pattern: SentencePattern) => boolean,
): { readonly rule: string; readonly needed: ReadonlySet<string> } | null {
  const { wordings, patterns } = grammar;
  const telling = new Map(words.filter(isTelling).map(({ lower }) => [wordings.numbers.get(lower), lower]));
  let best: { rule: string; needed: ReadonlySet<string> } | null = null;
  let most = fewest - 1;
  const hasDigit = words.some(({ lower }) => /^\d/.test(lower));
  for (const { wording } of wordings.find(wordings.numbersOf(words))) {
    const pattern = patterns[wording.pattern] as SentencePattern;
    const { rule, fact } = pattern;
    const { quote, digit } = wording.matcher.needs;
    if ((quote && !hasQuotation) || (digit && !hasDigit) || !mayRead(pattern)) continue;
    if (fact.makes === 'values' && fact.properties.length === 0) continue;
    const needed = new Set(wordings.wordsOf(wording).flatMap((word) => telling.get(word) ?? []));
    const size = needed.size + Number(quote) + Number(digit);
    if (size <= most) continue;
    best = { rule, needed };
    most = size;
  }
  return best;
}

/** Whether a word tells what a sentence is about. */
function isTelling({ lower }: Word): boolean {
  return /\p{L}{2}/u.test(lower) && !common.has(lower);
}
