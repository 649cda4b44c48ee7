/**
 * Bullets of a cast list: `A as B, who is C`, `A – B`, `A ... B`, `A (B)`, `B, played by A`, or a name alone.
 */
import { isAbbreviation } from './abbreviation.js';
import type { Range } from './pieces.js';
import { matchBrackets, trimSpace } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface RoleWords {
  /** Words between a performer and a character. */
  readonly separators: readonly string[];
  /** Words between a character and a performer. */
  readonly reversed: readonly string[];
  /** Signs on whose sides the two stand either way round. */
  readonly either: readonly string[];
  readonly notCharacters: readonly string[];
  /** What may end a role's words without being a part of the name. */
  readonly endings: readonly string[];
}

export type Order = 'performer-first' | 'character-first';

/** The two sides of a bullet as they stand; without a separator, one side alone. */
export interface Sides {
  readonly first: Range;
  /** Where it is the role, with its description. */
  readonly second: Range | null;
  /** What the words between them say; null where a sign parts them, which stands either way round. */
  readonly order: Order | null;
  /** Whether the second side stands in parentheses. */
  readonly isInParentheses: boolean;
  /** Whether words that say an order come behind a sign that says none: who is meant cannot be told. */
  readonly isTangled: boolean;
}

/** How many words a separator has at most. */
const mostWords = 6;

/** Cuts a bullet at its first separator outside parentheses and quotation marks, else at the parenthesis that ends it. */
export function splitSides(text: string, words: RoleWords): Sides {
  const { closeOf, openOf } = matchBrackets(text);
  for (let at = 0; at < text.length; at++) {
    const close = closeOf.get(at);
    if (close !== undefined) {
      at = close;
      continue;
    }
    const found = at > 0 ? separatorAt(text, at, words) : null;
    if (!found) continue;
    const second = withoutOpening(text, range(text, at + found.size, text.length), words);
    if (second.begin >= second.end) continue;
    const order = found.order ?? second.order;
    const first = range(text, 0, at);
    return {
      first: { ...first, end: withoutComma(text, first) },
      second: { begin: second.begin, end: second.end },
      order,
      isInParentheses: false,
      isTangled: order === null && hasReversed(text.slice(second.begin, second.end), words),
    };
  }
  const whole = range(text, 0, text.length);
  const open = text.charAt(whole.end - 1) === ')' ? openOf.get(whole.end - 1) : undefined;
  if (open === undefined || open === whole.begin) return alone(whole);
  const inside = withoutOpening(text, range(text, open + 1, whole.end - 1), words);
  const first = range(text, whole.begin, open);
  return inside.begin < inside.end
    ? {
        first: { ...first, end: withoutComma(text, first) },
        second: { begin: inside.begin, end: inside.end },
        order: inside.order,
        isInParentheses: true,
        isTangled: false,
      }
    : alone(whole);
}

/**
 * A bullet whose second side stands in parentheses behind the first, and is described behind these: "Ina (Ann Lee), a maid",
 * "Ina (played by Ann Lee): a maid", "Ina (Ann Lee) is a maid"; null of any other.
 */
export function splitMiddle(text: string, words: RoleWords): (Sides & { readonly rest: Range }) | null {
  const { closeOf } = matchBrackets(text);
  const open = text.indexOf('(');
  const close = closeOf.get(open);
  if (open < 1 || close === undefined) return null;
  const rest = /^(?:\s*(?:[,;:]|[-–—](?=\s)|\s[-–—])\s*(?=\S)|\s+(?=\p{Ll}))/u.exec(text.slice(close + 1));
  const first = range(text, 0, open);
  const inside = withoutOpening(text, range(text, open + 1, close), words);
  if (!rest || inside.begin >= inside.end || /[,;:]|\s[-–—]\s/.test(text.slice(0, open))) return null;
  return {
    first,
    second: { begin: inside.begin, end: inside.end },
    order: inside.order,
    isInParentheses: true,
    isTangled: false,
    rest: range(text, close + 1 + rest[0].length, text.length),
  };
}

function alone(first: Range): Sides {
  return { first, second: null, order: null, isInParentheses: false, isTangled: false };
}

/** What a text says behind words that say in which order the sides stand: "as Kim", "played by Ann Lee". */
export function splitOpening(text: string, words: RoleWords): Range & { readonly order: Order | null } {
  return withoutOpening(text, range(text, 0, text.length), words);
}

