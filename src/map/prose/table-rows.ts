/** Tables of which each row says what a pattern says: a column for some of its slots each, all of a cell. */
import type { Row, Table, Text } from '../../article.js';
import { slice } from '../../article.js';
import { readPlace } from '../../value/known-place.js';
import { matchesOf } from '../../value/matches.js';
import { namesNothing } from '../../value/nothing.js';
import { labelKey } from '../label-key.js';
import { splitHeader } from '../table-header.js';
import { itemsOf } from './find-matches.js';
import type { RowColumn, SentencePattern } from './grammar.js';
import type { Matcher } from './matcher.js';
import type { SceneContext } from './scene.js';
import { sceneOf } from './scenes.js';
import type { Taken } from './state-fact.js';

type Slots = ReadonlyMap<string, Taken>;

/** A column of a table, with what its header says of each of its cells. */
interface Placed {
  readonly column: RowColumn;
  readonly head: readonly Slots[] | null;
}

type Columns = ReadonlyMap<number, Placed>;

/** What each line of a cell says, once for each item of its list. */
type Said = readonly (readonly Slots[])[];

export interface FittedRow {
  readonly row: Row;
  /** What it says, as often as it says it; none if it is about another thing, null if it cannot be read. */
  readonly says: readonly Slots[] | null;
}

export interface FittedTable {
  readonly labels: readonly Text[];
  /** Indices of the columns that the pattern reads. */
  readonly columns: ReadonlySet<number>;
  readonly rows: readonly FittedRow[];
  /** Cells that are not what their columns hold, and without which their rows are read. */
  readonly unread: readonly Text[];
}

/** What stands over a table, in lower case. */
export interface Above {
  readonly headings: readonly string[];
  /** The sentence that announces it; empty if none does. */
  readonly sentence: string;
  /** Whether one of the rules that the pattern follows has read that sentence. */
  readonly isFollowed: boolean;
}

/** More statements than a row that lists places and dates makes. */
const mostInRow = 60;

/**
 * What the rows of a table say by a pattern of columns; null if it has not all of them, nothing over it says what it tells of,
 * or no row can be read.
 */
export function fitTable(
  table: Table,
  pattern: SentencePattern,
  { headings, sentence, isFollowed }: Above,
  context: SceneContext,
): FittedTable | null {
  const { labels, above, rows } = splitHeader(table);
  const { columns, sections, follows, unless } = pattern;
  if (!columns || rows.length === 0) return null;
  const caption = table.caption?.value.toLowerCase() ?? '';
  const headers = labels.map((label, i) => [...(above[i] ?? []), label]);
  const heads = headers.map((texts) => texts.map(({ value }) => value.toLowerCase()).join(' '));
  const isSaid = [...headings, caption, sentence, ...heads].some((words) =>
    sections?.some((word) => words.includes(word)),
  );
  if (sections === null ? follows !== null && !isFollowed : !isSaid && !isFollowed) return null;
  const found = placeColumns(columns, headers, rows, context);
  if (!found) return null;
  const own = [...found.keys()].map((at) => heads[at] as string);
  if ([headings.at(-1) ?? '', caption, sentence, ...own].some((words) => holdsAny(words, unless)))
    return null;
  const unread: Text[] = [];
  const fitted = rows.map((row) => {
    const cells = isOther(row, unless) ? null : cellsUnder(labels.length, row, found, context);
    return { row, says: cells && rowSays(cells, found, context, unread) };
  });
  if (fitted.every(({ says }) => says === null || says.length === 0)) return null;
  return { labels, columns: new Set(found.keys()), rows: fitted, unread };
}

/** Whether a row stands over the whole table, or has a word that makes it say something else. */
function isOther({ cells }: Row, unless: ReadonlySet<string>): boolean {
  const isWhole = cells.length > 1 && cells.every((cell) => cell === cells[0]);
  return isWhole || cells.some(({ text }) => holdsAny(text.value.toLowerCase(), unless));
}

/** More columns than are worth a search for where cells belong. */
const mostColumns = 8;

