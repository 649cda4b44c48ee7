/** Cast lists: a bullet a performer, or several performers of one character. */
import type { NamedNode } from '@rdfjs/types';
import type { Item, Paragraph, Section, Text } from '../article.js';
import { slice } from '../article.js';
import { isAbbreviation } from '../value/abbreviation.js';
import { shapeOf } from '../value/linked.js';
import type { Range } from '../value/pieces.js';
import { matchBrackets } from '../value/pieces.js';
import type { Order, Sides } from '../value/role.js';
import { readCharacter, splitMiddle, splitSides } from '../value/role.js';
import { ordersOf, shapeOfSide } from './cast-order.js';
import { isTooLong } from './draft.js';
import type { Performances } from './performances.js';

/** An item with its two sides, and which of them performs. */
interface Entry {
  readonly item: Item;
  readonly sides: Sides & { readonly rest?: Range };
  readonly order: Order | null;
}

/**
 * @param bare whether a bullet may be a name alone
 * @param version the words above it that say in which version they speak: "English dub"
 */
export function mapCastList(
  cast: Performances,
  section: Section,
  items: readonly Item[],
  bare: boolean,
  version?: Text,
): void {
  let above: { level: number; performances: readonly NamedNode[] } | null = null;
  let pairEnd = -1;
  const entries = entriesOf(
    cast,
    items.flatMap((item) => partsOf(cast, item)),
    bare,
  );
  const amongRoles = entries.some(({ sides, order }) => sides.second !== null && order !== 'performer-first');
  for (const [index, entry] of withoutRoles(cast, section, entries)) {
    if (cast.draft.isFull) break;
    const { level, text } = entry.item;
    const isBelow: boolean = above !== null && level > above.level;
    if (!isBelow && headsOthers(cast, entry, entries[index + 1])) {
      above = null;
      if (isPair(cast, entries, index)) pairEnd = index + 1;
      else continue;
    }
    if (pairEnd >= index) {
      cast.leave(section, text);
      continue;
    }
    const performances = mapItem(cast, entry, bare && !isBelow, amongRoles);
    if (version) describeAll(cast, performances, version);
    if (performances.length > 0) above = { level, performances };
    // What stands below a performance describes it.
    else if (above && isBelow) describeAll(cast, above.performances, text);
    else cast.leave(section, text);
  }
}

function describeAll(cast: Performances, performances: readonly NamedNode[], words: Text): void {
  for (const node of performances) cast.describe(node, words);
}

/** Performers whose roles stand below them: "Ann Lee as:". */
interface Over {
  readonly item: Item;
  readonly performers: NonNullable<ReturnType<Performances['namesIn']>>;
}

/** Whom an item names whose roles are the items behind it; null of any other. */
function overOf(cast: Performances, { item, sides }: Entry, next: Entry | undefined): Over | null {
  if (sides.second !== null || !next || isTooLong(item.text)) return null;
  const { value } = item.text;
  const [bare = ''] = /^.*[^\s:]/s.exec(value) ?? [];
  const separator = cast.spec.separators.find((words) => bare.toLowerCase().endsWith(` ${words}`));
  if (separator === undefined) return null;
  const performers = cast.namesIn(item.text, { begin: 0, end: bare.length - separator.length - 1 });
  const isSomebody = ({ name }: { name: Text }): boolean =>
    /\s/.test(name.value) || name.links !== undefined || cast.knows(name);
  const over = performers?.every(isSomebody) ? { item, performers } : null;
  return over && isUnder(next.item, over) ? over : null;
}

function isUnder({ level, isTerm }: Item, { item }: Over): boolean {
  return level > item.level || (item.isTerm === true && isTerm !== true);
}

/** The entries besides performers over their roles; these are stated in their place. */
function* withoutRoles(
  cast: Performances,
  section: Section,
  entries: readonly Entry[],
): Generator<[number, Entry]> {
  let over: Over | null = null;
  for (const [index, entry] of entries.entries()) {
    const { item } = entry;
    const head = overOf(cast, entry, entries[index + 1]);
    if (!head && over && isUnder(item, over)) {
      if (!mapRole(cast, over, item.text)) cast.leave(section, item.text);
      continue;
    }
    over = head;
    if (!head) yield [index, entry];
  }
}