function withoutOpening(
  text: string,
  { begin, end }: Range,
  { separators, reversed }: RoleWords,
): Range & { order: Order | null } {
  const opening = wordsAt(text.slice(0, end), begin);
  for (const size of opening.keys()) {
    const phrase = opening[opening.length - 1 - size] as { words: string; end: number };
    const order = reversed.includes(phrase.words)
      ? 'character-first'
      : separators.includes(phrase.words)
        ? 'performer-first'
        : null;
    if (order) return { ...range(text, phrase.end, end), order };
  }
  return { begin, end, order: null };
}

/** The first words from a place on: one of them, two, three. */
function wordsAt(text: string, at: number): { words: string; end: number }[] {
  const found: { words: string; end: number }[] = [];
  let words = '';
  for (const { 0: word, index } of text.slice(at, at + 80).matchAll(/\S+(?=\s)/g)) {
    words = `${words} ${word.toLowerCase()}`.trimStart();
    found.push({ words, end: at + index + word.length });
    if (found.length === mostWords) break;
  }
  return found;
}

function hasReversed(text: string, { reversed }: RoleWords): boolean {
  const words = text.toLowerCase();
  return reversed.some((phrase) => words.includes(` ${phrase} `));
}

interface Separator {
  /** With the white space around it. */
  readonly size: number;
  readonly order: Order | null;
}

/** The separator that begins at a place, the longest first. Dots and a colon need no space before them. */
function separatorAt(text: string, at: number, words: RoleWords): Separator | null {
  const char = text.charAt(at);
  if (char === ':') return /^:\s/.test(text.slice(at, at + 2)) && words.either.includes(':') ? sign(1) : null;
  if (char === '：') return words.either.includes(':') ? sign(1) : null;
  if (!/[\s.…]/.test(char)) return null;
  const dots = /^\s*(?:\.{3,}|…)\s*/.exec(text.slice(at, at + 200));
  if (dots) return words.either.includes('...') ? sign(dots[0].length) : null;
  if (!/\s/.test(char)) return null;
  const space = /^\s+/.exec(text.slice(at, at + 40))?.[0].length ?? 0;
  const phrases = wordsAt(text, at + space);
  for (const size of phrases.keys()) {
    const phrase = phrases[phrases.length - 1 - size] as { words: string; end: number };
    if (words.reversed.includes(phrase.words)) return { size: phrase.end - at, order: 'character-first' };
    if (words.separators.includes(phrase.words)) return { size: phrase.end - at, order: 'performer-first' };
    if (words.either.includes(phrase.words)) return sign(phrase.end - at);
  }
  return null;
}

function sign(size: number): Separator {
  return { size, order: null };
}

/** What a role's words say: the character's name alone, and what describes it. */
export interface Character {
  readonly name: Range | null;
  readonly description: Range | null;
}

/**
 * Cuts the character's name from what describes it: a comma, a colon, a dash, a parenthesis or the end of a sentence.
 * Several names with slashes between them stay whole, and so does a relative clause ("the school at which A, B and C
 * studied").
 */
export function readCharacter(
  text: string,
  role: Range,
  words: RoleWords,
  { abbreviations }: Pick<ValueTables, 'abbreviations'>,
): Character {
  const cut = beforeAside(
    text,
    beforeEnding(text, endOfName(text, role, abbreviations), role.begin, words),
    role.begin,
    words,
  );
  const [begin, nameEnd] = trimSpace(text, role.begin, cut.begin);
  const end = withoutFullStop(text, begin, nameEnd, abbreviations);
  const name = text.slice(begin, end);
  const label = name.toLowerCase();
  const describe = (from: number): Range | null => descriptionOf(text, from, role.end, abbreviations);
  const isNone = words.notCharacters.some((phrase) => label === phrase || label.startsWith(`${phrase} `));
  if (name === '' || isNone) return { name: null, description: describe(role.begin) };
  return { name: { begin, end }, description: describe(cut.end) };
}

/** "the herald uncredited" names the herald. */
function beforeEnding(text: string, cut: Range, from: number, { endings }: RoleWords): Range {
  const name = text.slice(from, cut.begin).trimEnd();
  const ending = endings.find((words) => name.toLowerCase().endsWith(` ${words}`));
  if (ending === undefined) return cut;
  const at = from + name.length - ending.length;
  return { begin: at, end: at };
}

