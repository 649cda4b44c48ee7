/** Lists and tables of which each row tells of one thing: of a part of the subject, or of the subject itself. */
import type { NamedNode } from '@rdfjs/types';
import type { Item, List, Paragraph, Row, Section, Table, Text } from '../article.js';
import { linkOf, slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { xsd } from '../rdf/vocabulary.js';
import { matchesOf } from '../value/matches.js';
import type { ValueTables } from '../value/tables.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { idWords } from './field-mapping.js';
import { mapValues } from './field-values.js';
import { labelKey } from './label-key.js';
import type { Column, ListMapping, PartLink } from './list-mapping.js';
import { namesIn } from './names-in.js';
import { rowWords } from './plain-text.js';
import { readsAs } from './reads-as.js';
import { bestList, firstField, reportOtherColumns } from './rows/columns.js';
import type { ItemMatch, ItemPattern } from './rows/item-pattern.js';
import { fitItem } from './rows/item-pattern.js';
import type { RowName } from './rows/row-name.js';
import { readRowName } from './rows/row-name.js';
import { splitHeader } from './table-header.js';

/** What a field of a row says, with the header over it. */
interface Cell {
  readonly field: FieldMapping;
  readonly label: Text | null;
  readonly words: Text;
}

interface RowContents {
  readonly words: Text;
  readonly name: RowName | null;
  readonly cells: readonly Cell[];
  readonly position: number;
  /** What no field holds, with what it stands beside. */
  readonly rest: { readonly words: Text; readonly beside: Text } | null;
}

export class RowMapper {
  constructor(readonly draft: Draft) {}

  /** @param headings the headings above the table, the nearest last; false where its columns are those of no list */
  mapTable(
    section: Section,
    table: Table,
    lists: readonly ListMapping[],
    headings: readonly Text[],
  ): boolean {
    const { labels, above, rows } = splitHeader(table);
    const found = bestList(lists, { labels, above });
    if (!found || rows.length === 0 || !table.isGrid) return false;
    const { list, columns } = found;
    for (const [index, row] of rows.entries()) {
      if (this.draft.isFull) break;
      if (isSum(row, list)) continue;
      const contents = this.rowOf(row, list, columns, labels, index + 1);
      if (!contents || !this.state(section, list, contents, headings))
        this.draft.unreadIn(section, rowWords(row), 'is no row that its headers tell of', list.rule);
    }
    reportOtherColumns(
      this.draft,
      table,
      labels.filter((_, i) => !columns[i]),
    );
    return true;
  }

  /** @returns whether enough items are written as the list says */
  mapList(section: Section, block: List, lists: readonly ListMapping[], headings: readonly Text[]): boolean {
    const level = block.items[0]?.level ?? 1;
    for (const list of lists) {
      const read = this.itemsOf(block.items, list, level);
      if (!read) continue;
      const said = list.under.length > 0 ? this.readUnder(block.items, read, list) : new Set<Item>();
      if ((read.filter((one) => one !== null).length + said.size) * 2 <= block.items.length) continue;
      for (const [index, item] of block.items.entries()) {
        const contents = read[index];
        if (!said.has(item) && (!contents || !this.state(section, list, contents, headings)))
          this.draft.unreadIn(section, item.text, 'is not written as the other items of its list', list.rule);
      }
      return true;
    }
    return false;
  }

  /** What is read of each item; null if, with all that are left, too few could be written as the list says. */
  private itemsOf(items: readonly Item[], list: ListMapping, level: number): (RowContents | null)[] | null {
    let others = 0;
    const read: (RowContents | null)[] = [];
    for (const [index, item] of items.entries()) {
      const contents = item.level === level ? this.itemOf(item, list, index + 1) : null;
      if (!contents) others++;
      // Items that nothing is read of may still stand over others or under one.
      if (list.under.length === 0 && others * 2 >= items.length) return null;
      read.push(contents);
    }
    return read;
  }

  /**
   * Items a level below one that names what they tell of make one row with it.
   *
   * @param read what is read of each item, to which these rows are added
   * @returns the items below that are read
   */
  private readUnder(items: readonly Item[], read: (RowContents | null)[], list: ListMapping): Set<Item> {
    const said = new Set<Item>();
    for (const [index, head] of items.entries()) {
      const name = read[index] ? null : readRowName(head.text, this.draft.mappings.tables);
      if (!name) continue;
      const cells: Cell[] = [];
      for (const item of itemsBelow(items, index)) {
        const contents = this.itemOf(item, list, index + 1, list.under);
        if (!contents) continue;
        cells.push(...contents.cells);
        said.add(item);
      }
      if (cells.length > 0) read[index] = { words: head.text, name, cells, position: index + 1, rest: null };
    }
    return said;
  }

  /** Null where a row lacks what it must have, or stands over the whole table. */
  private rowOf(
    row: Row,
    list: ListMapping,
    columns: readonly (Column | null)[],
    labels: readonly Text[],
    position: number,
  ): RowContents | null {
    const isWhole = row.cells.length > 1 && row.cells.every((cell) => cell === row.cells[0]);
    if (isWhole || row.cells.some(({ text }) => isTooLong(text))) return null;
    const cells: Cell[] = [];
    let name: RowName | null = null;
    for (const [index, { text }] of row.cells.entries()) {
      const column = columns[index];
      if (text.value === '' || !column) continue;
      if (column.is === 'name') name ??= readRowName(text, this.draft.mappings.tables, list.part?.isOfYears);
      else if (column.is === 'details') cells.push(...detailsIn(text, list));
      // A cell that is merged over several columns says one thing.
      else if (column.is === 'field' && row.cells[index - 1] !== row.cells[index])
        cells.push({ field: column.field, label: labels[index] ?? null, words: text });
    }
    if (list.part ? !name : !cells.some(({ field }) => field === firstField(list))) return null;
    return { words: rowWords(row), name, cells, position, rest: null };
  }

  /** Lines that a template made of its parameters; other lines are words like others. */
  mapLines(
    section: Section,
    { text }: Paragraph,
    lists: readonly ListMapping[],
    headings: readonly Text[],
  ): void {
    const ofLines = lists.filter((list) => list.lines.length > 0);
    if (ofLines.length === 0) return;
    const lines = matchesOf(/[^\n]+/g, text.value).map(({ 0: line, index }) =>
      slice(text, index, index + line.length),
    );
    for (const list of ofLines) {
      const read = lines.flatMap((line) => this.fit(line, list, list.lines, true) ?? []);
      for (const [index, contents] of read.entries())
        this.state(section, list, { ...contents, position: index + 1 }, headings);
      if (read.length > 0) return;
    }
  }

  private itemOf(
    { text }: Item,
    list: ListMapping,
    position: number,
    patterns = list.items,
  ): RowContents | null {
    const contents = this.fit(text, list, patterns, false);
    return contents && { ...contents, position };
  }

  /** What the first pattern that fits reads of an item; a slot must be what its field says, and nothing else. */
  private fit(
    text: Text,
    list: ListMapping,
    patterns: readonly ItemPattern[],
    isOfTemplate: boolean,
  ): Omit<RowContents, 'position'> | null {
    const asked = new Map<string, boolean>();
    for (const pattern of patterns) {
      const match = fitItem(pattern, text, isOfTemplate);
      const read = match && this.readSlots(text, match, list, isOfTemplate, asked);
      if (read) return read;
    }
    return null;
  }

  /** @param asked whether words are what a field says, as far as another way to write the item has asked it */
  private readSlots(
    text: Text,
    { captures, rest }: ItemMatch,
    list: ListMapping,
    isOfTemplate: boolean,
    asked: Map<string, boolean>,
  ): Omit<RowContents, 'position'> | null {
    const { mappings } = this.draft;
    const cells: Cell[] = [];
    let name: RowName | null = null;
    for (const { slot, begin, end } of captures) {
      const words = slice(text, begin, end);
      const field = list.fields.get(slot);
      if (!field) {
        const isQuoted = /["“]/.test(text.value.charAt(begin - 1));
        if (!isOfTemplate && !isQuoted && !mayBeName(words)) return null;
        name = readRowName(words, mappings.tables);
        if (!name) return null;
      } else {
        const key = `${slot} ${begin} ${end}`;
        const isRead =
          asked.get(key) ?? ((!namesThings.has(field.value) || mayBeName(words)) && this.reads(field, words));
        asked.set(key, isRead);
        if (!isRead) return null;
        cells.push({ field, label: null, words });
      }
    }
    const left = rest && slice(text, rest.begin, rest.end);
    const beside = name?.words ?? cells[0]?.words ?? text;
    return { words: text, name, cells, rest: left?.value ? { words: left, beside } : null };
  }

  private whyUnread(mapping: FieldMapping, words: Text): string | null {
    if (mapping.value === 'person' && namesByOneName(words, this.draft.mappings.tables))
      return 'calls somebody by one name alone';
    const isOfForm = mapping.bounds?.pattern === undefined || this.reads(mapping, words);
    return isOfForm ? null : 'is not of the form that the field has';
  }

  /** Whether words are what a field says, and nothing else. */
  private reads(field: FieldMapping, words: Text): boolean {
    const { article, mappings } = this.draft;
    return readsAs(field, { type: 'field', span: words.span, key: null, values: [words] }, article, mappings);
  }

  /** @returns whether anything could be said */
  private state(section: Section, list: ListMapping, row: RowContents, headings: readonly Text[]): boolean {
    if (row.rest) this.draft.leaveNote(row.rest.words, row.rest.beside);
    let isSaid = true;
    this.draft.keepWith(section, () => {
      isSaid = list.part ? this.statePart(list, row, headings) : this.stateOfSubject(list, row);
    });
    return isSaid;
  }

  private statePart(
    list: ListMapping,
    { name, cells, words, position }: RowContents,
    headings: readonly Text[],
  ): boolean {
    const { draft } = this;
    const { part, rule, heading } = list;
    if (!part || !name) return false;
    const node = draft.part(idWords(list.id), name.words.value);
    draft.state(draft.thing, part.property, node, words.span, rule);
    draft.describe(node, part.class, name.words, rule);
    if (part.link) this.stateLink(part.link, node, name, rule);
    const isNumbered = cells.some(({ field }) => part.position?.equals(field.property));
    if (part.position && !isNumbered)
      draft.state(node, part.position, literal(String(position), xsd.integer), undefined, rule);
    for (const note of name.notes) draft.leaveNote(note, name.words);
    for (const cell of cells) this.stateCell(list, node, cell);
    const nearest = headings.at(-1);
    const isGeneral = nearest === undefined || labelKey(nearest.value) === list.sections[0];
    if (heading && !isGeneral && this.reads(heading, nearest))
      this.stateCell(list, node, { field: heading, label: null, words: nearest });
    return true;
  }

  private stateLink(
    { property, class: type, isOfAnyName }: PartLink,
    node: NamedNode,
    name: RowName,
    rule: string,
  ): void {
    const { draft } = this;
    const words =
      name.linked ?? (isOfAnyName && namesOne(name.words, draft.mappings.tables) ? name.words : null);
    if (!words) return;
    const thing = draft.named(words, type, rule);
    if (!thing.equals(draft.thing)) draft.state(node, property, thing, words.span, rule);
  }

  private stateOfSubject(list: ListMapping, { cells }: RowContents): boolean {
    const { draft } = this;
    const before = draft.statements.length;
    for (const cell of cells) this.stateCell(list, draft.thing, cell);
    return draft.statements.length > before;
  }

  private stateCell({ rule }: ListMapping, subject: NamedNode, { field: mapping, label, words }: Cell): void {
    const { draft } = this;
    const own = `${rule}/${mapping.id}`;
    const reason = this.whyUnread(mapping, words);
    if (reason !== null) {
      draft.unreadField(label?.value ?? '', words, { begin: 0, end: words.value.length, reason }, own);
      return;
    }
    const field = { type: 'field', span: words.span, key: label, values: [words] } as const;
    mapValues({ draft, mapping, subject, rule: own }, field);
  }
}

/** Types of values that name things: "featuring Ann Lee" names nobody who wrote it. */
const namesThings: ReadonlySet<string> = new Set([
  'person',
  'agent',
  'organisation',
  'thing',
  'place',
  'work',
]);

/** A name in an item is no sentence, and begins as names do. */
function mayBeName({ value }: Text): boolean {
  return !/(?<!\b\p{Lu})[.!?]\s|\n/u.test(value) && /^["“]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(value);
}

/** Whether words are the whole name of somebody: "Lee" may be anybody of that name, and "Various musicians" is nobody's. */
function namesOne(words: Text, tables: ValueTables): boolean {
  const { found, unread } = namesIn(words, 'person', tables);
  const isWhole = found.length === 1 && unread.length === 0;
  return isWhole && /^\p{Lu}\S*(?:\s\S+)*\s\p{Lu}\S*$/u.test(words.value);
}

/** "Lee" in a list of credits may be anybody of that name. */
function namesByOneName(words: Text, tables: ValueTables): boolean {
  const { found } = namesIn(words, 'person', tables);
  return found.some(({ begin, end }) => {
    const name = slice(words, begin, end);
    return !/\s/.test(name.value) && linkOf(name) === undefined;
  });
}

/** Whether a row sums up others: "Total". */
function isSum({ cells }: Row, { sums }: ListMapping): boolean {
  return sums.size > 0 && cells.some(({ text }, i) => i < 3 && sums.has(labelKey(text.value)));
}

/** Lines such as "Label: Stone", each for the field whose label stands there. */
function detailsIn(text: Text, { columns }: ListMapping): Cell[] {
  const cells: Cell[] = [];
  for (const { index, 0: line, groups = {} } of text.value.matchAll(
    /^(?<label>[^\n:]+):[^\S\n]*(?<words>\S.*)$/gm,
  )) {
    const column = columns.get(labelKey(groups.label as string));
    const words = groups.words as string;
    const begin = index + line.length - words.length;
    if (column?.is !== 'field') continue;
    const label = slice(text, index, index + (groups.label as string).length);
    cells.push({ field: column.field, label, words: slice(text, begin, begin + words.length) });
  }
  return cells;
}

/** The items one level below one, up to the next that is not. */
function* itemsBelow(items: readonly Item[], index: number): Generator<Item> {
  const level = (items[index] as Item).level + 1;
  for (let i = index + 1; items[i]?.level === level; i++) yield items[i] as Item;
}