/** @returns whether a text says a role */
function mapRole(cast: Performances, { performers }: Over, text: Text): boolean {
  if (isTooLong(text)) return false;
  const whole = { begin: 0, end: text.value.length };
  const { name, description } = readCharacter(text.value, whole, cast.spec, cast.tables);
  if (!name) return false;
  const character = slice(text, name.begin, name.end);
  const descriptions = description ? [slice(text, description.begin, description.end)] : [];
  for (const found of performers) {
    cast.advance();
    cast.state(found.name, found.name, { character, descriptions: [...found.notes, ...descriptions] });
  }
  return true;
}

/** Lines of words that are cast lists without bullets; false where they are not. */
export function mapCastLines(
  cast: Performances,
  section: Section,
  paragraphs: readonly Paragraph[],
): boolean {
  const items = paragraphs.flatMap(({ text }) => (isTooLong(text) ? [] : linesOf(text))).map(lineItem);
  if (items.length < 2 || items.some(({ text }) => text.value.length > longestLine)) return false;
  const told = entriesOf(cast, items).filter((entry) => performersOf(cast, entry) !== null);
  if (told.length * 3 < items.length * 2) return false;
  mapCastList(cast, section, items, false);
  return true;
}

/** A longer line is a sentence about the cast. */
const longestLine = 200;

function lineItem(text: Text): Item {
  return { type: 'item', span: text.span, level: 1, text };
}

function linesOf(text: Text): Text[] {
  const lines: Text[] = [];
  let begin = 0;
  for (const { index } of text.value.matchAll(/\n|$/g)) {
    const line = slice(text, begin, index);
    if (line.value !== '') lines.push(line);
    begin = index;
  }
  return lines;
}

/** Items with their sides. Where signs part them, all of the list say which way round they stand. */
function entriesOf(cast: Performances, items: readonly Item[], hasPerformers = false): Entry[] {
  const split = items.map((item) => sidesOf(cast, item));
  const orders = new Map<Sides, Order | null>();
  for (const isInParentheses of [false, true]) {
    const open = split.filter(
      ({ sides }) =>
        sides.second !== null &&
        sides.order === null &&
        !sides.isTangled &&
        sides.isInParentheses === isInParentheses,
    );
    const found = ordersOf(
      cast,
      open.map(({ item: { text }, sides: { first, second } }) => ({
        first: slice(text, first.begin, first.end),
        second: slice(text, second?.begin ?? 0, second?.end ?? 0),
      })),
      hasPerformers,
    );
    for (const [i, { sides }] of open.entries()) orders.set(sides, found[i] ?? null);
  }
  return split.map(({ item, sides }) => ({ item, sides, order: sides.order ?? orders.get(sides) ?? null }));
}

/** Performances side by side in one item, "Ann Lee as Kim, and Bo Roe as Pat": an item each. */
function partsOf(cast: Performances, item: Item): Item[] {
  const { text } = item;
  if (isTooLong(text) || !/\sas\s.*\sas\s/s.test(text.value)) return [item];
  const shape = shapeOf(text);
  const { closeOf } = matchBrackets(shape);
  const isInside = (at: number): boolean => [...closeOf].some(([open, close]) => open < at && at < close);
  const begins = [0];
  const ends: number[] = [];
  for (const { index, 0: sign } of shape.matchAll(
    /(?:[,;]|\s(?=and\s|&\s))\s*(?:(?:and|&)\s+)?(?=[\p{Lu}\ue000])/gu,
  )) {
    if (isInside(index) || !isPerformance(cast, text, shape, index + sign.length)) continue;
    ends.push(index);
    begins.push(index + sign.length);
  }
  // Without a performance before the first of these signs, the signs part something else.
  if (ends.length === 0 || splitSides(shape.slice(0, ends[0]), cast.spec).order !== 'performer-first')
    return [item];
  return begins.map((begin, i) => {
    const part = slice(text, begin, ends[i] ?? text.value.length);
    return { ...item, span: part.span, text: part };
  });
}