type Cells = readonly (Text | undefined)[];

/**
 * The cells of a row by column. If a rendering lost some that were merged, the others stand where they are what their columns
 * hold; null if that may be in several ways, or in none.
 */
function cellsUnder(count: number, { cells }: Row, columns: Columns, context: SceneContext): Cells | null {
  const texts = cells.map(({ text }) => text);
  if (texts.length === count) return texts;
  if (texts.length > count || count > mostColumns) return null;
  const ways = new Map<string, Cells>();
  for (const way of waysToPlace(texts, count)) {
    const isFitting = [...columns].every(([at, { column }]) => {
      const text = way[at];
      return text ? cellSays(text, column, context) !== null : column.isOptional;
    });
    if (isFitting) ways.set([...columns.keys()].map((at) => texts.indexOf(way[at] as Text)).join(), way);
  }
  const [only, ...others] = ways.values();
  return only && others.length === 0 ? only : null;
}

/** Every way to put cells in columns, in their order. */
function* waysToPlace(texts: readonly Text[], count: number): Generator<Cells> {
  if (texts.length === 0) {
    yield Array.from({ length: count }, () => undefined);
    return;
  }
  for (let skipped = 0; skipped + texts.length <= count; skipped++) {
    const before = Array.from({ length: skipped }, () => undefined);
    for (const rest of waysToPlace(texts.slice(1), count - skipped - 1)) yield [...before, texts[0], ...rest];
  }
}

function holdsAny(words: string, unless: ReadonlySet<string>): boolean {
  return unless.size > 0 && words.split(/[^\p{L}\p{N}-]+/u).some((word) => unless.has(word));
}

/** Each column where its header is; one without, where the cells of a single column are all what it says. */
function placeColumns(
  columns: readonly RowColumn[],
  headers: readonly (readonly Text[])[],
  rows: readonly Row[],
  context: SceneContext,
): Columns | null {
  const found = new Map<number, Placed>();
  const missing: RowColumn[] = [];
  for (const column of columns) {
    const own = headersOf(column, headers, context).filter(([at]) => !found.has(at));
    // Of several with the same header nothing says which is which, unless they are one that is merged.
    const [[first] = [-1]] = own;
    const isOne = own.every(([at]) => rows.every(({ cells }) => cells[at] === cells[first]));
    if (column.heads) for (const [at, head] of own) found.set(at, { column, head });
    else if (own.length > 0 && isOne) found.set(first, { column, head: null });
    if (!column.isOptional && (own.length === 0 || !(column.heads || isOne))) missing.push(column);
  }
  for (const column of missing) {
    const fitting = headers.flatMap((_, at) =>
      !found.has(at) && !column.heads && isColumnOf(column, at, rows, context) ? [at] : [],
    );
    if (fitting.length !== 1) return null;
    found.set(fitting[0] as number, { column, head: null });
  }
  return found;
}

/** Where a column may be by its headers, with what each says of the cells under it. */
function headersOf(
  { labels, heads }: RowColumn,
  headers: readonly (readonly Text[])[],
  context: SceneContext,
): [number, readonly Slots[] | null][] {
  const isLabel = (label: string): boolean => label !== '' && labels.has(labelKey(label));
  return headers.flatMap((texts, at): [number, readonly Slots[] | null][] => {
    const words = texts.map(({ value }) => value);
    const last = texts.at(-1);
    if (!last) return [];
    if (heads) {
      const isUnder = labels.size === 0 || words.slice(0, -1).some(isLabel);
      const says = isUnder ? lineSays(last, heads, context) : null;
      return says ? [[at, says]] : [];
    }
    const bare = last.value.replace(/\s*\([^()]*\)/g, '');
    return [words.join(' '), last.value, bare].some(isLabel) ? [[at, null]] : [];
  });
}

