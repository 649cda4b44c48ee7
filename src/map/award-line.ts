/** Lines of awards lists: "Stone Award for Best Film (Ann Lee)", "Stone Awards 2004: Best Film – Won", "Best Actor (Bo Roe) – Nominated". */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { readDate } from '../value/date.js';
import type { Range } from '../value/pieces.js';
import { matchBrackets } from '../value/pieces.js';
import type { ValueTables } from '../value/tables.js';
import type { AwardCells } from './award-cells.js';
import type { Cells } from './recognition.js';

/** Longer than the name of an award with all that is said beside it. */
const longestLine = 300;

/** How many things may stand before the award's name, and how many behind it. */
const mostAsides = 4;

type Role = 'giver' | 'category' | 'recipient' | 'year';

/**
 * What a line says; null where it does not show clearly who gives what.
 *
 * @param giver who gives it where the line does not name one: a heading, or a line above
 */
export function readAwardLine(
  line: Text,
  giver: Text | undefined,
  awardCells: AwardCells,
  tables: ValueTables,
): (Cells & { readonly category: Text }) | null {
  if (line.value.length > longestLine) return null;
  const found: Cells = {};
  line = takeOpening(withoutMarks(line), found, awardCells);
  let rest = takeAsides(line, found, awardCells, tables);
  // "1997, won Best Film at the Stone Awards for Ann Lee"
  if (rest && !found.result) rest = takeOpening(rest, found, awardCells);
  if (rest && !found.recipient) rest = takeRecipients(rest, found, awardCells);
  const over = found.giver ?? giver;
  const award = rest && rest.value !== '' ? readAward(rest, over, found, awardCells) : null;
  const { category } = { ...found, ...award };
  if (!category) return null;
  const by = award?.giver ?? found.giver ?? giver;
  return by ? { ...found, ...award, category: withoutQuotes(category), giver: by } : null;
}

