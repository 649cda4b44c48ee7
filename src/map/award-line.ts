/** Lines of awards lists: "Stone Award for Best Film (Ann Lee)", "Stone Awards 2004: Best Film – Won", "Best Actor (Bo Roe) – Nominated". */
import type { Text } from '../article.js';
import { slice } from '../article.js';
import { readDate } from '../value/date.js';
import type { Range } from '../value/pieces.js';
import { matchBrackets } from '../value/pieces.js';
import type { ValueTables } from '../value/tables.js';
import type { AwardCells, ColumnRole } from './award-cells.js';
import type { Cells } from './recognition.js';

/** Longer than the name of an award with all that is said beside it. */
const longestLine = 300;

/** How many things may stand before the award's name, and how many behind it. */
const mostAsides = 4;

type Role = 'giver' | 'category' | 'recipient';

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
  const rest = takeAsides(line, found, awardCells, tables);
  const award = rest && rest.value !== '' ? readAward(rest, giver, found, awardCells) : null;
  const { category } = { ...found, ...award };
  if (!category) return null;
  const by = award?.giver ?? giver;
  return by ? { ...found, ...award, category, giver: by } : null;
}

/** Takes results, years and recipients off both ends of a line, and gives what is left. */
function takeAsides(line: Text, found: Cells, cells: AwardCells, tables: ValueTables): Text | null {
  let rest = withoutMarks(line);
  for (let i = 0; i < mostAsides; i++) {
    const aside = asideBehind(rest) ?? asideBefore(rest);
    const role = aside && roleOfAside(aside, found, cells, tables);
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
): 'result' | 'year' | 'recipient' | null {
  if (cells.isResult(words.value)) return 'result';
  if (readDate(words.value, tables)) return 'year';
  return isInParentheses && !found.recipient && cells.namesRecipients(words) ? 'recipient' : null;
}

/** Footnotes, daggers, and signs that nothing follows. */
function withoutMarks(text: Text): Text {
  const begin = /^[\s–—,:;-]*/.exec(text.value)?.[0].length ?? 0;
  const tail = /(?:[\s–—,:;*†‡§-]|\[[^[\]]{1,12}\])+$/.exec(text.value.slice(-60));
  return slice(text, begin, text.value.length - (tail?.[0].length ?? 0));
}

/** Who gives what, and to whom, by the words of each part. */
function readAward(
  text: Text,
  above: Text | undefined,
  { recipient }: Cells,
  cells: AwardCells,
): Cells | null {
  const { value } = text;
  const prize = value.indexOf(' for ');
  if (prize > 0 && cells.namesPrize(value.slice(0, prize))) {
    return { giver: slice(text, 0, prize), category: slice(text, prize + 5, value.length) };
  }
  const fits = (part: Text, role: ColumnRole): boolean => cells.fitOf(part.value, role) > 0;
  const parts = partsOf(text);
  const roles = parts.map((part) => roleOfPart(part, cells));
  const only = (role: Role): Text | undefined => {
    const at = roles.indexOf(role);
    return at >= 0 && at === roles.lastIndexOf(role) ? parts[at] : undefined;
  };
  // "Best Film – Drama" under its giver is one category.
  const isOne =
    above !== undefined && !roles.includes('giver') && !(roles.includes('recipient') && !recipient);
  if (isOne)
    return fits(text, 'category') && (recipient || !roles.includes(null)) ? { category: text } : null;
  if (roles.includes(null) || new Set(roles).size < roles.length) return null;
  const [giver, category, named] = [only('giver'), only('category'), only('recipient')];
  if (!category || (recipient && named)) return null;
  return { category, ...(giver ? { giver } : {}), ...(named ? { recipient: named } : {}) };
}

function partsOf(text: Text): Text[] {
  const cuts = [...cutsOf(text.value), { begin: text.value.length, end: text.value.length }];
  return cuts.map(({ begin }, i) => slice(text, cuts[i - 1]?.end ?? 0, begin));
}

function roleOfPart(part: Text, cells: AwardCells): Role | null {
  const giver = cells.fitOf(part.value, 'giver');
  const category = cells.fitOf(part.value, 'category');
  if (Math.max(giver, category) > 0) return giver > category ? 'giver' : 'category';
  return cells.namesRecipients(part) ? 'recipient' : null;
}
