/** Cast tables: a row a character, with as many performances as the table has columns of performers. */
import type { Cell, Row, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import { shapeOf } from '../value/linked.js';
import type { Order } from '../value/role.js';
import { readCharacter, splitOpening, splitSides } from '../value/role.js';
import type { Pair } from './cast-order.js';
import { areKnownTheOtherWay, ordersOf, shapeOfSide } from './cast-order.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import type { PerformancesFile } from './mapping-schema.js';
import type { Performances } from './performances.js';
import { rowWords } from './plain-text.js';
import { splitHeader } from './table-header.js';

type ColumnRole = keyof PerformancesFile['columns'];

/** Reads a table of who plays whom; false where it is none. */
export function mapCastTable(cast: Performances, section: Section, table: Table): boolean {
  const { labels, rows } = splitHeader(table);
  const roles = settle(
    labels.map(({ value }) => columnRole(cast, value)),
    tonguesAlone(cast, section, table, labels),
  );
  if (roles.every((role) => role === null)) return mapWithoutHeader(cast, section, table);
  if (!roles.includes('performer')) return false;
  if (contradicts(cast, rows, roles)) {
    leaveTable(cast, section, table, rows);
    return true;
  }
  const several = roles.indexOf('performer') !== roles.lastIndexOf('performer');
  const columns = { roles, headings: several ? labels : null };
  let above: Row | null = null;
  for (const row of rows) {
    if (cast.draft.isFull) break;
    if (isHeading(row)) continue;
    const whole: Row = table.isGrid ? row : restoreRow(cast, row, roles, above);
    // Several performers of a row take turns in one place of the cast.
    if (several) cast.advance();
    const unread = mapRow(cast, whole, { ...columns, isInPlace: table.isGrid || whole !== row }, row);
    for (const words of unread) cast.leave(section, words);
    above = unread.length === 0 ? whole : null;
  }
  return true;
}

/** One cell over the whole row heads those below it: "Main cast". */
function isHeading({ cells }: Row): boolean {
  return cells.length > 1 && cells.every((cell) => cell === cells[0]);
}

/** What a column of names holds, and one that is headed by a language alone, depends on the others. */
function settle(roles: readonly (ColumnRole | null)[], tongues: readonly boolean[]): (ColumnRole | null)[] {
  const hasCharacter = roles.includes('character') || roles.includes('name');
  const spoken = roles.map((role, i) => (role === null && tongues[i] && hasCharacter ? 'performer' : role));
  const hasPerformer = spoken.includes('performer');
  const named = spoken.includes('name');
  return spoken.map((role) => {
    if (role === 'name') return hasPerformer ? 'character' : 'performer';
    // Beside the name of a character, its role describes it.
    return role === 'character' && named && hasPerformer ? 'notes' : role;
  });
}

/** "Japanese" and "English", "Original" and "English dub" head voices where heading, caption or labels speak of these. */
function tonguesAlone(
  cast: Performances,
  { heading }: Section,
  { caption }: Table,
  labels: readonly Text[],
): boolean[] {
  const { spec } = cast;
  const said = [heading.text, ...(caption ? [caption] : []), ...labels].map(({ value }) => value).join(' ');
  const isOfVoices = said
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => spec.voices.includes(word));
  return labels.map(({ value }) => {
    const words = withoutNotes(value).split(' ');
    const rest = withoutTongue(cast, words).join(' ').toLowerCase();
    const isTongue = words.length === 1 && isTongueWord(cast, rest);
    return isOfVoices && (isTongue || spec.versions.includes(rest));
  });
}

/** Whether those whom the article knows to perform stand in the column of the characters. */
function contradicts(
  cast: Performances,
  rows: readonly Row[],
  roles: readonly (ColumnRole | null)[],
): boolean {
  const [performer, character] = [roles.indexOf('performer'), roles.indexOf('character')];
  const pairs = rows.flatMap(({ cells }) => {
    const [first, second] = [cells[performer]?.text, cells[character]?.text];
    return first && second && !isTooLong(first) && !isTooLong(second) ? [{ first, second }] : [];
  });
  return areKnownTheOtherWay(cast, pairs);
}

