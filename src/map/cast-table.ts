/** Cast tables: a row a character, with as many performances as the table has columns of performers. */
import type { Row, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import { readCharacter, splitRole } from '../value/role.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import type { PerformancesFile } from './mapping-schema.js';
import { shapeOf } from './names-in.js';
import type { Performances } from './performances.js';
import { rowWords } from './plain-text.js';
import { splitHeader } from './table-header.js';

type ColumnRole = keyof PerformancesFile['columns'];

/** Reads a table whose header names performers; false where it does not. */
export function mapCastTable(cast: Performances, section: Section, table: Table): boolean {
  const { labels, rows } = splitHeader(table);
  const roles = labels.map(({ value }) => columnRole(cast, value));
  if (!roles.includes('performer')) return false;
  for (const row of rows) {
    // One cell over the whole row heads those below it: "Main cast".
    if (row.cells.length > 1 && row.cells.every((cell) => cell === row.cells[0])) continue;
    for (const words of mapRow(cast, row, roles, labels)) cast.leave(section, words);
  }
  return true;
}

/** A language before a performer's label does not change it, nor a note behind it: "English voice actor (1991)". */
function columnRole({ draft, spec }: Performances, label: string): ColumnRole | null {
  const { languages, nationalities } = draft.mappings.tables;
  const words = label
    .replace(/\s*\([^()]*\)/g, '')
    .trim()
    .split(' ');
  const isTongue = (word: string): boolean => languages.has(word) || nationalities.has(word);
  while (words.length > 1 && isTongue((words[0] as string).toLowerCase())) words.shift();
  const key = labelKey(words.join(' '));
  const roles: readonly ColumnRole[] = ['performer', 'character', 'notes'];
  return roles.find((role) => spec.columns[role].some((name) => labelKey(name) === key)) ?? null;
}

/**
 * States what a row says, and gives what could not be read of it. A row that lost a cell cannot be told from one that is
 * whole, so the character must be there, and the last column of performers.
 */
function mapRow(
  cast: Performances,
  row: Row,
  roles: readonly (ColumnRole | null)[],
  headings: readonly Text[],
): Text[] {
  const cellOf = (column: number): Text | undefined => row.cells[column]?.text;
  const characterCell = cellOf(roles.indexOf('character'));
  const isWhole =
    cellOf(roles.lastIndexOf('performer'))?.value && (!roles.includes('character') || characterCell?.value);
  if (!isWhole || row.cells.some(({ text }) => isTooLong(text))) return [rowWords(row)];

  const character = characterCell ? characterIn(cast, characterCell) : null;
  const notes = cellOf(roles.indexOf('notes'));
  const several = roles.indexOf('performer') !== roles.lastIndexOf('performer');
  const performers = row.cells.flatMap(({ text }, column) =>
    roles[column] === 'performer' && text.value !== ''
      ? [{ text, heading: several ? headings[column] : undefined }]
      : [],
  );
  const unread = performers.filter(({ text, heading }) => {
    const descriptions = [heading, notes?.value ? notes : undefined].filter((words) => words !== undefined);
    return !mapCell(cast, text, character, descriptions);
  });
  return unread.length === performers.length ? [rowWords(row)] : unread.map(({ text }) => text);
}

/** A performer that a line of a cell names, with the character that the line itself names. */
interface CellPerformance {
  readonly words: Text;
  readonly name: Text;
  readonly character: Text | null;
  readonly descriptions: readonly Text[];
}

/** States the performers of a cell, each with the character that its line names, else the row's. */
function mapCell(
  cast: Performances,
  text: Text,
  character: Text | null,
  descriptions: readonly Text[],
): boolean {
  const lines = linesOf(text).map((line) => readLine(cast, line));
  if (lines.includes(null)) return false;
  for (const own of lines.flatMap((line) => line ?? [])) {
    cast.state(own.words, own.name, {
      character: own.character ?? character,
      descriptions: [...own.descriptions, ...descriptions],
    });
  }
  return true;
}

function readLine(cast: Performances, line: Text): CellPerformance[] | null {
  const { performer, role } = splitRole(shapeOf(line), cast.spec);
  const performers = cast.namesIn(line, performer);
  if (!performers || performers.some(({ name }) => looksRunTogether(name.value))) return null;
  const { name, description } = role
    ? readCharacter(line.value, role, cast.spec, cast.tables)
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
