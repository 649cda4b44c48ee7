/** Where the words that a slot of a pattern takes may end, by the slot's type. What they mean is read in slot-values.ts. */
import { dateAt } from '../../value/date.js';
import { isAmount } from '../../value/money.js';
import { isOrganisation, isPublication } from '../../value/name.js';
import type { ValueTables } from '../../value/tables.js';
import { nameEnd, organisationEnds } from './name-run.js';
import type { Scene } from './scene.js';
import { mentionEnd } from './subject.js';
import type { Word } from './word.js';

export interface SlotType {
  /** Indices behind the last word, the best first; none where no such words begin with this one. */
  readonly ends: (scene: Scene, at: number) => readonly number[];
}

const none: readonly number[] = [];

/** Most words of an amount: "US $ 1.5 million – $ 2 million". */
const mostAmountWords = 9;

const longestQuote = 300;

export const slotTypes: ReadonlyMap<string, SlotType> = new Map<string, SlotType>([
  ['film', { ends: one((scene, at) => mentionEnd(scene, at)) }],
  ['money', { ends: one(moneyEnd) }],
  ['date', { ends: one(dateEnd) }],
  ['year', { ends: one(({ words }, at) => (/^(?:18|19|20)\d\d$/.test(words[at]?.text ?? '') ? at + 1 : 0)) }],
  [
    'count',
    { ends: one((scene, at) => (/^\d{4}/.test(scene.words[at]?.text ?? '') ? 0 : integerEnd(scene, at))) },
  ],
  ['integer', { ends: one(integerEnd) }],
  ['ordinal', { ends: one(ordinalEnd) }],
  ['decimal', { ends: one(({ words }, at) => (/^\d+(?:\.\d+)?$/.test(words[at]?.text ?? '') ? at + 1 : 0)) }],
  [
    'ratio',
    { ends: one(({ words }, at) => (/^\d+(?:\.\d+)?\/\d+$/.test(words[at]?.text ?? '') ? at + 1 : 0)) },
  ],
  ['person', { ends: one(personEnd) }],
  ['agent', { ends: agentEnds }],
  ['organisation', { ends: organisationEnds }],
  ['body', { ends: (scene, at) => organisationEnds(scene, at).filter((end) => isBody(scene, at, end)) }],
  [
    'outlet',
    { ends: (scene, at) => organisationEnds(scene, at).filter((end) => !isKnownPerson(scene, at, end)) },
  ],
  ['publication', { ends: publicationEnds }],
  [
    'festival',
    { ends: (scene, at) => organisationEnds(scene, at).filter((end) => isFestival(scene, at, end)) },
  ],
  ['place', { ends: placeEnds }],
  ['territory', { ends: territoryEnds }],
  ['category', { ends: categoryEnds }],
  ['work', { ends: workEnds }],
  ['title', { ends: workEnds }],
  ['list', { ends: listEnds }],
  ['quote', { ends: one((scene, at) => quoteEnd(scene, at, 3)) }],
  ['word', { ends: one(({ words }, at) => (/^\p{L}/u.test(words[at]?.text ?? '') ? at + 1 : 0)) }],
]);

/** A type whose words can end at one place only; 0 is none. */
function one(end: (scene: Scene, at: number) => number): SlotType['ends'] {
  return (scene, at) => {
    const found = end(scene, at);
    return found > at ? [found] : none;
  };
}

function textOf({ text, words }: Scene, begin: number, end: number): string {
  return text.value.slice((words[begin] as Word).begin, (words[end - 1] as Word).end);
}

function moneyEnd(scene: Scene, at: number): number {
  const { words, context } = scene;
  if (scene.isQuoted(at) || !mayBeginAmount(words, at, context.tables)) return 0;
  for (let end = Math.min(words.length, at + mostAmountWords); end > at; end--) {
    if (words[end - 1]?.text === '.') continue;
    if (isAmount(textOf(scene, at, end), context.tables)) return end;
  }
  return 0;
}

function mayBeginAmount(
  words: readonly Word[],
  at: number,
  { currencySigns, currencyCodes }: ValueTables,
): boolean {
  const { text } = words[at] as Word;
  if (/^\d/.test(text)) return true;
  if (/^\d/.test(words[at + 1]?.text ?? '') && currencyCodes.has(text)) return true;
  return (
    currencySigns.some(({ sign }) => sign.startsWith(text)) && /^[\d$€£¥₹]/.test(words[at + 1]?.text ?? '')
  );
}

