/** Titles of works and of published lists, and quotations. */
import { hasOtherScript } from '../../foreign-script.js';
import { isCapital, nameEnd } from '../name-run.js';
import type { NameWords, Scene } from '../scene.js';
import type { Word } from '../word.js';
import type { Ends } from './end.js';
import { none, one, textOf } from './end.js';
import { mayBegin, titleEnd } from './title-words.js';

/** A title in quotation marks, a link, or capitalised words. */
export const workEnds: Ends = (scene, at) => {
  const marked = markedEnd(scene, at) || singleQuoteEnd(scene, at);
  if (marked > 0) return [marked];
  if (scene.isInsideLink(at) || scene.isQuoted(at)) return none;
  const end = capitalEnd(scene, at);
  return end > 0 ? [end] : none;
};

/** What says that a work is called as the subject is: "of the same name". */
export const sameNameEnds: Ends = one(({ words, context }, at) => context.sameNames.endAt(words, at));

/** A title between quotation marks. */
export const quotedTitleEnds: Ends = one((scene, at) => scene.quoteEnd(at) ?? 0);

/** Index behind quotation marks or a link that begin with a word, or 0. */
function markedEnd(scene: Scene, at: number): number {
  return scene.quoteEnd(at) ?? scene.linkEnd(at) ?? 0;
}

/** Capitalised words, and those behind a colon: "Star Story: Part Two". */
function capitalEnd(scene: Scene, at: number): number {
  const style = { numbers: true, possessive: true };
  let end = nameEnd(scene, at, style);
  while (end > 0 && /^[:–]$/.test(scene.words[end]?.text ?? '')) {
    const behind = nameEnd(scene, end + 1, style);
    if (behind === 0) break;
    end = behind;
  }
  return end;
}

/**
 * What something is called: as a work, and with the small words inside of a title that goes on behind them, "Salt: Dead by Dawn".
 * "Salt and Sea" may be two titles, so it is none.
 */
export const titleEnds: Ends = one((scene, at) => {
  const { words } = scene;
  const marked = markedEnd(scene, at) || singleQuoteEnd(scene, at);
  if (marked > 0) return mayBegin(words[scene.linkEnd(at) === undefined ? at + 1 : at]) ? marked : 0;
  if (scene.isInsideLink(at) || scene.isQuoted(at) || !mayBegin(words[at])) return 0;
  return titleEnd(scene, at);
});

/** Longest title between single quotation marks, in words. */
const longestSingle = 12;