/** "Ina in a special appearance at the fair" names Ina. */
function beforeAside(text: string, cut: Range, from: number, { notCharacters }: RoleWords): Range {
  const name = text.slice(from, cut.begin).toLowerCase();
  const at = name.indexOf(' in ');
  if (at < 1) return cut;
  const behind = name.slice(at + 4).replace(/^an?\s+/, '');
  const isAside = notCharacters.some((phrase) => behind === phrase || behind.startsWith(`${phrase} `));
  return isAside ? { begin: from + at, end: from + at } : cut;
}

function descriptionOf(
  text: string,
  from: number,
  to: number,
  abbreviations: ReadonlySet<string>,
): Range | null {
  let [begin, end] = trimSpace(text, from, to);
  if (end > begin && text.charAt(end - 1) === '.') end = withoutFullStop(text, begin, end, abbreviations);
  if (
    text.charAt(begin) === '(' &&
    matchBrackets(text.slice(begin, end)).closeOf.get(0) === end - begin - 1
  ) {
    [begin, end] = [begin + 1, end - 1];
  }
  return /[\p{L}\p{N}]/u.test(text.slice(begin, end)) ? { begin, end } : null;
}

/** Where the name ends, and where the description begins. */
function endOfName(text: string, role: Range, abbreviations: ReadonlySet<string>): Range {
  const words = text.slice(role.begin, role.end);
  const { closeOf } = matchBrackets(words);
  const sentenceEnd = endOfSentence(words, abbreviations);
  const relative = words.search(/\b(?:which|who|whom|whose|where)\b/);
  const limits = {
    sentenceEnd,
    lastSlash: lastSlashBefore(words, sentenceEnd, closeOf),
    clause: relative < 0 ? words.length : relative,
  };
  for (let at = 0; at < words.length; at++) {
    const size = cutAt(words, at, limits);
    if (size !== null) return { begin: role.begin + at, end: role.begin + at + size };
    at = closeOf.get(at) ?? at;
  }
  return { begin: role.end, end: role.end };
}

/** How many characters of a separator stand at a place where the name ends; null where it goes on. */
function cutAt(
  words: string,
  at: number,
  { sentenceEnd, lastSlash, clause }: { sentenceEnd: number; lastSlash: number; clause: number },
): number | null {
  const char = words.charAt(at);
  if (at === sentenceEnd) return 1;
  if (char === '(' || char === '[') return at > 0 ? 0 : null;
  if (at <= lastSlash) return null;
  if (char === ',') return at < clause ? 1 : null;
  if (char === ';' || (char === ':' && /^\s?$/.test(words.charAt(at + 1)))) return 1;
  const dash = /\s/.test(char) ? /^\s+[-–—](?=\s)/.exec(words.slice(at, at + 8)) : null;
  return dash ? dash[0].length : null;
}

/** "A/B/C, the clerk/D" is a list of roles up to its last slash, if it begins as one. */
function lastSlashBefore(words: string, end: number, closeOf: ReadonlyMap<number, number>): number {
  const comma = words.search(/[,;:]/);
  let last = -1;
  let first = -1;
  for (let at = 0; at < end; at++) {
    const close = closeOf.get(at);
    if (close !== undefined) at = close;
    else if (words.charAt(at) === '/') {
      if (first < 0) first = at;
      last = at;
    }
  }
  return first >= 0 && (comma < 0 || first < comma) ? last : -1;
}

/** Offset of the full stop that ends the first sentence, or the length. */
function endOfSentence(words: string, abbreviations: ReadonlySet<string>): number {
  for (const match of words.matchAll(/\.(?=\s+\p{Lu})/gu)) {
    if (!isAbbreviation(words, match.index, abbreviations)) return match.index;
  }
  return words.length;
}

function withoutFullStop(
  text: string,
  begin: number,
  end: number,
  abbreviations: ReadonlySet<string>,
): number {
  const isStop = text.charAt(end - 1) === '.';
  return isStop && !isAbbreviation(text.slice(begin, end), end - 1 - begin, abbreviations) ? end - 1 : end;
}

function withoutComma(text: string, { begin, end }: Range): number {
  let to = end;
  while (to > begin && /[,;:\s]/.test(text.charAt(to - 1))) to--;
  return to;
}

function range(text: string, from: number, to: number): Range {
  const [begin, end] = trimSpace(text, from, to);
  return { begin, end };
}