function withoutQuotes(words: Text): Text {
  const isQuoted = /^(?:["“][^"“”]+["”]|['‘][^'‘’]+['’])$/.test(words.value);
  return isQuoted ? slice(words, 1, words.value.length - 1) : words;
}

/** Takes those off who end a line behind words for that: "Best Film at the Stone Awards, shared by Ann Lee and Bo Roe". */
function takeRecipients(line: Text, found: Cells, cells: AwardCells): Text {
  const { value } = line;
  for (const { 0: opening, index } of value.matchAll(cells.shared)) {
    const [before, behind] = [slice(line, 0, index), slice(line, index + opening.length, value.length)];
    // "Stone Award for Ann Lee" does not say for what.
    const isPrize = partsOf(before).length === 1 && cells.namesPrize(before.value);
    if (isPrize || cells.fitOf(behind.value, 'category') > 0 || !cells.namesRecipients(behind)) continue;
    found.recipient = behind;
    return withoutMarks(before);
  }
  return line;
}

/** Takes a result off that begins a line: "Nominated for Best Film at the Stone Awards", "Winner of the Stone Award". */
function takeOpening(line: Text, found: Cells, cells: AwardCells): Text {
  const [opening = '', word = ''] =
    /^(\p{L}+)\s+(?:(?:for|of)\s+)?(?:(?:the|an?)\s+)?(?=[\p{Lu}\p{N}"“'‘])/u.exec(line.value) ?? [];
  if (word === '' || !cells.isResult(word)) return line;
  found.result = slice(line, 0, word.length);
  return slice(line, opening.length, line.value.length);
}

/** Takes results, years and recipients off both ends of a line, and gives what is left. */
function takeAsides(line: Text, found: Cells, cells: AwardCells, tables: ValueTables): Text | null {
  let rest = withoutMarks(line);
  for (let i = 0; i < mostAsides; i++) {
    const aside = asideBehind(rest) ?? asideBefore(rest);
    const role = aside && roleOfAside(aside, found, cells, tables);
    // Several years are several awards, and say nothing of one.
    if (aside?.isInParentheses && severalYears.test(aside.words.value)) return null;
    if (!aside || !role) break;
    // Two results or two years leave it open which is meant.
    if (found[role]) return null;
    found[role] = aside.words;
    rest = withoutMarks(aside.rest);
  }
  // "Won, Stone Awards 2004, Best Film": behind what was taken off the end there may be more at the beginning.
  for (let aside = asideBefore(rest); aside; aside = asideBefore(rest)) {
    const role = roleOfAside(aside, found, cells, tables);
    if (!role || found[role]) break;
    found[role] = aside.words;
    rest = withoutMarks(aside.rest);
  }
  return rest;
}

const severalYears = /^\d{4}\s*(?:(?:[,;–/-]|and|&)\s*)+\d{2,4}\b/;

interface Aside {
  readonly words: Text;
  readonly rest: Text;
  readonly isInParentheses: boolean;
}

/** "(…)" or what follows the last dash, comma or colon. */
function asideBehind(text: Text): Aside | null {
  const { value } = text;
  const { openOf } = matchBrackets(value);
  const open = value.endsWith(')') ? openOf.get(value.length - 1) : undefined;
  if (open !== undefined && open > 0) {
    return {
      words: slice(text, open + 1, value.length - 1),
      rest: slice(text, 0, open),
      isInParentheses: true,
    };
  }
  const last = cutsOf(value).at(-1);
  return last
    ? { words: slice(text, last.end, value.length), rest: slice(text, 0, last.begin), isInParentheses: false }
    : null;
}

function asideBefore(text: Text): Aside | null {
  const first = cutsOf(text.value)[0];
  return first
    ? {
        words: slice(text, 0, first.begin),
        rest: slice(text, first.end, text.value.length),
        isInParentheses: false,
      }
    : null;
}

/** The signs outside parentheses that part a line. */
function cutsOf(value: string): Range[] {
  const { closeOf } = matchBrackets(value);
  const closed = [...closeOf].filter(([begin]) => value.charAt(begin) !== '"');
  return [...value.matchAll(/\s[-–—]\s|[,:;](?=\s)/g)]
    .map(({ 0: sign, index }) => ({ begin: index, end: index + sign.length }))
    .filter(({ begin }) => !closed.some(([open, close]) => open < begin && begin < close));
}

function roleOfAside(
  { words, isInParentheses }: Aside,
  found: Cells,
  cells: AwardCells,
  tables: ValueTables,
): 'result' | 'year' | 'recipient' | 'giver' | null {
  if (cells.isResult(words.value)) return 'result';
  if (readDate(words.value, tables)) return 'year';
  if (isInParentheses && !found.giver && cells.namesGiver(words.value)) return 'giver';
  return isInParentheses && !found.recipient && cells.namesRecipients(words) ? 'recipient' : null;
}

/** Footnotes, daggers, and signs that nothing follows. */
function withoutMarks(text: Text): Text {
  const begin = /^[\s–—,:;-]*/.exec(text.value)?.[0].length ?? 0;
  const tail = /(?:[\s–—,:;*†‡§-]|\[[^[\]]{1,12}\])+$/.exec(text.value.slice(-60));
  return slice(text, begin, text.value.length - (tail?.[0].length ?? 0));
}

/** Who gives what, and to whom, by the words of each part. */
function readAward(text: Text, above: Text | undefined, found: Cells, cells: AwardCells): Cells | null {
  const { value } = text;
  const prize = value.indexOf(' for ');
  if (prize > 0 && cells.namesPrize(value.slice(0, prize))) return readPrize(text, prize, cells);
  const split = partsOf(text).map((part) => splitPart(part, cells));
  const parts = joined(
    text,
    split.flatMap(({ words, named }) => (named ? [words, named] : [words])).map(withoutQuotes),
    cells,
  );
  const roles = above ? parts.map((part) => roleOfPart(part, cells)) : rolesOf(parts, cells);
  const results = split.flatMap(({ result }) => (result ? [result] : []));
  if (results.length > 1) return null;
  // "Best Film – Drama" under its giver is one category.
  const isOne = above && !roles.includes('giver') && !(roles.includes('recipient') && !found.recipient);
  if (!isOne) return inRoles(parts, roles, found, results[0]);
  const isClear = results.length === 0 && (found.recipient !== undefined || !roles.includes(null));
  return isClear && cells.fitOf(value, 'category') > 0 ? { category: text } : null;
}

/** "Best Performance in a Motion Picture, Comedy" is one category: what goes on about the best of something names no other best. */
function joined(text: Text, parts: readonly Text[], cells: AwardCells): Text[] {
  const found: Text[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const goesOn =
      last !== undefined &&
      cells.isSuperlative(last.value) &&
      !cells.isSuperlative(part.value) &&
      !part.value.includes(' ') &&
      roleOfPart(part, cells) === 'category';
    const from = last ? text.value.indexOf(last.value) : -1;
    const to = from < 0 ? -1 : text.value.indexOf(part.value, from + (last as Text).value.length);
    if (goesOn && to >= 0) found[found.length - 1] = slice(text, from, to + part.value.length);
    else found.push(part);
  }
  return found;
}

/** The parts by what they are, if each is something else, and none is said twice. */
function inRoles(
  parts: readonly Text[],
  roles: readonly (Role | null)[],
  { recipient, year, result: told }: Cells,
  result: Text | undefined,
): Cells | null {
  if (roles.includes(null) || new Set(roles).size < roles.length) return null;
  const [giver, category, named, when] = (['giver', 'category', 'recipient', 'year'] as const).map(
    (role) => parts[roles.indexOf(role)],
  );
  if (!category || (recipient && named) || (year && when) || (told && result)) return null;
  return {
    category,
    ...(giver ? { giver } : {}),
    ...(named ? { recipient: named } : {}),
    ...(when ? { year: when } : {}),
    ...(result ? { result } : {}),
  };
}

/** "2004 Stone Award Nomination" is the award and how it came out, "Best Actor (Ann Lee)" what it is for and whose. */
function splitPart(part: Text, cells: AwardCells): { words: Text; result?: Text; named?: Text } {
  const { value } = part;
  const [, head = '', last = ''] = /^(.*\S)\s+(\p{L}+)$/u.exec(value) ?? [];
  if (head !== '' && cells.isResult(last) && cells.namesPrize(head))
    return {
      words: slice(part, 0, head.length),
      result: slice(part, value.length - last.length, value.length),
    };
  const open = /\s\(([^()]+)\)$/.exec(value);
  const named = open && slice(part, open.index + 2, value.length - 1);
  return named && cells.namesRecipients(named)
    ? { words: slice(part, 0, open.index), named }
    : { words: part };
}

/** What each part is. Of two that may be what is given, an award beside the best of something is what gives it. */
function rolesOf(parts: readonly Text[], cells: AwardCells): (Role | null)[] {
  const roles = parts.map((part) => roleOfPart(part, cells));
  const prize = parts.findIndex(
    ({ value }, i) => roles[i] === 'category' && cells.namesPrize(value) && !cells.isSuperlative(value),
  );
  const isBeside = parts.some(
    ({ value }, i) => i !== prize && roles[i] === 'category' && cells.isSuperlative(value),
  );
  return prize >= 0 && isBeside && !roles.includes('giver') ? roles.with(prize, 'giver') : roles;
}

/** "Stone Award for Best Actor", and to whom: "Ann Lee won the Stone Award for Best Actor", "… – Ann Lee". */
function readPrize(text: Text, at: number, cells: AwardCells): Cells | null {
  const [before, behind] = [slice(text, 0, at), slice(text, at + 5, text.value.length)];
  const tailOf = ({ end }: Range): Text => slice(behind, end, behind.value.length);
  const cut = cutsOf(behind.value).find((one) => cells.namesRecipients(tailOf(one)));
  const named = cut && tailOf(cut);
  const category = cut ? slice(behind, 0, cut.begin) : behind;
  const told = [...before.value.matchAll(/\s(\p{Ll}+)\s+(?:the\s+|an?\s+)?(?=[\p{Lu}\p{N}])/gu)].find(
    ({ 1: word }) => cells.isResult(word ?? ''),
  );
  if (!told) return { giver: before, category, ...(named ? { recipient: named } : {}) };
  const who = slice(before, 0, told.index);
  const begin = told.index + told[0].length;
  if (named || !cells.namesRecipients(who)) return null;
  const result = slice(before, told.index, told.index + 1 + (told[1] as string).length);
  return { giver: slice(before, begin, before.value.length), category, recipient: who, result };
}

/** Signs part a line, and "at the": "Jury Prize at the Salt Film Festival". */
function partsOf(text: Text): Text[] {
  const { value } = text;
  const at = [...value.matchAll(/\s(?:at|from)\s+(?:the\s+)?(?=[\p{Lu}\p{N}])/gu)].map(
    ({ 0: sign, index }) => ({ begin: index, end: index + sign.length }),
  );
  const inner = [...cutsOf(value), ...at].sort((a, b) => a.begin - b.begin);
  const cuts = [...inner, { begin: value.length, end: value.length }];
  return cuts.map(({ begin }, i) => slice(text, cuts[i - 1]?.end ?? 0, begin));
}

function roleOfPart(part: Text, cells: AwardCells): Role | null {
  if (cells.fitOf(part.value, 'year') > 0) return 'year';
  const giver = cells.fitOf(part.value, 'giver');
  const category = cells.fitOf(part.value, 'category');
  if (Math.max(giver, category) > 0) return giver > category ? 'giver' : 'category';
  return cells.namesRecipients(part) ? 'recipient' : null;
}
