/** Awards tables: one recognition a row and recipient, with merged cells carried down. */

import type { NamedNode } from '@rdfjs/types';
import type { Row, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import { award, schema } from '../rdf/vocabulary.js';
import { readPlace } from '../value/known-place.js';
import { alignRow } from './align-row.js';
import { bodyKey } from './award-bodies.js';
import type { ColumnRole } from './award-cells.js';
import { AwardCells, yearOf } from './award-cells.js';
import type { Scope } from './award-headings.js';
import { giverIn } from './award-headings.js';
import { readAwardLine } from './award-line.js';
import type { Draft } from './draft.js';
import { isTooLong, quoted } from './draft.js';
import { agents } from './known-agents.js';
import { labelKey } from './label-key.js';
import { namesIn } from './names-in.js';
import { rowWords } from './plain-text.js';
import type { Cells, Recipient } from './recognition.js';
import { statedRecognitions, stateRecognition } from './recognition.js';
import type { SplitTable } from './table-header.js';
import { splitHeader } from './table-header.js';
import { agentClass } from './value/names.js';

export const emits = {
  classes: [
    award.Recognition,
    award.Body,
    schema.Person,
    schema.Organization,
    schema.Country,
    schema.CreativeWork,
  ],
  properties: [
    schema.name,
    award.work,
    award.body,
    award.edition,
    award.year,
    award.ceremonyDate,
    award.category,
    award.recipient,
    award.outcome,
    award.result,
  ],
};

/** How clear the best reading of a row must be. */
const clearMargin = 0.5;

export class RecognitionMapper {
  readonly cells: AwardCells;
  private readonly rule: string;
  /** How all of the present table came out, where something above it says so. */
  private resultOfAll: Text | undefined;
  /** Cells of the present table that no statement holds. */
  private readonly besides: Text[] = [];

  constructor(readonly draft: Draft) {
    this.cells = new AwardCells(draft);
    this.rule = `${draft.kind?.name}/recognitions`;
  }

  /**
   * Reads a table of awards; false if its header is not one of these.
   *
   * @param expected whether the table stands under a heading that announces awards, and nothing else
   * @param scope what is said above it
   */
  mapTable(section: Section, table: Table, expected: boolean, scope?: Scope): boolean {
    const { labels, rows } = splitHeader(table);
    const roles = labels.length > 0 ? this.columnRoles(labels, rows, table.isGrid) : null;
    const has = (role: ColumnRole): boolean => roles?.includes(role) ?? false;
    const isWhole = roles !== null && !has('giver') && this.namesWholeAwards(rows, roles);
    const isAwards =
      has('category') &&
      (has('giver') ||
        isWhole ||
        (scope !== undefined && (has('year') || has('result') || has('recipient'))));
    const giver = has('giver') ? null : this.giverAbove(section, table, scope);
    const speaks = roles && isAwards && (giver !== null || isWhole || this.speaksOfAwards(rows, roles));
    if (!roles || !isAwards || (!expected && !speaks)) return false;
    if (this.cells.subject === null) {
      this.leaveOther(section, table);
      return true;
    }
    const carried: Cells = giver ? { giver } : {};
    this.resultOfAll = labels.some(({ value }) => this.cells.columnRole(value) === 'result')
      ? undefined
      : scope?.result;
    if (table.isGrid && rows.length > 1 && rows.every((row) => this.contradicts(cellsOf(row, roles, {}))))
      this.mapByContent(section, table, rows, roles);
    else this.mapRows(section, table, { labels, rows }, roles, carried);
    return true;
  }

  private mapRows(
    section: Section,
    table: Table,
    { labels, rows }: Pick<SplitTable, 'labels' | 'rows'>,
    roles: readonly ColumnRole[],
    carried: Cells,
  ): void {
    this.besides.length = 0;
    for (const row of rows) {
      if (this.draft.isFull) break;
      if (table.isGrid) this.mapGridRow(section, row, roles, carried);
      else this.mapRow(section, row, roles, labels.length, carried);
    }
    this.leaveBesides(section, table);
  }

  private giverAbove({ heading }: Section, { caption }: Table, scope: Scope | undefined): Text | null {
    const [inCaption, inHeading] = [caption, heading.text].map((text) => text && giverIn(text, this.cells));
    return inCaption ?? inHeading ?? scope?.giver ?? null;
  }

  /** Sports tables have events, categories and results, too: outside of sections of awards the givers must be ones. */
  private speaksOfAwards(rows: readonly Row[], roles: readonly ColumnRole[]): boolean {
    const column = roles.indexOf('giver');
    const givers = rows.flatMap(({ cells }) => {
      const text = cells[column]?.text;
      return text?.value && !isTooLong(text) ? [text.value] : [];
    });
    return givers.filter((text) => this.cells.speaksOfAwards(text)).length * 2 > givers.length;
  }

  /** Whether most cells say both who gives an award and for what: "Stone Award for Best Film". */
  private namesWholeAwards(rows: readonly Row[], roles: readonly ColumnRole[]): boolean {
    const column = roles.indexOf('category');
    const texts = rows.flatMap(({ cells }) => {
      const text = cells[column]?.text;
      return text?.value && !isTooLong(text) ? [text] : [];
    });
    return texts.filter((text) => this.wholeAward(text) !== null).length * 2 > texts.length;
  }

  private wholeAward(text: Text): (Cells & { readonly category: Text }) | null {
    // Of signs between the two, who gives both may stand above.
    if (!text.value.includes(' for ')) return null;
    return readAwardLine(text, undefined, this.cells, this.draft.mappings.tables);
  }

  /** Keeps the cells of a table that no statement holds, and reports them once. */
  private leaveBesides(section: Section, { span }: Table): void {
    if (this.besides.length === 0) return;
    // A cell that is merged over several rows stands in each of them.
    const besides = new Set(this.besides);
    for (const words of besides) this.draft.keepUnread(section, words, this.rule);
    const count = besides.size;
    const message = `This table of awards has ${count} ${count === 1 ? 'cell' : 'cells'} besides what its columns are known for, such as ${quoted((this.besides[0] as Text).value)}; kept as article:unread.`;
    this.draft.report('unread-cells', 'warning', message, span);
  }

  /** A row whose cells stand under their headers. One cell over the whole row is a heading of its own. */
  private mapGridRow(section: Section, row: Row, roles: readonly ColumnRole[], carried: Cells): void {
    const words = row.cells[0]?.text;
    if (words && row.cells.length > 1 && row.cells.every((cell) => cell === row.cells[0])) {
      if (!roles.includes('giver') && this.cells.namesGiver(words.value)) carried.giver = words;
      else if (words.value !== '') this.leave(section, row, 'stands over a whole row');
      return;
    }
    if (row.cells.some(({ text }) => isTooLong(text))) {
      this.leave(section, row, 'has a cell that is too long to read');
      return;
    }
    const cells = cellsOf(row, roles, carried);
    if (this.contradicts(cells)) this.leave(section, row, 'holds other things than its headers say');
    else if (roles.includes('giver') && !cells.giver)
      this.leave(section, row, 'names nobody who gives the award');
    else if (this.mapCells(section, row, cells, undefined))
      this.besides.push(...cellsBesides(row, roles, cells));
  }

  /** Whether what stands under the headers is none of what they say. */
  private contradicts({ year, giver, category }: Cells): boolean {
    if (year && !yearOf(year.value, this.draft)) return true;
    const fitOf = (cell: Text | undefined, role: ColumnRole): number =>
      cell ? this.cells.fitOf(cell.value, role) : 0;
    const isGiver = fitOf(category, 'giver') >= 2 && fitOf(category, 'category') <= 0;
    return isGiver || fitOf(giver, 'giver') + fitOf(category, 'category') < -1.5;
  }

  /** Roles of the header's columns, and behind them those of columns that the rendering cut off. */
  private columnRoles(labels: readonly Text[], rows: readonly Row[], isGrid: boolean): ColumnRole[] {
    const roles = labels.map(({ value }) => this.cells.columnRole(value));
    const isGiver = (column: number): boolean => this.totalFit(rows, column, 'giver') > 0;
    const settled = roles.map((role, column) => {
      if (role === 'award') return this.meaningOfAward(roles, column, rows);
      // "Title" may head the titles of awards.
      return role === 'work' && !roles.includes('giver') && isGiver(column) ? 'giver' : role;
    });
    if (isGrid) return settled;
    const award = roles.indexOf('award');
    // A rendering may cut the header of the categories off.
    if (award >= 0 && !roles.includes('giver') && !roles.includes('category') && this.holdPairs(rows))
      settled.splice(award, 1, 'giver', 'category');
    for (const cut of ['recipient', 'result'] as const) if (!settled.includes(cut)) settled.push(cut);
    return settled;
  }

  /** Whether in a third of the rows who gives an award stands beside what it is for. */
  private holdPairs(rows: readonly Row[]): boolean {
    const fitOf = (text: Text | undefined, role: ColumnRole): number =>
      text && !isTooLong(text) ? this.cells.fitOf(text.value, role) : 0;
    const holding = rows.filter(({ cells }) =>
      cells.some(({ text }, i) => {
        const isGiver = fitOf(text, 'giver') > Math.max(0, fitOf(text, 'category'));
        return isGiver && fitOf(cells[i + 1]?.text, 'category') > 0;
      }),
    );
    return holding.length * 3 >= rows.length;
  }

  /** "Award" heads the givers where another column has the categories, else the categories. */
  private meaningOfAward(roles: readonly ColumnRole[], column: number, rows: readonly Row[]): ColumnRole {
    if (roles.includes('category')) return roles.includes('giver') ? 'other' : 'giver';
    if (roles.includes('giver')) return 'category';
    const total = (role: ColumnRole): number => this.totalFit(rows, column, role);
    return total('giver') > total('category') ? 'giver' : 'category';
  }

  private totalFit(rows: readonly Row[], column: number, role: ColumnRole): number {
    return rows.reduce((sum, { cells }) => {
      const text = cells[column]?.text;
      return text && !isTooLong(text) ? sum + this.cells.fitOf(text.value, role) : sum;
    }, 0);
  }

  /** @param headers the number of columns that have a header; a row of as many cells lost none */
  private mapRow(
    section: Section,
    row: Row,
    roles: readonly ColumnRole[],
    headers: number,
    carried: Cells,
  ): void {
    const words = row.cells.map(({ text }) => text);
    while (words.at(-1)?.value === '') words.pop();
    if (words.length === 0) return;
    if (words.some(isTooLong)) {
      this.leave(section, row, 'has a cell that is too long to read');
      return;
    }
    // A row as wide as the header most likely lost no cell.
    const inPlace = words.length === headers ? 0.75 : 0.05;
    const found = alignRow(
      words.length,
      roles.length,
      (cell, column) =>
        this.cells.fitOf((words[cell] as Text).value, roles[column] as ColumnRole) +
        (cell === column ? inPlace : 0),
      {
        before: (column) => costBefore(roles[column] as ColumnRole, carried),
        between: (column) => (isEssential(roles[column] as ColumnRole) ? 2.4 : 1.2),
      },
    );
    if (!found || found.score < 0 || found.margin < clearMargin) {
      this.leave(section, row, 'does not show which columns its cells belong to');
      // Who gives what follows may be said here.
      if (words.some(({ value }) => this.cells.namesPrize(value))) delete carried.giver;
      return;
    }
    const own: Cells = {};
    for (const [cell, column] of found.columns.entries()) {
      const text = words[cell] as Text;
      if (text.value !== '') own[roles[column] as ColumnRole] = text;
    }
    carryDown(roles, own, carried);
    if (
      (own.category || own.recipient || own.result) &&
      this.mapCells(section, row, carried, own.year) &&
      own.other
    )
      this.besides.push(own.other);
  }

  /**
   * States what a row says; false where it is kept as it stands.
   *
   * @param year the cell of the year, where this row is the first that it stands in
   */
  private mapCells(section: Section, row: Row, said: Cells, year: Text | undefined): boolean {
    const whole = said.category && !said.giver ? this.wholeAward(said.category) : null;
    const cells = whole ? { ...whole, ...said, category: whole.category } : said;
    const { category } = cells;
    const result = cells.result ?? this.resultOfAll;
    if (year && !yearOf(year.value, this.draft)) {
      this.draft.unreadIn(section, year, 'is no single year', this.rule);
    }
    const why = this.whyUnread(cells);
    if (category && why === null)
      this.mapRecognitions(section, { ...cells, category, ...(result ? { result } : {}) });
    else this.leave(section, row, why ?? 'names no category');
    return why === null;
  }

  /** Why nothing can be stated of a row, as the end of a sentence; null where something can. */
  private whyUnread({ category, giver, recipient, work }: Cells): string | null {
    const { cells } = this;
    if (
      !category ||
      (!giver && cells.fitOf(category.value, 'giver') > Math.max(0, cells.fitOf(category.value, 'category')))
    )
      return 'names no category';
    if (cells.subject === 'work')
      return work && !cells.isSubject(work.value.replace(/\([^()]*\)/g, '')) ? 'is about another work' : null;
    if (!giver) return 'names nobody who gives the award';
    return recipient && !cells.isSubject(recipient.value) ? 'may be about another recipient' : null;
  }

  /** States what a line of a list says, if the article has not said it before. */
  mapLine(section: Section, cells: Cells & { category: Text }): void {
    const why = this.whyUnread(cells);
    const giver = cells.giver ? bodyKey(cells.giver.value, this.draft) : '';
    const isKnown = this.draft
      .recall(statedRecognitions)
      .some(
        (known) =>
          !cells.recipient &&
          known.giver === giver &&
          known.category === labelKey(cells.category.value) &&
          known.year === (cells.year && yearOf(cells.year.value, this.draft)?.year) &&
          this.cells.outcome(cells.result?.value ?? '')?.value === known.outcome?.value,
      );
    if (why !== null) this.draft.unreadIn(section, cells.category, why, this.rule);
    else if (!isKnown) this.mapRecognitions(section, cells);
  }

  leaveLine(section: Section, line: Text): void {
    this.draft.unreadIn(section, line, 'does not say clearly who gives which award', this.rule);
  }

  /** One recognition for each recipient, or one without. */
  private mapRecognitions(section: Section, cells: Cells & { category: Text }): void {
    const { subject } = this.cells;
    const recipients =
      subject === 'recipient'
        ? [{ words: cells.recipient ?? cells.category, node: () => this.draft.thing }]
        : cells.recipient
          ? this.readRecipients(section, cells.recipient)
          : [];
    const state = (recipient: Recipient | null): void =>
      stateRecognition(this.draft, this.cells, cells, recipient, this.rule);
    if (recipients.length === 0) state(null);
    for (const recipient of recipients) state(recipient);
  }

  private readRecipients(section: Section, cell: Text): Recipient[] {
    if (this.cells.isSubject(cell.value)) return [{ words: cell, node: () => this.draft.thing }];
    const title = /^["“]([^"“”]+)["”]$/.exec(cell.value);
    if (title) {
      const words = slice(cell, 1, cell.value.length - 1);
      return [{ words, node: () => this.describedWork(words) }];
    }
    const known = this.knownPeopleIn(cell);
    if (known) return known.map((words) => ({ words, node: () => this.namedRecipient(words, words.value) }));
    const { found, unread } = namesIn(cell, 'any', this.draft.mappings.tables);
    for (const { begin, end } of unread) {
      this.draft.unreadIn(section, slice(cell, begin, end), 'names no recipient', this.rule);
    }
    return found.map(({ begin, end, value, notes = [] }) => {
      const words = slice(cell, begin, end);
      for (const note of notes) this.draft.leaveNote(slice(cell, note.begin, note.end), words);
      return { words, node: () => this.namedRecipient(words, value) };
    });
  }

  /** "Ann LeeBo Roe", where line breaks were lost: people whom the article names elsewhere, and nothing else; null of other cells. */
  private knownPeopleIn(cell: Text): Text[] | null {
    const { value } = cell;
    if (!/\p{Ll}\p{Lu}/u.test(value)) return null;
    const { people } = this.draft.recall(agents);
    const found: Text[] = [];
    for (let at = 0; at < value.length; ) {
      const name = [...people.keys()].find((known) => value.startsWith(known, at));
      if (!name) return null;
      found.push(slice(cell, at, at + name.length));
      at += name.length;
    }
    return found.length > 1 ? found : null;
  }

  private namedRecipient(words: Text, name: string): NamedNode {
    const { draft, rule } = this;
    // Some awards to works in other languages go to the country that sent them.
    const place = readPlace(name, draft.mappings.tables);
    if (place?.isCountry) return draft.namedAs(place.name, words, schema.Country, rule);
    return draft.named(words, agentClass(words, draft), rule);
  }

  private describedWork(title: Text): NamedNode {
    const work = this.draft.part('work', title.value);
    this.draft.describe(work, schema.CreativeWork, title, this.rule);
    return work;
  }

  /**
   * A table whose header fits none of its rows, because it lacks a label: where every row shows by its words alone what
   * each of its cells is, in the order of the header's labels, it is read all the same.
   */
  private mapByContent(
    section: Section,
    table: Table,
    rows: readonly Row[],
    roles: readonly ColumnRole[],
  ): void {
    const last: readonly ColumnRole[] = ['recipient', 'result'];
    const order = [...roles.filter((role) => !last.includes(role)), ...last];
    const read = rows.map((row) => this.cellsByContent(row, order));
    if (read.some((cells) => cells === null))
      this.leaveTable(section, table, rows, 'holds what its headers say');
    else
      for (const [i, cells] of read.entries()) this.mapCells(section, rows[i] as Row, cells ?? {}, undefined);
  }

  private cellsByContent({ cells }: Row, roles: readonly ColumnRole[]): Cells | null {
    const words = cells.map(({ text }) => text);
    const fitOf = (cell: number, column: number): number =>
      this.cells.fitOf((words[cell] as Text).value, roles[column] as ColumnRole);
    const found = words.some(isTooLong)
      ? null
      : alignRow(words.length, roles.length, fitOf, { before: () => 0, between: () => 0 });
    if (!found || found.margin < clearMargin) return null;
    if (found.columns.some((column, cell) => fitOf(cell, column) <= 0)) return null;
    const own: Cells = {};
    for (const [cell, column] of found.columns.entries()) {
      own[roles[column] as ColumnRole] = words[cell] as Text;
    }
    return own.giver && own.category ? own : null;
  }

  /** Keeps a table under a heading of awards that nothing reads. */
  leaveOther(section: Section, table: Table): void {
    this.leaveTable(section, table, table.rows, 'has columns that say who gave which award');
  }

  /**
   * Keeps every row of a table, and reports it once.
   *
   * @param what what none of them does
   */
  private leaveTable(section: Section, table: Table, rows: readonly Row[], what: string): void {
    for (const row of rows) this.draft.keepUnread(section, rowWords(row), this.rule);
    const message = `None of the ${rows.length} rows of this table of awards ${what}; kept as article:unread.`;
    this.draft.report('unread-table', 'warning', message, table.span);
  }

  private leave(section: Section, row: Row, why: string): void {
    this.draft.unreadIn(section, rowWords(row), why, this.rule);
  }
}

/** The cells of a row by what their columns hold, the first of each that has words. */
function cellsOf(row: Row, roles: readonly ColumnRole[], { giver }: Cells): Cells {
  const cells: Cells = { ...(giver ? { giver } : {}) };
  for (const [column, { text }] of row.cells.entries()) {
    const role = roles[column] ?? 'other';
    if (text.value !== '' && (!cells[role] || cells[role] === giver)) cells[role] = text;
  }
  return cells;
}

/** Cells with words under headers that are not known, and further ones under a header that spans several. */
function cellsBesides({ cells }: Row, roles: readonly ColumnRole[], read: Cells): Text[] {
  const besides = cells
    .map(({ text }) => text)
    .filter((text, column) => {
      const role = roles[column] ?? 'other';
      return role !== 'ignored' && text.value !== '' && (role === 'other' || read[role] !== text);
    });
  return [...new Set(besides)];
}

function isEssential(role: ColumnRole): boolean {
  return role === 'giver' || role === 'category';
}

/** A cell that is missing before a row's first one may be carried down; later ones may not. */
function costBefore(role: ColumnRole, carried: Cells): number {
  if (carried[role]) return 0.3;
  return isEssential(role) ? 2.3 : 0.4;
}

/**
 * A merged cell counts for the rows below it until a cell left of it, or the cell itself, changes: merged cells nest
 * from left to right. Only a result also counts for more recipients of the same category.
 */
function carryDown(roles: readonly ColumnRole[], own: Cells, carried: Cells): void {
  const firstOwn = roles.findIndex((role) => own[role]);
  for (const [column, role] of roles.entries()) {
    if (own[role]) carried[role] = own[role];
    else if (column > firstOwn && !(role === 'result' && !own.category)) delete carried[role];
  }
}