function dateEnd(scene: Scene, at: number): number {
  const { text, words, context } = scene;
  if (scene.isQuoted(at)) return 0;
  const reading = dateAt(text.value, (words[at] as Word).begin, context.tables);
  if (!reading || !('value' in reading)) return 0;
  const { year } = reading.value;
  if (reading.value.precision === 'year' && !/^(?:18|19|20)/.test(year)) return 0;
  for (let end = at + 1; end <= words.length; end++) {
    const word = words[end - 1] as Word;
    if (word.end === reading.end) return end;
    if (word.end > reading.end) return 0;
  }
  return 0;
}

function integerEnd({ words, context }: Scene, at: number): number {
  const { lower } = words[at] as Word;
  return /^\d{1,3}(?:,\d{3})*$|^\d+$/.test(lower) || context.tables.numbers.has(lower) ? at + 1 : 0;
}

function ordinalEnd({ words, context }: Scene, at: number): number {
  const { lower } = words[at] as Word;
  return /^\d+(?:st|nd|rd|th)$/.test(lower) || context.tables.ordinals.has(lower) ? at + 1 : 0;
}

/** A full name, or the last name of somebody known. */
function personEnd(scene: Scene, at: number): number {
  const end = nameEnd(scene, at, { numbers: false, possessive: false, of: false });
  if (end === 0 || isPartOfMention(scene, at) || isOccupation(scene, at)) return 0;
  const name = textOf(scene, at, end);
  const { known, tables } = scene.context;
  if (known.person(name) !== undefined) return end;
  if (isPublicationAt(scene, at, end) || isOrganisation(name, tables)) return 0;
  return (end - at > 1 && !/\d/.test(name) && !isFilm(scene, at, end)) || isLinkedName(scene, at) ? end : 0;
}

/** Whether a name is written as that of a newspaper, a magazine or a web site. */
function isPublicationAt({ words, context }: Scene, at: number, end: number): boolean {
  return isPublication(
    words.slice(at, end).map(({ text }) => text),
    context.tables,
  );
}

function isLinkedName(scene: Scene, at: number): boolean {
  return scene.linkEnd(at) !== undefined && /^[\p{Lu}\p{Lo}]/u.test(scene.words[at]?.text ?? '');
}

/** "Composer Ann Lee" names Ann Lee. */
function isOccupation({ words, context }: Scene, at: number): boolean {
  return context.tables.occupations.has((words[at] as Word).lower);
}

/** Whether a word belongs to a mention of the subject that begins before it. */
function isPartOfMention(scene: Scene, at: number): boolean {
  for (let before = Math.max(0, at - longestTitle); before < at; before++) {
    if (mentionEnd(scene, before) > at) return true;
  }
  return false;
}

/** Most words of the subject's name that are looked at. */
const longestTitle = 8;

/** A person of a newspaper, "Ann Lee of Playboy", is one without it. */
function agentEnds(scene: Scene, at: number): readonly number[] {
  const ends = organisationEnds(scene, at);
  const person = personEnd(scene, at);
  const isOfPublication =
    person > 0 && scene.words[person]?.lower === 'of' && publicationEnds(scene, person + 1).length > 0;
  return isOfPublication ? [person, ...ends] : ends;
}

function isFilm(scene: Scene, at: number, end: number): boolean {
  return mentionEnd(scene, at) >= end;
}

/** "The Los Angeles Times Ann Lee" begins with a newspaper. */
function publicationEnds(scene: Scene, at: number): readonly number[] {
  const ends: number[] = [];
  for (const end of organisationEnds(scene, at)) {
    if (isOutlet(scene, at, end)) ends.push(end);
    if (scene.linkEnd(at) !== undefined) continue;
    for (let part = end - 1; part > at; part--) if (isPublicationAt(scene, at, part)) ends.push(part);
  }
  return ends;
}

function isKnownPerson(scene: Scene, at: number, end: number): boolean {
  return scene.context.known.person(textOf(scene, at, end)) !== undefined;
}

function isOutlet(scene: Scene, at: number, end: number): boolean {
  const name = textOf(scene, at, end);
  if (scene.context.known.person(name)) return false;
  return (
    isPublicationAt(scene, at, end) || isOrganisation(name, scene.context.tables) || name.startsWith('The ')
  );
}

function isBody(scene: Scene, at: number, end: number): boolean {
  if (isFilm(scene, at, end)) return false;
  if (scene.linkEnd(at) === end) return true;
  return scene.words.slice(at, end).some(({ lower }) => scene.context.giverWords.has(lower));
}

function isFestival(scene: Scene, at: number, end: number): boolean {
  const { festivals } = scene.context.tables;
  return scene.words.slice(at, end).some(({ lower }) => festivals.has(lower) || /festival$/.test(lower));
}

