/**
 * Lists of names: `A, B and C`, `A & B`, `A / B`, with suffixes (`Jr.`), companies whose own name holds a comma or
 * an "and", and the notes beside them.
 */
import { classBefore, upper } from './character-classes.js';
import { beginsWithLink, endsWithLink, isLink } from './linked.js';
import { aroundLinks } from './linked-name.js';
import type { NameStyle } from './name-style.js';
import { isOrganisation } from './name-style.js';
import { namesNothing } from './nothing.js';
import type { Found, Left, Piece, Range, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces, trimRange } from './pieces.js';
import type { ValueTables } from './tables.js';

const longestName = 120;
const mostWords = 12;

/**
 * Reads every name that a field lists, as the text shows it. What is no name, such as `various` or a sentence, stays
 * unread; what is said beside a name, such as `(uncredited)`, is its note.
 *
 * @param shape the text with the words of its links masked
 */
export function readNames(
  text: string,
  style: NameStyle,
  tables: ValueTables,
  shape: string = text,
): Reading<string> {
  const found: Found<string>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const piece of joinSplitNames(shape, splitPieces(shape, left), style, tables)) {
    const parts = (sign: string, before: string, behind: string): boolean =>
      partsNames(sign, before, behind, style, tables);
    const listed = splitAt(shape, piece.core, tables.separator, left, parts);
    const given = style === 'organisation' ? [] : givenAlone(shape, listed, tables);
    unread.push(...given.map((part) => ({ ...part, reason: 'may be a given name without its family name' })));
    for (const part of listed.filter((one) => !given.includes(one))) {
      const around = aroundLinks(shape, part, style, tables);
      unread.push(...around.unread);
      left.push(...around.left);
      for (const each of around.named) {
        const society = withoutSociety(text, shape, each, tables);
        const { range } = society;
        const notes = [...each.notes, ...society.notes, ...piece.notes];
        const reason = whyNone(text, shape, range, style, tables);
        if (reason === null) found.push({ ...range, value: text.slice(range.begin, range.end), notes });
        else unread.push({ ...range, reason, notes });
      }
    }
    if (piece.core.begin === piece.core.end) {
      unread.push({ begin: piece.begin, end: piece.end, reason: 'names nobody' });
    }
  }
  return { found, unread, left };
}

function whyNone(
  text: string,
  shape: string,
  range: Range,
  style: NameStyle,
  tables: ValueTables,
): string | null {
  const words = text.slice(range.begin, range.end);
  if (!isLink(shape, range) && namesNothing(words, tables)) return 'names nobody';
  if (style !== 'organisation' && isOffice(words.split(/\s+/, 2), tables)) return 'is an office';
  return isName(shape.slice(range.begin, range.end), style, tables) ? null : 'is no name';
}

/** "Ann" of "Ann and Bo Lee" may be Ann Lee; only a link says that it is a name by itself. */
function givenAlone(shape: string, listed: readonly Range[], tables: ValueTables): readonly Range[] {
  return listed.filter((part, i) => {
    const next = listed[i + 1];
    if (!next || !/^\s*(?:and|&)\s*$/i.test(shape.slice(part.end, next.begin))) return false;
    const others = shape.slice(next.begin, next.end);
    const isGiven = /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(shape.slice(part.begin, part.end));
    return isGiven && /^\p{Lu}\S*(?:\s\p{Lu}\S*)+$/u.test(others) && !isOrganisation(others, tables);
  });
}

/** Takes the initials of a society off a name's end, `Ann Lee BSC`, where they are no part of a link. */
function withoutSociety(
  text: string,
  shape: string,
  range: Range,
  { creditNotes }: ValueTables,
): { range: Range; notes: readonly Range[] } {
  if ((classBefore(text, range.end) & upper) === 0) return { range, notes: [] };
  const initials = /\S\s\S+\s+(\p{Lu}{3,4})$/u.exec(text.slice(range.begin, range.end))?.[1];
  const isPlain = initials !== undefined && shape.endsWith(initials, range.end);
  if (!isPlain || !creditNotes.has(initials.toLowerCase())) return { range, notes: [] };
  const begin = range.end - initials.length;
  return { range: trimRange(text, range.begin, begin), notes: [{ begin, end: range.end }] };
}