/** Index behind the mark that closes single quotation marks, or 0. */
function singleQuoteEnd({ words }: Scene, at: number): number {
  if (!/^['‘]$/.test(words[at]?.text ?? '')) return 0;
  for (let end = at + 2; end < Math.min(words.length, at + longestSingle); end++) {
    if (/^['’]$/.test(words[end]?.text ?? '')) return end + 1;
  }
  return 0;
}

/** What a poll is called that has no title: "year-end poll", "annual critics' poll". */
export const pollNameEnds: Ends = one(({ words, context }, at) => {
  if (!/^\p{Ll}/u.test(words[at]?.text ?? '')) return 0;
  for (let end = at; end < at + longestPollName; end++) {
    if (context.names.listNouns.has(words[end]?.lower ?? '')) return end + 1;
    if (!/^[\p{Ll}']/u.test(words[end]?.text ?? '')) return 0;
  }
  return 0;
});

/** In words. */
const longestPollName = 5;

/** Longest title of a list without quotation marks, in words. */
const longestList = 16;

/** The title of a published list: marked as one, or words that say that it is of the best. */
export const listEnds: Ends = (scene, at) => {
  const { words, context } = scene;
  const { superlatives } = context.names;
  const isBegun = isCapital(words[at]) || /^\d/.test(words[at]?.text ?? '');
  // "AFI's 100 Years" is no list of the AFI's called "100 Years".
  if (words[at - 1]?.lower === "'s" && context.names.listBrands.has(words[at - 2]?.text ?? '')) return none;
  // "[[their list of the best]]" is no title.
  const mayBeLink = isBegun || superlatives.has(words[at]?.lower ?? '');
  const marked = scene.quoteEnd(at) ?? (mayBeLink ? scene.linkEnd(at) : undefined);
  if (marked !== undefined) return [marked];
  if (scene.isQuoted(at)) return none;
  return isBegun ? titledEnds(scene, at) : superlativeEnds(scene, at);
};

/** Where a title of capitalised words may end that is one of a list. */
function titledEnds(scene: Scene, at: number): readonly number[] {
  const { words, context } = scene;
  const { listWords, listNouns, superlatives, works } = context.names;
  const ends: number[] = [];
  let end = at + 1;
  for (let next = end; next < words.length && next - at < longestList; next++) {
    const word = words[next] as Word;
    // "The Best Films list"
    if (listNouns.has(word.text)) break;
    const noun = superlatives.has(words[next - 1]?.lower ?? '')
      ? behindSuperlative(words, next, context.names)
      : 0;
    if (isOfTitle(word, context.names) || isBetweenYears(words, next)) {
      if (next > end) ends.unshift(end);
      end = next + 1;
    } else if (noun > 0) {
      // "50 best animated films"
      end = noun;
      next = end - 1;
    } else if (!context.names.listInner.has(word.lower) && !/^[.…]$/.test(word.text)) break;
  }
  ends.unshift(...endsBehind(scene, end), end);
  const tells = ({ lower }: Word): boolean => /^\d/.test(lower) || listWords.has(lower) || works.has(lower);
  const isTitle = (found: number): boolean =>
    found - at > 1 &&
    words.slice(at, found).some(tells) &&
    // "The 25 best" are of something that another word says.
    !superlatives.has(words[found - 1]?.text ?? '');
  // "his Sight and Sound list of"
  const isOfList = (found: number): boolean =>
    listNouns.has(words[found]?.lower ?? '') && words[found + 1]?.lower === 'of';
  return ends.filter((found) => isTitle(found) && !isOfList(found));
}

/** Where a title may end that goes on behind its capitals: "Best Films of the decade", "… set in Lund", "… (10th Anniversary Edition)". */
function endsBehind(scene: Scene, end: number): readonly number[] {
  const { words } = scene;
  const isSet = words[end]?.lower === 'set' && words[end + 1]?.lower === 'in';
  const place = isSet ? nameEnd(scene, end + 2, { numbers: false, possessive: false }) : 0;
  return [editionEnd(words, end), place, periodEnd(words, end)].filter((one) => one > end);
}

/** "1970–1999" */
function isBetweenYears(words: readonly Word[], at: number): boolean {
  return (
    /^[–-]$/.test(words[at]?.text ?? '') &&
    [at - 1, at + 1].every((i) => /^\d{4}$/.test(words[i]?.text ?? ''))
  );
}

/** In words: "(10th Anniversary Edition)". */
const longestEdition = 6;

/** Index behind the edition that a title names in parentheses, or 0. */
function editionEnd(words: readonly Word[], at: number): number {
  if (words[at]?.text !== '(') return 0;
  const end = words.findIndex(({ text }, index) => index > at && text === ')');
  return end - at < longestEdition && /^(?:edition|version)$/.test(words[end - 1]?.lower ?? '') ? end + 1 : 0;
}

/** Index behind what a list is of that has begun with "best": "animated films", "blockbuster sequels of all time"; or 0. */
function behindSuperlative(words: readonly Word[], at: number, names: NameWords): number {
  const noun = nounEnd(words, at, names);
  if (noun > 0) return periodEnd(words, noun);
  for (let end = at + 1; end < at + farthestNoun && /^\p{L}/u.test(words[end - 1]?.text ?? ''); end++) {
    const behind = periodEnd(words, end);
    if (behind > end) return behind;
  }
  return 0;
}

/** Index behind what a list is of, a few words behind "best", or 0. */
function nounEnd(words: readonly Word[], at: number, { works }: NameWords): number {
  for (let noun = at; noun < at + 4; noun++) {
    const lower = words[noun]?.lower ?? '';
    if (works.has(lower)) return noun + 1;
    if (!/^\p{L}/u.test(lower) || /^(?:of|in|and|or|by)$/.test(lower)) return 0;
  }
  return 0;
}

/** Whether a word is one of a title's, and not a small one between them. */
function isOfTitle(word: Word, { listWords, works }: NameWords): boolean {
  const { text, lower } = word;
  return isCapital(word) || /^\d/.test(text) || lower === "'s" || listWords.has(lower) || works.has(lower);
}

/** Most words between "best" and "films". */
const farthestNoun = 7;

/** "best animated films", "ten greatest films of the twenty-first century", "top 10 films of 2004", "the decade's best films" */
function superlativeEnds(scene: Scene, at: number): readonly number[] {
  const { words, context } = scene;
  const { superlatives, works, listNouns } = context.names;
  const first = at + openingLength(scene, at);
  if (!superlatives.has(words[first]?.lower ?? '')) return none;
  for (let noun = first + 1; noun < Math.min(words.length, first + farthestNoun); noun++) {
    const { lower } = words[noun] as Word;
    // "top ten list"
    const isList = noun > first + 1 && listNouns.has(lower.replace(/s$/, ''));
    if (works.has(lower) || isList) return [periodEnd(words, noun + 1), noun + 1];
    if (!/^[\p{L}\p{N}]/u.test(lower) || /^(?:of|in|and|or|by)$/.test(lower)) return none;
  }
  return none;
}

/** How many words stand before "best": "ten", "all-time", "the decade's". */
function openingLength({ words, context }: Scene, at: number): number {
  const { lower = '' } = words[at] ?? {};
  if (lower === 'all-time' || context.tables.numbers.has(lower)) return 1;
  return /^(?:decade|century|year)$/.test(lower) && words[at + 1]?.lower === "'s" ? 2 : 0;
}

/** Index behind the time that a list is of, or the index itself: "of all time", "of the 2018", "ever made". */
function periodEnd(words: readonly Word[], at: number): number {
  const lower = (index: number): string => words[index]?.lower ?? '';
  if (lower(at) === 'ever') return /^(?:made|produced|released)$/.test(lower(at + 1)) ? at + 2 : at + 1;
  if (lower(at) === 'in' && lower(at + 1) === 'history') return at + 2;
  if (!/^(?:of|for|from)$/.test(lower(at))) return at;
  if (lower(at + 1) === 'all' && lower(at + 2) === 'time') return at + 3;
  if (isBetweenYears(words, at + 2)) return at + 4;
  if (lower(at) !== 'of') return /^\d{4}$/.test(lower(at + 1)) ? at + 2 : at;
  const from = lower(at + 1) === 'the' ? at + 2 : at + 1;
  if (/^\d{4}s?$/.test(lower(from))) return from + 1;
  for (let end = from; end < from + 3; end++) {
    if (/^(?:century|decade|year)$/.test(lower(end))) return end + 1;
  }
  return at;
}

/** In words. One or two words may be quoted for other reasons. */
const shortestQuotation = 3;
const longestQuotation = 300;

export const quotationEnds = one((scene, at) => {
  const end = scene.quoteEnd(at) ?? 0;
  return end - at - 2 >= shortestQuotation && end - at <= longestQuotation ? end : 0;
});

/** Longest title in another language, in words. */
const longestForeign = 12;

/** What is quoted, or words up to the sign that ends what stands in a parenthesis: "(Chinese: 甜蜜蜜; pinyin: …)", "(Danish: Et navn – German: …)". */
export const foreignEnds: Ends = one((scene, at) => {
  const { words } = scene;
  const quoted = scene.quoteEnd(at) ?? singleQuoteEnd(scene, at);
  if (quoted > 0) return quoted;
  const isLabelled = (dash: number): boolean =>
    words[dash + 2]?.text === ':' || words[dash + 3]?.text === ':';
  let end = at;
  for (; end < words.length; end++) {
    const text = words[end]?.text ?? ')';
    if (/^[;,()[\]:/]$/.test(text) || (/^[-–—]$/.test(text) && isLabelled(end))) break;
  }
  const isTitle = end > at && end - at <= longestForeign && /\p{L}/u.test(words[at]?.text ?? '');
  return isTitle ? end : 0;
});

/** A title in another language, of which only the first word has a capital: "En lang vei hjem". */
export const otherTitleEnds: Ends = (scene, at) => {
  if (!isCapital(scene.words[at])) return none;
  return foreignEnds(scene, at).flatMap((end) => {
    const last = scene.words[end - 1]?.text === '.' ? end - 1 : end;
    const own = scene.words.slice(at, last);
    const { notForeign } = scene.context.tables.running;
    return own.some(({ lower }) => notForeign.has(lower)) ? [] : [last];
  });
};

/** The same in letters that are not Latin. */
export const nativeEnds: Ends = (scene, at) => {
  const first = scene.words[at]?.text ?? '';
  return hasOtherScript(first) && !/\p{Script=Latin}/u.test(first) ? foreignEnds(scene, at) : none;
};

/** "Harbour trilogy", "Stone film series" */
export const seriesEnds: Ends = one((scene, at) => {
  const { words, context } = scene;
  const link = scene.linkEnd(at);
  const name = nameEnd(scene, at, { numbers: false, possessive: false }) || (scene.quoteEnd(at) ?? 0);
  if (name === 0) return 0;
  const isSeries = (index: number): boolean => context.names.seriesNouns.has(words[index]?.lower ?? '');
  // Words with capitals may hold it: "the Harbour Trilogy".
  if (isSeries(name - 1) && (name - at > 1 || link !== undefined)) return name;
  const noun = context.names.works.has(words[name]?.lower ?? '') ? name + 1 : name;
  return isSeries(noun) ? noun + 1 : 0;
});

/** Most words of a rating: "U/A". */
const longestRating = 3;

/** What a board of censors gave a film: "PG-13", "U/A". */
export const ratingEnds: Ends = (scene, at) => {
  const ends: number[] = [];
  for (let end = Math.min(at + longestRating, scene.words.length); end > at; end--)
    if (scene.context.names.ratings.has(textOf(scene, at, end))) ends.push(end);
  return ends;
};

/** "Eastmancolor", "black and white" */
export const colourEnds: Ends = one(({ words, context }, at) => context.names.colours.endAt(words, at));

/** "Dolby Stereo", "silent" */
export const soundEnds: Ends = one(({ words, context }, at) => context.names.sounds.endAt(words, at));

/** "2.35:1" */
export const ratioEnds: Ends = one(({ words }, at) => {
  const isRatio =
    /^\d(?:\.\d+)?$/.test(words[at]?.text ?? '') &&
    words[at + 1]?.text === ':' &&
    words[at + 2]?.text === '1';
  return isRatio ? at + 3 : 0;
});