/** "Malibu, California" is one place; so is a name alone. */
function placeEnds(scene: Scene, at: number): readonly number[] {
  const { words, context } = scene;
  const from = words[at]?.lower === 'the' ? at + 1 : at;
  const end = nameEnd(scene, from, { numbers: false, possessive: true });
  if (end === 0) return none;
  if (isNoPlace(scene, from, end)) return none;
  const ends = [end];
  if (words[end]?.text === ',') {
    const behind = nameEnd(scene, end + 1, { numbers: false, possessive: false });
    if (behind > 0 && isRegion(textOf(scene, end + 1, behind), context.tables)) ends.unshift(behind);
  }
  return ends;
}

/** Months, languages and ways of filming stand behind "in" as places do. */
function isNoPlace({ words, context }: Scene, at: number, end: number): boolean {
  const { tables } = context;
  const [first, last] = [words[at] as Word, words[end - 1] as Word];
  if (tables.months.has(first.lower) || tables.notPlaces.has(first.text)) return true;
  return end - at === 1 && (tables.languages.has(first.lower) || last.lower.endsWith("'s"));
}

function isRegion(name: string, { countries, states }: ValueTables): boolean {
  return countries.has(name.toLowerCase()) || states.has(name);
}

/** One place, or several that an amount is of together: "the United States and Canada". */
function territoryEnds(scene: Scene, at: number): readonly number[] {
  const { words, context } = scene;
  if (
    words[at]?.lower === 'other' &&
    /^(?:territories|countries|markets|regions)$/.test(words[at + 1]?.lower ?? '')
  ) {
    return [at + 2];
  }
  const first = placeEnds(scene, at)[0];
  if (first === undefined) return none;
  if (words[first]?.lower !== 'and') return [first];
  const second = placeEnds(scene, first + 1)[0];
  if (second === undefined) return [first];
  return isRegion(textOf(scene, first + 1, second), context.tables) ? [second, first] : [first];
}

/** Small words inside the name of a category: "Best Actor in a Leading Role", "Best Picture – Drama". */
const categoryWords = new Set(
  'a an and any by for from in of on or other the to with another medium & / – — - :'.split(' '),
);
const superlatives = new Set(
  'best outstanding most favorite favourite excellence achievement top special honorary lifetime worst'.split(
    ' ',
  ),
);

/** "Best Actress in a Supporting Role", a name in quotation marks, or a prize's own name such as "Grand Prix". */
function categoryEnds(scene: Scene, at: number): readonly number[] {
  const quoted = scene.quoteEnd(at);
  if (quoted !== undefined) return [quoted];
  const link = scene.linkEnd(at);
  const { words } = scene;
  const isPartOfLink = scene.isInsideLink(at) && words[at - 1]?.lower !== 'for';
  if (!isCapital(words[at]) || isPartOfLink) return none;
  if (!superlatives.has((words[at] as Word).lower)) {
    const ends = organisationEnds(scene, at).filter((end) => isCategory(scene, at, end));
    return link !== undefined && !ends.includes(link) ? [link, ...ends] : ends;
  }
  const ends: number[] = [];
  let end = at + 1;
  for (let next = end; next < words.length && next - at < 16; next++) {
    const word = words[next] as Word;
    if (/^(?:18|19|20)\d\d$/.test(word.text)) break;
    if (isCapital(word)) {
      const isBehindSmall = next > end;
      if (isBehindSmall) ends.push(end);
      // "Best Director and Best Actor" are two.
      if (isBehindSmall && superlatives.has(word.lower)) break;
      end = next + 1;
    } else if (!categoryWords.has(word.lower) || next - end >= 3) break;
  }
  ends.push(end);
  const whole = link !== undefined && link > at + 1 ? [link] : [];
  return [...whole, ...orderedCategoryEnds(scene, at, ends)].filter(
    (found, i, all) => all.indexOf(found) === i,
  );
}

/** Whether a name is one that prizes have: "Grand Prix", "Golden Raven". */
function isCategory({ words, context }: Scene, at: number, end: number): boolean {
  return words.slice(at, end).some(({ lower }) => context.categoryWords.has(lower));
}

/** Behind "for", "and", "at" or "by" there most likely stands something else; "in a", "of the" go on. */
function orderedCategoryEnds({ words }: Scene, at: number, ends: readonly number[]): number[] {
  const goesOn = (end: number): boolean => /^(?:in|of|or|–|—|-|\/|&|:)$/.test(words[end]?.lower ?? '');
  let best = 0;
  while (best < ends.length - 1 && goesOn(ends[best] as number)) best++;
  // "Best Art Direction" alone may end where one word does.
  const first = ends[best] as number;
  return [
    first,
    ...ends.filter((end) => end > first && end > at + 1),
    ...ends.filter((end) => end < first && end > at + 1),
  ];
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{Lu}\p{Lt}\p{Lo}\d]/u.test(word.text);
}