/** A table whose first row heads nothing that is known: two columns of names, and a third of notes. */
function mapWithoutHeader(cast: Performances, section: Section, table: Table): boolean {
  const isHeaded = table.rows[0]?.cells.every(({ isHeader }) => isHeader) ?? false;
  const rows = (isHeaded ? table.rows.slice(1) : table.rows).filter((row) => !isHeading(row));
  const pairs = rows.map(pairOf);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (width < 2 || width > 3 || rows.length < 2) return false;
  const whole = pairs.filter((pair) => pair !== null);
  const orders = new Map(ordersOf(cast, whole).map((order, i) => [whole[i] as Pair, order]));
  const read = pairs.map((pair, i) => {
    if (!pair) return null;
    const said = sayOrder(cast, pair);
    // The first row may be a header in other words.
    const isSure = isHeaded || i > 0 || cast.knows(pair.first) !== cast.knows(pair.second);
    return said ?? (isSure ? withOrder(pair, orders.get(pair) ?? null) : null);
  });
  if (read.every((one) => one === null)) leaveTable(cast, section, table, rows);
  else
    for (const [i, row] of rows.entries()) {
      const one = read[i];
      const notes = row.cells[2]?.text;
      const isRead =
        one && mapCell(cast, one.performer, characterIn(cast, one.role), notes?.value ? [notes] : [], true);
      if (!isRead) cast.leave(section, rowWords(row));
    }
  return true;
}

function pairOf({ cells }: Row): Pair | null {
  const [first, second] = [cells[0]?.text, cells[1]?.text];
  return first?.value && second?.value && !cells.some(({ text }) => isTooLong(text))
    ? { first, second }
    : null;
}

interface Told {
  readonly performer: Text;
  readonly role: Text;
}

function withOrder({ first, second }: Pair, order: Order | null): Told | null {
  if (order === null) return null;
  return order === 'performer-first'
    ? { performer: first, role: second }
    : { performer: second, role: first };
}

/** "as Kim" in a cell says itself which it is. */
function sayOrder({ spec }: Performances, { first, second }: Pair): Told | null {
  const { order, begin } = splitOpening(shapeOf(second), spec);
  const rest = slice(second, begin, second.value.length);
  return withOrder({ first, second: rest }, order);
}

/** Keeps every row of a table, and reports it once. */
function leaveTable(
  { draft, rule }: Performances,
  section: Section,
  table: Table,
  rows: readonly Row[],
): void {
  for (const row of rows) draft.keepUnread(section, rowWords(row), rule);
  const message = `This table of ${rows.length} rows does not say clearly who plays whom; kept as article:unread.`;
  draft.report('unread-table', 'warning', message, table.span);
}

function withoutNotes(label: string): string {
  return label.replace(/\s*\([^()]*\)/g, '').trim();
}

/** A language before a performer's label does not change it, nor a note behind it: "English voice actor (1991)". */
function columnRole(cast: Performances, label: string): ColumnRole | null {
  const { spec } = cast;
  const key = labelKey(withoutTongue(cast, withoutNotes(label).split(' ')).join(' '));
  const roles: readonly ColumnRole[] = ['performer', 'character', 'name', 'notes'];
  return roles.find((role) => spec.columns[role].some((name) => labelKey(name) === key)) ?? null;
}

/** The words of a label behind those that name a language. */
function withoutTongue(cast: Performances, words: readonly string[]): readonly string[] {
  const first = words.findIndex(
    (word, i) => i === words.length - 1 || !isTongueWord(cast, word.toLowerCase()),
  );
  return words.slice(first);
}

function isTongueWord({ draft }: Performances, word: string): boolean {
  const { languages, nationalities } = draft.mappings.tables;
  return languages.has(word) || nationalities.has(word);
}

/**
 * A row of a rendering lacks the cells that are merged over it, and those that hold nothing at its end. One name behind rows
 * of performers has what the row above says of its own; a role and a name are the first cells of their row.
 */
function restoreRow(
  cast: Performances,
  row: Row,
  roles: readonly (ColumnRole | null)[],
  above: Row | null,
): Row {
  const { cells } = row;
  const [first, second] = cells.map(({ text }) => text);
  if (!first || cells.length >= roles.length || cells.some(({ text }) => isTooLong(text))) return row;
  if (
    cells.length === 1 &&
    roles[0] === 'performer' &&
    above &&
    above.cells.length > 1 &&
    isPerson(cast, first)
  )
    return { ...row, cells: [...cells, ...above.cells.slice(1)] };
  const isRole = second && shapeOfSide(cast, first) === 'role' && shapeOfSide(cast, second) === 'name';
  const empty = (cells.at(-1) as Cell).text;
  const missing: Cell = { ...(cells.at(-1) as Cell), text: slice(empty, 0, 0) };
  if (cells.length === 2 && roles[0] === 'character' && roles[1] === 'performer' && isRole)
    return { ...row, cells: [...cells, ...roles.slice(2).map(() => missing)] };
  return row;
}

/** A name of several words, none of which heads others: "Guest appearances". */
function isPerson(cast: Performances, text: Text): boolean {
  const words = text.value.toLowerCase().split(/[^\p{L}]+/u);
  return shapeOfSide(cast, text) === 'name' && !words.some((word) => cast.spec.groups.includes(word));
}

