/** Cuts the value of a field into the pieces that it lists, and each piece into its words and the notes beside them. */

import { isSpaceAt } from './character-classes.js';
import { matchesOf } from './matches.js';

/** A stretch of a string, in UTF-16 units. */
export interface Range {
  readonly begin: number;
  readonly end: number;
}

/** One reading of a stretch of a string. */
export interface Found<T> extends Range {
  readonly value: T;
  /** What is said beside it and is no part of the value. */
  readonly notes?: readonly Range[];
}

export interface Piece extends Range {
  /** What is left when notes, footnote marks and tags at both ends are taken off. */
  readonly core: Range;
  /** The insides of parentheses, and labels such as `Songs:`. */
  readonly notes: readonly Range[];
}

/** What a grammar made of a string: values, and the stretches that it could not read. */
export interface Reading<T> {
  readonly found: readonly Found<T>[];
  readonly unread: readonly Unread[];
  /** What it read and no value holds. */
  readonly left: readonly Left[];
}

/** A stretch that a grammar takes for no words of a value, such as a comma between two, and the rule that says so. */
export interface Left extends Range {
  readonly rule:
    | 'article'
    | 'byline'
    | 'label-noun'
    | 'conjunction'
    | 'neutral-note'
    | 'note-mark'
    | 'other-field'
    | 'quotation-mark'
    | 'repeated-date'
    | 'separator'
    | 'tag';
}

export interface Unread extends Range {
  /** Why, as the end of a sentence that begins with the value. */
  readonly reason: string;
  /** What is said beside it. */
  readonly notes?: readonly Range[];
}

/**
 * The pieces between commas, semicolons, line breaks, bullets and free-standing slashes, where these stand outside
 * parentheses and quotation marks. A comma between digits belongs to a number. A piece that is nothing but a note is
 * a note of the piece before it, or of the one behind it where it is a label (`Songs:`) or where such pieces come first.
 *
 * @param left where it is put what belongs to no piece
 */
export function splitPieces(text: string, left: Left[] = []): Piece[] {
  const pieces: Piece[] = [];
  const pendingNotes: Range[] = [];
  const brackets = matchBrackets(text);
  let begin = 0;
  let areFirst = false;
  for (const cut of [...cuts(text, brackets), { begin: text.length, end: text.length }]) {
    if (cut.begin < cut.end)
      left.push({ ...cut, rule: text.charAt(cut.begin) === '<' ? 'tag' : 'separator' });
    const piece = trimPiece(text, begin, cut.begin, brackets, left);
    begin = cut.end;
    if (piece.core.begin < piece.core.end) {
      pieces.push(withNotes(pendingNotes.splice(0), piece));
    } else if (piece.notes.length > 0) {
      areFirst ||= pieces.length === 0;
      if (areFirst || text.charAt(piece.end - 1) === ':') pendingNotes.push(...piece.notes);
      else addNotes(pieces, piece.notes, piece.end);
    }
  }
  if (pieces.length === 0 && pendingNotes.length > 0) pieces.push(notesAlone(text, pendingNotes));
  else if (pendingNotes.length > 0) addNotes(pieces, pendingNotes, (pendingNotes.at(-1) as Range).end);
  return pieces;
}

/**
 * The pieces of a text in which some stretches are whole whatever they hold: the comma of a date or of `1 hour, 56 minutes`
 * parts nothing. With each piece, the stretch that it is, if it is one and nothing else.
 */
export function piecesAround<T extends Range>(
  text: string,
  stretches: readonly T[],
  left?: Left[],
): { readonly piece: Piece; readonly whole: T | undefined }[] {
  let masked = '';
  let from = 0;
  for (const { begin, end } of stretches) {
    masked += text.slice(from, begin) + '\u0001'.repeat(end - begin);
    from = end;
  }
  const byBegin = new Map(stretches.map((stretch) => [stretch.begin, stretch]));
  return splitPieces(masked + text.slice(from), left).map((piece) => {
    const stretch = byBegin.get(piece.core.begin);
    return { piece, whole: stretch?.end === piece.core.end ? stretch : undefined };
  });
}

function withNotes(notes: readonly Range[], piece: Piece): Piece {
  return notes.length === 0 ? piece : { ...piece, notes: [...notes, ...piece.notes] };
}

function addNotes(pieces: Piece[], notes: readonly Range[], end: number): void {
  const last = pieces.pop() as Piece;
  pieces.push({ ...last, end, notes: [...last.notes, ...notes] });
}

/** A piece without words, so that what is nothing but notes is not lost. */
function notesAlone(text: string, notes: readonly Range[]): Piece {
  const [begin, end] = trimSpace(text, 0, text.length);
  return { begin, end, core: { begin: end, end }, notes };
}

