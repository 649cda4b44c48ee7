/**
 * Bullets of a cast list: `A as B, who is C`, `A – B`, `A ... B`, `B, played by A`, or a name alone.
 */
import { isAbbreviation } from './abbreviation.js';
import type { Range } from './pieces.js';
import { matchBrackets, trimSpace } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface RoleWords {
  readonly separators: readonly string[];
  /** Separators behind which the performer stands. */
  readonly reversed: readonly string[];
  readonly notCharacters: readonly string[];
  /** What may end a role's words without being a part of the name. */
  readonly endings: readonly string[];
}

/** The two sides of a bullet; without a separator, one side that names a performer alone. */
export interface Role {
  readonly performer: Range;
  /** The character's side, description included. */
  readonly role: Range | null;
  /** Whether a dash parted them, which stands either way round. */
  readonly isDash: boolean;
}

/** Cuts a bullet at its first separator outside parentheses and quotation marks. */
export function splitRole(text: string, words: RoleWords): Role {
  const { closeOf } = matchBrackets(text);
  for (let at = 0; at < text.length; at++) {
    const close = closeOf.get(at);
    if (close !== undefined) {
      at = close;
      continue;
    }
    const separator = separatorAt(text, at, words.separators);
    const reversed = separator ? null : separatorAt(text, at, words.reversed);
    const size = (separator ?? reversed)?.length ?? 0;
    if (size === 0 || at === 0) continue;
    const before = range(text, 0, at);
    const after = range(text, at + size, text.length);
    if (reversed)
      return { performer: after, role: { ...before, end: withoutComma(text, before) }, isDash: false };
    return {
      performer: { ...before, end: withoutComma(text, before) },
      role: after,
      isDash: /[-–—]/.test(separator ?? ''),
    };
  }
  return { performer: range(text, 0, text.length), role: null, isDash: false };
}

/** The separator, white space around it included, that begins at a place. Dots need no space before them. */
function separatorAt(text: string, at: number, separators: readonly string[]): string | null {
  if (!/[\s.…]/.test(text.charAt(at))) return null;
  const window = text.slice(at, at + 40);
  const dots = /^\s*(?:\.{3,}|…)\s*/.exec(window);
  if (dots) return separators.includes('...') ? dots[0] : null;
  const words = /^\s+(\S+)(\s+\S+)?(?=\s)/.exec(window);
  if (!words) return null;
  const [both, one] = [words[0].trim(), words[1] as string];
  const separator = [both, one].find((candidate) =>
    separators.includes(candidate.toLowerCase().replace(/\s+/g, ' ')),
  );
  return separator === undefined ? null : window.slice(0, window.indexOf(separator) + separator.length);
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
  const cut = beforeEnding(text, endOfName(text, role, abbreviations), role.begin, words);
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