/** What the columns of a table hold, and their labels where several have performers. */
interface Columns {
  readonly roles: readonly (ColumnRole | null)[];
  readonly headings: readonly Text[] | null;
  /** Whether each cell of the row surely stands in its column. */
  readonly isInPlace: boolean;
}

/**
 * States what a row says, and gives what could not be read of it. A row that lost a cell cannot be told from one that is
 * whole, so the character must be there, and the last column of performers.
 */
function mapRow(cast: Performances, row: Row, { roles, headings, isInPlace }: Columns, own: Row): Text[] {
  const cellOf = (column: number): Text | undefined => row.cells[column]?.text;
  const characterCell = cellOf(roles.indexOf('character'));
  const hasPerformer = row.cells.some(
    ({ text }, column) => roles[column] === 'performer' && text.value !== '',
  );
  const isWhole =
    (cellOf(roles.lastIndexOf('performer'))?.value || (isInPlace && hasPerformer)) &&
    (!roles.includes('character') || characterCell?.value || (isInPlace && headings !== null));
  if (!isWhole || row.cells.some(({ text }) => isTooLong(text))) return [rowWords(own)];

  const character = characterCell?.value ? characterIn(cast, characterCell) : null;
  const notes = cellOf(roles.indexOf('notes'));
  const performers = row.cells.flatMap(({ text }, column) =>
    roles[column] === 'performer' && text.value !== '' && text !== cellOf(column - 1)
      ? [{ text, heading: headings?.[column] }]
      : [],
  );
  const unread = performers.filter(({ text, heading }) => {
    const descriptions = [heading, notes?.value ? notes : undefined].filter((words) => words !== undefined);
    return !mapCell(cast, text, character, descriptions, headings === null);
  });
  return unread.length === performers.length ? [rowWords(own)] : unread.map(({ text }) => text);
}

/** A performer that a line of a cell names, with the character that the line itself names. */
interface CellPerformance {
  readonly words: Text;
  readonly name: Text;
  readonly character: Text | null;
  readonly descriptions: readonly Text[];
}

/**
 * States the performers of a cell, each with the character that its line names, else the row's.
 *
 * @param advances whether each has a place of its own
 */
function mapCell(
  cast: Performances,
  text: Text,
  character: Text | null,
  descriptions: readonly Text[],
  advances: boolean,
): boolean {
  const lines = linesOf(text).map((line) => readLine(cast, line));
  if (lines.includes(null)) return false;
  for (const own of lines.flatMap((line) => line ?? [])) {
    if (advances) cast.advance();
    cast.state(own.words, own.name, {
      character: own.character ?? character,
      descriptions: [...own.descriptions, ...descriptions],
    });
  }
  return true;
}

function readLine(cast: Performances, line: Text): CellPerformance[] | null {
  const { first, second, order, isInParentheses } = splitSides(shapeOf(line), cast.spec);
  const says = second !== null && !isInParentheses;
  if (says && order !== 'performer-first') return null;
  const performers = cast.namesIn(line, says ? first : { begin: 0, end: line.value.length });
  if (!performers || performers.some(({ name }) => looksRunTogether(name.value))) return null;
  const { name, description } = says
    ? readCharacter(line.value, second, cast.spec, cast.tables)
    : { name: null, description: null };
  const said = description ? [slice(line, description.begin, description.end)] : [];
  return performers.map((found) => ({
    words: line,
    name: found.name,
    character: name && slice(line, name.begin, name.end),
    descriptions: [...found.notes, ...said],
  }));
}

/** The lines of a text that hold words; one that is nothing but a note belongs to the line before it. */
function linesOf(text: Text): Text[] {
  const lines: Text[] = [];
  let begin = 0;
  for (const { index } of text.value.matchAll(/\n(?!\s*[([])|$/g)) {
    const line = slice(text, begin, index);
    if (line.value !== '') lines.push(line);
    begin = index;
  }
  return lines;
}

function characterIn({ spec, tables }: Performances, cell: Text): Text | null {
  const { name } = readCharacter(cell.value, { begin: 0, end: cell.value.length }, spec, tables);
  return name && slice(cell, name.begin, name.end);
}

/** Two names whose line break was lost: `O'ConnellBarbara`. Not `McDonald`, `DiCaprio`, `LeBlanc`. */
function looksRunTogether(name: string): boolean {
  return /(?<!\p{L})(?!Mc|Mac|De|Di|La|Le|Du|Van|Fitz|O['’])\p{L}['’]?\p{L}*\p{Ll}{2}\p{Lu}\p{Ll}|['’]\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(
    name,
  );
}