/** The stretches that separate pieces. */
function cuts(text: string, brackets: Brackets): Range[] {
  const found: Range[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // Letters and digits are most of what stands anywhere.
    if (isPlain(unit)) continue;
    const close = brackets.closeOf.size > 0 ? brackets.closeOf.get(at) : undefined;
    if (close !== undefined) at = close;
    else if (separates(text, at)) found.push({ begin: at, end: at + 1 });
    else if (unit === lessThan && text.startsWith('<br', at))
      found.push({ begin: at, end: endOfTag(text, at) });
  }
  return found;
}

/**
 * Whether a unit is a letter of ASCII, a digit, a blank, a letter of Latin, Greek or Cyrillic or a mask (linked.ts): these
 * part nothing and pair with nothing.
 */
function isPlain(unit: number): boolean {
  return (
    unit === 32 ||
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 0xc0 && unit < 0x590) ||
    unit === 0xe000 ||
    unit === 0xe001
  );
}

const lessThan = 60;

function separates(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case ',':
      return !(isDigit(text, at - 1) && isDigit(text, at + 1));
    case '/':
      return /\s/.test(text.charAt(at - 1)) && /\s/.test(text.charAt(at + 1));
    case ';':
    case '；':
    case '\n':
    case '\r':
    case '、':
    case '，':
      return true;
    case '•':
    case '→':
    case '·':
    case '‧':
      return !(endsEastAsian(text, at) && beginsEastAsian(text, at + 1));
    default:
      return false;
  }
}

/** Between Chinese, Japanese or Korean letters a middle dot joins the parts of one name. */
const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〇]/u;