/** Whether words from an offset on are a performer by a full name or a link, "as", and a role. */
function isPerformance(cast: Performances, text: Text, shape: string, from: number): boolean {
  const { first, second, order } = splitSides(shape.slice(from), cast.spec);
  if (second === null || order !== 'performer-first') return false;
  const words = shape.slice(from + first.begin, from + first.end);
  if (
    /[,;:()]/.test(words) ||
    !/^(?:["“'‘]?\p{Lu}|\ue000|(?:the|an?|\p{L}+sel(?:f|ves))\b)/u.test(shape.slice(from + second.begin))
  )
    return false;
  const performer = slice(text, from + first.begin, from + first.end);
  return /^\ue000\ue001*$/.test(words) || cast.knows(performer) || shapeOfSide(cast, performer) === 'name';
}

/** The sides of an item; what stands in parentheses and is no role is a note beside one side alone. */
function sidesOf(cast: Performances, item: Item): Pick<Entry, 'item' | 'sides'> {
  const { text } = item;
  const shape = isTooLong(text) ? '' : shapeOf(text);
  const split = splitSides(shape, cast.spec);
  const told = split.second && isClause(cast, text, split.second) ? oneSide(text) : split;
  const sides = withRest(cast, text, untangled(cast, text, told));
  const middle = sides.order === null ? splitMiddle(shape, cast.spec) : null;
  if (middle?.second && (middle.order || isDescribed(cast, text, middle))) return { item, sides: middle };
  if (!sides.isInParentheses || !sides.second || cast.mayBeRole(text, sides.first, sides.second))
    return { item, sides };
  const first = { begin: sides.first.begin, end: text.value.length };
  return { item, sides: { ...sides, first, second: null, order: null } };
}

/** "Kim – the smith, played by Ann Lee" tells of Kim if what stands between names nobody else. */
function untangled(cast: Performances, text: Text, sides: Sides): Sides & { readonly rest?: Range } {
  const { second } = sides;
  if (!sides.isTangled || !second) return sides;
  const behind = splitSides(shapeOf(slice(text, second.begin, second.end)), cast.spec);
  if (behind.order !== 'character-first' || !behind.second || behind.isTangled) return sides;
  const between = text.value.slice(second.begin, second.begin + behind.first.end);
  if (/\p{Lu}/u.test(between.replace(/^(?:An?|The)\b/, ''))) return sides;
  return {
    ...sides,
    second: { begin: second.begin + behind.second.begin, end: second.begin + behind.second.end },
    order: 'character-first',
    isTangled: false,
    rest: { begin: second.begin, end: second.begin + behind.first.end },
  };
}

/** "Kim, played by Ann Lee, is a maid" goes on about the role behind who plays it. */
function withRest(
  cast: Performances,
  text: Text,
  sides: Sides & { readonly rest?: Range },
): Sides & { readonly rest?: Range } {
  if (sides.order !== 'character-first' || !sides.second) return sides;
  const second = withoutFullStop(cast, text, sides.second);
  if (sides.rest || cast.namesIn(text, second)) return { ...sides, second };
  const words = shapeOf(text).slice(second.begin, second.end);
  const [, name = '', sign = ''] =
    /^([^,;:.()]*[^\s,;:.()])(\s*[,;:]\s+|\.\s+|\s[–—-]\s|\s(?=(?:is|was|who|as)\s))(?=\p{Ll}|(?:An?|The|She|He|It|They)\s)/u.exec(
      words,
    ) ?? [];
  const performer = { begin: second.begin, end: second.begin + name.length };
  if (name === '' || !cast.namesIn(text, performer)) return sides;
  return { ...sides, second: performer, rest: { begin: performer.end + sign.length, end: second.end } };
}

/** "Played by Ann Lee." */
function withoutFullStop({ tables }: Performances, { value }: Text, { begin, end }: Range): Range {
  const isStop = value.charAt(end - 1) === '.' && !isAbbreviation(value, end - 1, tables.abbreviations);
  return { begin, end: isStop ? end - 1 : end };
}

/** "Guard, as seen in the first film, is dead" says no role. */
function isClause({ spec }: Performances, { value }: Text, { begin, end }: Range): boolean {
  const [word = ''] = value.slice(begin, end).split(/[\s,]/, 1);
  return spec.noRoles.includes(word);
}

function oneSide({ value }: Text): Sides {
  return {
    first: { begin: 0, end: value.length },
    second: null,
    order: null,
    isInParentheses: false,
    isTangled: false,
  };
}

/** Whether what stands in parentheses may be a role or a performer, and what stands behind them describes. */
function isDescribed(
  cast: Performances,
  text: Text,
  { first, second, rest }: Sides & { readonly rest: Range },
): boolean {
  const behind = text.value.slice(rest.begin, rest.end);
  return second !== null && cast.mayBeRole(text, first, second) && /^(?:An?|The)\s|^\p{Ll}/u.test(behind);
}

/** What has no role is a heading, "Main cast", if others stand below it, or behind it if it is a term and names nobody known. */
function headsOthers(cast: Performances, { item, sides }: Entry, next: Entry | undefined): boolean {
  if (next === undefined || sides.second !== null) return false;
  if (next.item.level > item.level) return true;
  const { isTerm, text } = item;
  return isTerm === true && next.sides.second !== null && !text.links && !cast.knows(text);
}

/**
 * Whether one item alone, without a role, stands below a name of several words: that may be a performer with a role as well
 * as a heading.
 */
function isPair(cast: Performances, entries: readonly Entry[], index: number): boolean {
  const [head, only, next] = entries.slice(index, index + 3) as [Entry, Entry, Entry | undefined];
  if ((next?.item.level ?? 0) > head.item.level || only.sides.second !== null) return false;
  const { value } = head.item.text;
  return value.includes(' ') && cast.namesIn(head.item.text, { begin: 0, end: value.length }) !== null;
}

/** Who performs in an item that says both sides, and where the role is. */
function performersOf(
  cast: Performances,
  { item, sides: { first, second }, order }: Entry,
): { performers: NonNullable<ReturnType<Performances['namesIn']>>; performer: Range; role: Range } | null {
  if (second === null || order === null) return null;
  const [performer, role] = order === 'performer-first' ? [first, second] : [second, first];
  const performers = cast.namesIn(item.text, performer);
  return performers && { performers, performer, role };
}

/** The performances that a bullet states; none where they cannot be told. */
function mapItem(cast: Performances, entry: Entry, bare: boolean, amongRoles: boolean): NamedNode[] {
  const { text } = entry.item;
  if (isTooLong(text)) return [];
  if (entry.sides.second === null) return bare ? mapBareNames(cast, text, amongRoles) : [];
  const told = performersOf(cast, entry);
  if (!told) return [];
  const { performers, performer, role } = told;
  const { name, description } = readCharacter(text.value, role, cast.spec, cast.tables);
  const last = name ?? performer;
  const begin = Math.min(performer.begin, last.begin);
  const whole = slice(text, begin, Math.max(performer.end, last.end));
  const character = name && slice(text, name.begin, name.end);
  const { rest } = entry.sides;
  const descriptions = [description, rest && withoutStop(text, rest)].flatMap((said) =>
    said ? [slice(text, said.begin, said.end)] : [],
  );
  return performers.map((found) => {
    cast.advance();
    return cast.state(whole, found.name, { character, descriptions: [...found.notes, ...descriptions] });
  });
}

function withoutStop({ value }: Text, { begin, end }: Range): Range {
  return { begin, end: value.charAt(end - 1) === '.' ? end - 1 : end };
}

/**
 * Names without a character. Names between commas may as well be a performer and a role, and one word among items that have
 * the role first may be a role, unless they are known.
 */
function mapBareNames(cast: Performances, text: Text, amongRoles: boolean): NamedNode[] {
  const performers = cast.namesIn(text, { begin: 0, end: text.value.length }) ?? [];
  const between = text.value.slice(0, text.value.lastIndexOf(performers.at(-1)?.name.value ?? ''));
  const isList = performers.length > 1 && between.includes(',');
  const isUnclear = ({ name }: { name: Text }): boolean =>
    (isList || (amongRoles && !/\s/.test(name.value) && !name.links)) && !cast.knows(name);
  if (performers.some(isUnclear)) return [];
  return performers.map(({ name, notes }) => {
    cast.advance();
    return cast.state(name, name, { character: null, descriptions: notes });
  });
}
