/** The values that a grammar found in a field, one by one; what it could not read is kept as it stands. */
import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import type { Found, Range, Reading } from '../../value/pieces.js';
import { whyNoName } from '../no-name.js';
import type { Topics } from '../topics.js';
import type { FieldValue } from './value-type.js';

/**
 * The same for values that name something, or say it in words of their own: what names nothing ("Various", "TBA") is kept raw, and so is what holds markup. A
 * link to a page that is told from others of the name (`[[Various (band)|Various]]`) names what it leads to.
 */
export function* readNamed<T>(
  field: FieldValue,
  { found, unread, left }: Reading<T>,
  readsNotes = false,
  isThing = true,
): Generator<{ value: T; words: Text } & Found<T>> {
  const { topics, tables } = field.draft.mappings;
  const why = (item: Found<T>): string | null => {
    const words = slice(field.text, item.begin, item.end);
    if (field.mapping.options.numbers && isNumber(words.value)) return null;
    // What is only words may link to any page: `[[List of salts|salt]]`.
    const said = isThing ? words : { ...words, links: [] };
    return whyNoName(words, tables) ?? (leadsToList(said, topics) ? 'leads to a list' : null);
  };
  const refused = found.flatMap((item) => {
    const reason = why(item);
    return reason === null ? [] : [{ begin: item.begin, end: item.end, reason, notes: item.notes ?? [] }];
  });
  const kept = refused.length === 0 ? found : found.filter((item) => why(item) === null);
  yield* readValues(field, { found: kept, unread: [...unread, ...refused], left }, readsNotes);
}

/** "80,000", "75.5%", "2004" */
function isNumber(words: string): boolean {
  return /^[\d.,–—\s%+-]*\d[\d.,–—\s%+-]*$/.test(words);
}

/** Whether words, or the page that they link to, are no thing but where things are listed. */
export function leadsToList(words: Text, { titleStarts }: Topics): boolean {
  const title = linkOf(words)?.target ?? words.value;
  return titleStarts.some(([begin, { apart }]) => apart && title.startsWith(begin));
}

/**
 * Gives each value that was found, with its words; keeps raw what was not read, and tells which notes are left out, unless
 * the mapper reads them.
 */
export function* readValues<T>(
  { draft, key, text, rule }: FieldValue,
  { found, unread, left }: Reading<T>,
  readsNotes = false,
): Generator<{ value: T; words: Text } & Found<T>> {
  draft.leaveOut(text, left);
  const leaveNotes = (notes: readonly Range[], words: Text): void => {
    for (const { begin, end } of notes) draft.leaveNote(slice(text, begin, end), words);
  };
  for (const item of found) {
    const words = slice(text, item.begin, item.end);
    if (!readsNotes) leaveNotes(item.notes ?? [], words);
    yield { ...item, words };
  }
  for (const item of unread) {
    const words = slice(text, item.begin, item.end);
    leaveNotes(item.notes ?? [], words);
    draft.unreadField(key, words, item, rule);
  }
}