/** A title in quotation marks, a link, or capitalised words. */
function workEnds(scene: Scene, at: number): readonly number[] {
  const quoted = scene.quoteEnd(at);
  if (quoted !== undefined) return [quoted];
  const single = singleQuoteEnd(scene, at);
  if (single > 0) return [single];
  const link = scene.linkEnd(at);
  if (link !== undefined) return [link];
  if (scene.isInsideLink(at) || scene.isQuoted(at)) return none;
  const end = titleEnd(scene, at);
  return end > 0 ? [end] : none;
}

/** Capitalised words, and those behind a colon: "Star Story: Part Two". */
function titleEnd(scene: Scene, at: number): number {
  const style = { numbers: true, possessive: true };
  let end = nameEnd(scene, at, style);
  while (end > 0 && /^[:–]$/.test(scene.words[end]?.text ?? '')) {
    const behind = nameEnd(scene, end + 1, style);
    if (behind === 0) break;
    end = behind;
  }
  return end;
}

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

/** The title of a published list: in quotation marks, or words that begin with a capital or a number. */
function listEnds(scene: Scene, at: number): readonly number[] {
  const quoted = scene.quoteEnd(at);
  if (quoted !== undefined) return [quoted];
  const link = scene.linkEnd(at);
  if (link !== undefined) return [link];
  const { words } = scene;
  if (scene.isQuoted(at)) return none;
  if (!isCapital(words[at])) return superlativeEnds(scene, at);
  const ends: number[] = [];
  let end = at + 1;
  for (let next = end; next < words.length && next - at < 16; next++) {
    const word = words[next] as Word;
    if (isCapital(word) || /^['’]s$/.test(word.lower)) {
      if (next > end) ends.unshift(end);
      end = next + 1;
    } else if (!/^(?:of|the|all|time|in|for|and|to|ever|made|century|films?|movies?|from)$/.test(word.lower))
      break;
    else if (/^(?:time|ever|made|century|films?|movies?)$/.test(word.lower)) end = next + 1;
  }
  ends.unshift(end);
  const isTitle = (found: number): boolean =>
    found - at > 1 &&
    words
      .slice(at, found)
      .some(({ lower }) =>
        /^\d|^(?:best|greatest|top|most|essential|finest|favou?rite|films?|movies?|ever|list)$/.test(lower),
      );
  // "his Sight and Sound list of"
  return ends.filter((found) => isTitle(found) && !/^(?:list|poll|ranking)$/.test(words[found]?.lower ?? ''));
}

/** "best animated films", "greatest films of the twenty-first century", "top 10 films of 2004" */
function superlativeEnds({ words }: Scene, at: number): readonly number[] {
  if (!/^(?:best|greatest|top|finest|scariest|funniest|most)$/.test(words[at]?.lower ?? '')) return none;
  for (let noun = at + 1; noun < Math.min(words.length, at + 7); noun++) {
    const { lower } = words[noun] as Word;
    if (!/^(?:films|movies|pictures|anime|documentaries|comedies|westerns|musicals)$/.test(lower)) {
      if (/^[,;.:()]$|^(?:of|in|and|or|by)$/.test(lower)) return none;
      continue;
    }
    return [periodEnd(words, noun + 1), noun + 1];
  }
  return none;
}

/** Index behind the time that a list is of, or the index itself: "of all time", "of the 2018", "ever made". */
function periodEnd(words: readonly Word[], at: number): number {
  const lower = (index: number): string => words[index]?.lower ?? '';
  if (lower(at) === 'ever') return /^(?:made|produced|released)$/.test(lower(at + 1)) ? at + 2 : at + 1;
  if (lower(at) !== 'of') return at;
  if (lower(at + 1) === 'all' && lower(at + 2) === 'time') return at + 3;
  const from = lower(at + 1) === 'the' ? at + 2 : at + 1;
  if (/^\d{4}s?$/.test(lower(from))) return from + 1;
  for (let end = from; end < from + 3; end++) {
    if (/^(?:century|decade|year)$/.test(lower(end))) return end + 1;
  }
  return at;
}

/** A quotation of so many words at least. */
function quoteEnd(scene: Scene, at: number, least: number): number {
  const end = scene.quoteEnd(at);
  return end !== undefined && end - at - 2 >= least && end - at <= longestQuote ? end : 0;
}
