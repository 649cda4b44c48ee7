/** What a row of a list is called, in the cell or the slot that names it. */
import type { Link, Text } from '../../article.js';
import { slice } from '../../article.js';
import type { ValueTables } from '../../value/tables.js';
import { whyNoName } from '../no-name.js';

export interface RowName {
  readonly words: Text;
  /** The words of the link that the name is; null where it links to no page. */
  readonly linked: Text | null;
  /** What stands beside it. */
  readonly notes: readonly Text[];
}

/** A year, or a season of two. */
const years = /^\d{4}(?:[–/-]\d{2,4})?$/;

/** Longer than any name, in UTF-16 units. */
const longestName = 200;

/**
 * Null where the words name nothing, or may name several things.
 *
 * @param isYear whether a year may be a name
 */
export function readRowName(cell: Text, tables: ValueTables, isYear = false): RowName | null {
  const link = linkAt(cell);
  const quoted = /^["“](?<title>[^"“”]+)["”]/u.exec(cell.value);
  const [begin, end] = rangeOf(cell, quoted, link);
  const words = slice(cell, begin, end);
  const rest = slice(cell, quoted && !link ? quoted[0].length : closing(cell, end), cell.value.length);
  if (words.value === '' || words.value.length > longestName || /[\p{L}\p{N}]/u.exec(words.value) === null)
    return null;
  if (!(isYear && years.test(words.value)) && whyNoName(words, tables) !== null) return null;
  if (holdsOther(rest)) return null;
  const leads =
    link?.target !== undefined && !link.target.includes('#') && link.begin <= begin && end <= link.end;
  return {
    words,
    linked: leads ? slice(cell, link.begin, link.end) : null,
    notes: rest.value === '' ? [] : [rest],
  };
}

/** The link that a name begins with, behind a quotation mark perhaps. */
function linkAt({ value, links = [] }: Text): Link | null {
  return links.find(({ begin }) => /^["“]?$/u.test(value.slice(0, begin))) ?? null;
}

function rangeOf({ value }: Text, quoted: RegExpExecArray | null, link: Link | null): [number, number] {
  if (quoted) {
    // A link may hold the marks too.
    const end = quoted[0].length - 1;
    return [1, end];
  }
  if (link) return [link.begin, link.end];
  const line = value.indexOf('\n');
  return [0, line < 0 ? value.length : line];
}

/** Behind the mark that closes a quotation around a link. */
function closing({ value }: Text, end: number): number {
  return /^["”]/u.test(value.slice(end)) ? end + 1 : end;
}

/** Whether what stands beside a name may name something else: a second title, words that go on. */
function holdsOther({ value }: Text): boolean {
  return value !== '' && !/^\s*(?:[([]|\n|[†‡*§#^]+$)/u.test(value);
}