function isColumnOf(column: RowColumn, at: number, rows: readonly Row[], context: SceneContext): boolean {
  const texts = rows.flatMap(({ cells }) => cells[at]?.text ?? []).filter((text) => !isEmpty(text, context));
  const isClear = (text: Text): boolean =>
    cellSays(text, column, context)?.every((items) => items.every((slots) => isKnown(slots, context))) ===
    true;
  return texts.length > 0 && texts.every(isClear);
}

/** Types that whatever has the form of a name may be. */
const open: ReadonlySet<string> = new Set([
  'agent',
  'organisation',
  'person',
  'thing',
  'title',
  'list',
  'outlet',
  'spot',
]);

/** Whether what a cell holds says by itself what it is: a date, a festival, a place that is known. */
function isKnown(slots: Slots, { tables }: SceneContext): boolean {
  return [...slots.values()].every(({ type, words }) =>
    type === 'place' || type === 'territory'
      ? words.value.split(' and ').every((name) => readPlace(name, tables) !== null)
      : !open.has(type),
  );
}

const isEmpty = ({ value }: Text, { tables }: SceneContext): boolean =>
  value === '' || (!/\d/.test(value) && namesNothing(value, tables));

function rowSays(
  cells: Cells,
  columns: Columns,
  context: SceneContext,
  unread: Text[],
): readonly Slots[] | null {
  const said: Said[] = [];
  const headed: Slots[] = [];
  for (const [at, { column, head }] of columns) {
    const text = cells[at];
    const says = text ? filledSays(text, column, context) : null;
    if (says) {
      if (head) headed.push(...product([head, says.flat()]));
      else said.push(says);
    } else if (column.isOfSubject) return [];
    else if (!column.isOptional && !head) return null;
    else if (text && !isEmpty(text, context)) unread.push(text);
  }
  const lines = lineByLine(said);
  const isHeaded = [...columns.values()].some(({ head }) => head !== null);
  const rows = lines && isHeaded ? product([lines, headed]) : lines;
  return rows === null || rows.length === 0 || rows.length > mostInRow ? null : rows;
}

/** What a cell says if it says anything: "Various" names no place. "Worldwide" names none, and says that of all. */
function filledSays(text: Text, column: RowColumn, context: SceneContext): Said | null {
  const says = cellSays(text, column, context);
  const isOfAll = says?.every((items) => items.every(({ size }) => size === 0)) === true;
  return isOfAll || !isEmpty(text, context) ? says : null;
}

/** Cells of as many lines go line by line; null if they have other numbers of lines. */
function lineByLine(said: readonly Said[]): Slots[] | null {
  const counts = new Set(said.map(({ length }) => length));
  counts.delete(1);
  if (counts.size > 1) return null;
  const [count = 1] = counts;
  return Array.from({ length: count }, (_, line) =>
    product(said.map((one) => (one.length === 1 ? one[0] : one[line]) ?? [])),
  ).flat();
}

/** What the lines of a cell say; null if one of them is not what the column holds. */
function cellSays(text: Text, { matcher }: RowColumn, context: SceneContext): Said | null {
  const said: (readonly Slots[])[] = [];
  for (const { index, 0: words } of matchesOf(/\S[^\n]*/g, text.value)) {
    const says = lineSays(slice(text, index, index + words.trimEnd().length), matcher, context);
    if (!says) return null;
    said.push(says);
  }
  return said.length === 0 ? null : said;
}

/** What all of a line says, once for each item of its list; null if it is not what the matcher fits. */
function lineSays(line: Text, matcher: Matcher, context: SceneContext): readonly Slots[] | null {
  const scene = sceneOf(line, context);
  const match = scene && matcher.find(scene, 0, 0);
  if (!scene || !match) return null;
  return itemsOf(match).map(
    (captures) =>
      new Map(captures.map(({ name, type, begin, end }) => [name, { type, words: scene.slice(begin, end) }])),
  );
}

function product(columns: readonly (readonly Slots[])[]): Slots[] {
  let rows: Slots[] = [new Map()];
  for (const items of columns) {
    rows = rows.flatMap((row) => items.map((item) => new Map([...row, ...item])));
    if (rows.length > mostInRow) break;
  }
  return rows;
}