/** "RogerEbert.com" */
const webAddress = /\p{L}\.(?:com|net|org|co\.uk)$/u;

/** Whether the words of a name are those of a newspaper, a magazine or a web site. */
export function isPublication(words: readonly string[], { publications }: ValueTables): boolean {
  const last = words.at(-1) ?? '';
  if (words.length === 1 && webAddress.test(last)) return true;
  return publications.has(words.join(' ')) || (words.length > 1 && publications.has(last));
}

/** Whether a text is written as a name: capitalised words, and between them only the small words that names hold. */
export function isName(text: string, style: NameStyle, tables: ValueTables): boolean {
  if (text.length > longestName || /[:=<>{}|\\^`@]|\/\//.test(text)) return false;
  if (!/[\ue000]/.test(text) && namesNothing(text, tables)) return false;
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > mostWords || !/[\p{L}\p{N}?!\ue000\ue001]/u.test(text))
    return false;
  const isOfPerson = style === 'person' || (style === 'any' && !isOrganisation(text, tables));
  if (isOfPerson && words.slice(1, -1).some((word) => hasRunTogether(word, tables))) return false;
  if (isOfPerson && words.length > 4 && arePeople(words, tables)) return false;
  if (style === 'phrase' && words.length <= mostPhraseWords && isPhrase(words, tables)) return true;
  const between = style === 'person' ? tables.conjunctions : tables.innerWords;
  return words.every((word, i) => isNameWord(word, tables) || (i > 0 && between.has(word)));
}

const mostPhraseWords = 6;

/** Words that are no clause, and in which no conjunction might part two: "Western philosophy", "philosophy of salt". */
function isPhrase(words: readonly string[], { clauseWords }: ValueTables): boolean {
  return words.every((word) => /^[\p{L}\p{N}'’().–-]+$/u.test(word) && !clauseWords.has(word.toLowerCase()));
}

/** "Director of Operations" is what somebody is, and nobody's name. */
function isOffice([first = '', second = '']: readonly string[], { offices }: ValueTables): boolean {
  return offices.has(`${first} ${second}`.toLowerCase());
}

/** "Ann Lee und Bo Roe" are two people; "José Ortega y Gasset" and "Ann von und zu Lee" are one. */
function arePeople(words: readonly string[], { particleConjunctions }: ValueTables): boolean {
  const isCapital = (word: string | undefined): boolean => /^\p{Lu}/u.test(word ?? '');
  return words.some(
    (word, i) =>
      i > 1 && particleConjunctions.has(word) && [-2, -1, 1, 2].every((step) => isCapital(words[i + step])),
  );
}

/** "Ann LeeBo Roe": two people between whom a separator was lost. */
function hasRunTogether(word: string, { joinedPrefixes }: ValueTables): boolean {
  const [, head] = /^(\p{Lu}\p{Ll}+)\p{Lu}\p{Ll}/u.exec(word) ?? [];
  return head !== undefined && !joinedPrefixes.has(head);
}

function isNameWord(word: string, tables: ValueTables): boolean {
  const bare = word.replace(/^[("“'‘[]+|[)"”'’\],.]+$/g, '');
  // A dash between two names is how duos write themselves.
  if (bare === '' || /^[\ue000\ue001]/.test(bare) || /^[-–]$/.test(bare) || tables.particles.has(bare))
    return true;
  // A letter without case (Chinese, Arabic, Devanagari …), a capital, or a digit.
  if (/^[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{M}?!$#*&]/u.test(bare)) return true;
  // d'Artagnan, al-Din, iPhone, von-Trapp
  return /^\p{Ll}{1,4}['’-]?\p{Lu}/u.test(bare);
}

/**
 * Puts together what a comma parted wrongly: `Alan Hale, Jr.`, `Smith, Inc.`, firms that are named after partners
 * (`Stone, Key & Lock Effects`), and what only says what the person before it did (`A, screenplay`).
 */
function joinSplitNames(
  text: string,
  pieces: readonly Piece[],
  style: NameStyle,
  tables: ValueTables,
): Piece[] {
  const joined: Piece[] = [];
  for (const piece of style === 'person' ? pieces : joinDepartments(text, pieces)) {
    const previous = joined.at(-1);
    const words = text.slice(piece.core.begin, piece.core.end);
    if (previous && isComma(text, previous, piece) && beginsWithSuffix(words, tables)) {
      joined.pop();
      joined.push(merge(previous, piece));
    } else if (previous && tables.creditNotes.has(words.toLowerCase())) {
      joined.pop();
      joined.push({ ...previous, end: piece.end, notes: [...previous.notes, piece.core, ...piece.notes] });
    } else joined.push(piece);
  }
  return style === 'person' ? joined : joinPartners(text, joined, tables);
}

/** What a department is for may be a list: "Department of Stone, Salt and Keys" is one. */
function joinDepartments(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const words = ({ core }: Piece): string => text.slice(core.begin, core.end);
  const at = pieces.findIndex((piece) => department.test(words(piece)));
  if (at < 0) return pieces;
  const listed = pieces.slice(at + 1);
  const last = listed.findIndex((piece) => /\p{L} (?:and|&) \p{Lu}/u.test(words(piece)));
  const run = pieces.slice(at, at + 2 + last);
  const isOne =
    last >= 0 &&
    run.every((piece, i) => {
      const next = run[i + 1];
      return !/[\ue000\ue001]/.test(words(piece)) && (!next || isComma(text, piece, next));
    });
  if (!isOne) return pieces;
  const joined = run.reduce((first, next) => merge(first, next));
  return [...pieces.slice(0, at), joined, ...joinDepartments(text, pieces.slice(at + run.length))];
}

const department = /^[^,]*\b(?:Bureau|Department|Directorate|Ministry|Secretariat) (?:of|for) \p{Lu}[^,]*$/u;

/** "Jr." belongs to the name before it, whether or not another name follows: "Jr. and Ann Lee". */
function beginsWithSuffix(words: string, { nameSuffixes, separator }: ValueTables): boolean {
  const [first = ''] = words.split(/\s/, 1);
  return nameSuffixes.has(first) && (first === words || words.slice(first.length).search(separator) === 0);
}

function isComma(text: string, first: Piece, second: Piece): boolean {
  return text.slice(first.end, second.begin).trim() === ',' && first.core.end === first.end;
}

function merge(first: Piece, last: Piece): Piece {
  return {
    begin: first.begin,
    end: last.end,
    core: { begin: first.core.begin, end: last.core.end },
    notes: [...first.notes, ...last.notes],
  };
}

/** A field that is nothing but single words and, last, `Word & Word … Organisation` names one firm. */
function joinPartners(text: string, pieces: readonly Piece[], tables: ValueTables): Piece[] {
  const words = (piece: Piece): string => text.slice(piece.core.begin, piece.core.end);
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (pieces.length < 2 || !first || !last) return [...pieces];
  const isFirm =
    /^\p{Lu}[\p{L}'’-]*\s+&\s+\p{Lu}/u.test(words(last)) &&
    isOrganisation(words(last), tables) &&
    pieces.slice(0, -1).every((piece) => /^\p{Lu}[\p{L}'’-]*$/u.test(words(piece)));
  return isFirm ? [merge(first, last)] : [...pieces];
}

/** Whether a conjunction or a slash stands between two names, and not inside one. */
function partsNames(
  sign: string,
  before: string,
  behind: string,
  style: NameStyle,
  tables: ValueTables,
): boolean {
  const next = behind.split(tables.separator)[0] ?? '';
  if (behind === '') return true;
  const besideLinks = [endsWithLink(before), beginsWithLink(behind)].filter(Boolean).length;
  if (besideLinks === 2) return true;
  if (sign === '/') {
    return (
      before.includes(' ') &&
      next.includes(' ') &&
      style !== 'organisation' &&
      areNames(before, next, style, tables)
    );
  }
  if (tables.companions.has(behind.split(/\s/, 1)[0]?.toLowerCase() ?? '')) return false;
  if (besideLinks === 1) return true;
  if (style === 'phrase') return areNames(before, next, 'any', tables);
  const organised = [before, next].filter((name) => isOrganisation(name, tables)).length;
  if (style === 'organisation' || (style === 'any' && organised > 0)) return organised === 2;
  return areNames(before, next, style, tables);
}

function areNames(before: string, after: string, style: NameStyle, tables: ValueTables): boolean {
  return isName(before, style, tables) && isName(after, style, tables);
}