function endsEastAsian(text: string, at: number): boolean {
  return eastAsian.test([...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '');
}

function beginsEastAsian(text: string, at: number): boolean {
  return eastAsian.test([...text.slice(at, at + 2)][0] ?? '');
}

/**
 * The stretches of a range between separators.
 *
 * @param separator a regular expression with the flag `g`
 * @param left where the separators are put
 * @param parts whether a separator parts what stands before it (back to the one before) from what stands behind it
 */
export function splitAt(
  text: string,
  { begin, end }: Range,
  separator: RegExp,
  left: Left[] = [],
  parts: (found: string, before: string, behind: string) => boolean = () => true,
): Range[] {
  const found: Range[] = [];
  let from = begin;
  for (const { index, 0: sign } of matchesOf(separator, text.slice(begin, end))) {
    const at = begin + index;
    const next = at + sign.length;
    const before = text.slice(from, at);
    if (before !== '' && !parts(sign.trim(), before, text.slice(next, end))) continue;
    if (before !== '') found.push(trimRange(text, from, at));
    left.push({ ...trimRange(text, at, next), rule: /\p{L}/u.test(sign) ? 'conjunction' : 'separator' });
    from = next;
  }
  if (from < end) found.push(trimRange(text, from, end));
  return found;
}

/** A range without the white space at its ends. */
export function trimRange(text: string, begin: number, end: number): Range {
  const [from, to] = trimSpace(text, begin, end);
  return { begin: from, end: to };
}

export interface Brackets {
  readonly closeOf: ReadonlyMap<number, number>;
  readonly openOf: ReadonlyMap<number, number>;
}

const noBrackets: Brackets = { closeOf: new Map(), openOf: new Map() };

const closing: Readonly<Record<string, string>> = { ')': '(', ']': '[', '”': '“' };
const opening: ReadonlySet<string> = new Set(Object.values(closing));

/** Pairs of brackets and of quotation marks. Linear; what stays open counts for nothing. */
export function matchBrackets(text: string): Brackets {
  let found: { closeOf: Map<number, number>; openOf: Map<number, number> } | null = null;
  const opened: number[] = [];
  let quote = -1;
  for (let at = 0; at < text.length; at++) {
    if (isPlain(text.charCodeAt(at))) continue;
    const char = text.charAt(at);
    let open = -1;
    if (opening.has(char)) opened.push(at);
    else if (char === '"') [open, quote] = quote < 0 ? [-1, unlessInch(text, at)] : [quote, -1];
    else if (char in closing && text.charAt(opened.at(-1) ?? -1) === closing[char]) open = opened.pop() ?? -1;
    if (open < 0) continue;
    found ??= { closeOf: new Map(), openOf: new Map() };
    found.closeOf.set(open, at);
    found.openOf.set(at, open);
  }
  return found ?? noBrackets;
}

/** Where a quotation mark begins words; -1 if it says that a number is of inches: `a 7" single`. */
function unlessInch(text: string, at: number): number {
  return isDigit(text, at - 1) ? -1 : at;
}

/** The words of a title and the notes beside it; of labels only years are some, since titles hold colons. */
export function titlePiece(text: string, { begin, end }: Range, left: Left[] = []): Piece {
  return trimPiece(text, begin, end, matchBrackets(text), left, [years]);
}

/** Takes notes off both ends: `(…)`, `[1]`, tags, and a label with a colon in front. */
function trimPiece(
  text: string,
  from: number,
  to: number,
  brackets: Brackets,
  left: Left[],
  labels = anyLabel,
): Piece {
  let [begin, end] = trimSpace(text, from, to);
  const outer = { begin, end };
  if (isBare(text, begin, end)) return { begin, end, core: outer, notes: [] };
  const notes: Range[] = [];
  const note = (first: number, last: number, marks: readonly number[]): void => {
    const [noteBegin, noteEnd] = trimSpace(text, first, last);
    if (noteBegin < noteEnd) notes.push({ begin: noteBegin, end: noteEnd });
    for (const at of marks) left.push({ begin: at, end: at + 1, rule: 'separator' });
  };
  const mark = (first: number, last: number): void => {
    left.push({ begin: first, end: last, rule: text.charAt(first) === '<' ? 'tag' : 'note-mark' });
  };
  for (let size = -1; size !== end - begin && begin < end; ) {
    [begin, end] = trimSpace(text, begin, end);
    size = end - begin;
    const lead = leadingMarkSize(text, begin, end);
    const tail = lead > 0 ? 0 : closingMarkSize(text, begin, end);
    const open = roundOpening(text, end - 1, brackets);
    const close = roundClosing(text, begin, brackets);
    if (lead > 0) {
      mark(begin, begin + lead);
      begin += lead;
    } else if (tail > 0) {
      mark(end - tail, end);
      end -= tail;
    } else if (open !== undefined && open >= begin) {
      note(open + 1, end - 1, [open, end - 1]);
      end = open;
    } else if (close !== undefined && close < end) {
      note(begin + 1, close, [begin, close]);
      begin = close + 1;
    } else {
      const length = labelSize(text, begin, end, labels);
      if (length > 0) note(begin, begin + length - 1, [begin + length - 1]);
      begin += length;
    }
  }
  return { ...outer, core: { begin, end }, notes };
}

/** Whether nothing stands at either end of a stretch that can be taken off, and no label in front. */
function isBare(text: string, begin: number, end: number): boolean {
  if (begin === end) return true;
  const isEnd = isPlain(text.charCodeAt(begin)) && isPlain(text.charCodeAt(end - 1));
  return isEnd && !text.slice(begin, Math.min(end, begin + 2 * longestLabel)).includes(':');
}

/** Length of a tag or a footnote mark with which a stretch begins, or 0. */
function leadingMarkSize(text: string, begin: number, end: number): number {
  if (!'<['.includes(text.charAt(begin))) return 0;
  return /^(?:<[^<>]*>|\[[^[\]]*\])/.exec(text.slice(begin, end))?.[0].length ?? 0;
}

/** The same of one with which it ends. */
function closingMarkSize(text: string, begin: number, end: number): number {
  if (!'>]'.includes(text.charAt(end - 1))) return 0;
  const tail = text.slice(Math.max(begin, end - 200), end);
  return /(?:<[^<>]*>|\[[^[\]]{0,12}\])$/.exec(tail)?.[0].length ?? 0;
}

function roundOpening(text: string, at: number, { openOf }: Brackets): number | undefined {
  return text.charAt(at) === ')' ? openOf.get(at) : undefined;
}

function roundClosing(text: string, at: number, { closeOf }: Brackets): number | undefined {
  return text.charAt(at) === '(' ? closeOf.get(at) : undefined;
}

const longestLabel = 45;

/** Length of a label and its colon with which a stretch begins, or 0: `Songs:`, `FM/AM1:`, `1901–1920:`. */
function labelSize(text: string, begin: number, end: number, labels: readonly RegExp[]): number {
  const head = text.slice(begin, Math.min(end, begin + 2 * longestLabel));
  if (!head.includes(':')) return 0;
  for (const label of labels) {
    const size = label.exec(head)?.[0].length;
    if (size !== undefined) return size;
  }
  return 0;
}

const labelled = /^\p{L}[\p{L}\p{N}'/ ]{0,40}:(?=\s|$)/u;
const years = /^[12]\d{3}(?:\s?[-–—]\s?(?:[12]\d{3}|\d\d|\p{L}{3,8})?)?:(?=\s)/u;
const anyLabel = [labelled, years];

export function trimSpace(text: string, begin: number, end: number): [number, number] {
  while (begin < end && isSpaceAt(text, begin)) begin++;
  while (end > begin && isSpaceAt(text, end - 1)) end--;
  return [begin, end];
}

function endOfTag(text: string, at: number): number {
  const close = text.indexOf('>', at);
  return close < 0 ? text.length : close + 1;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
