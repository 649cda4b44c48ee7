import type { Block, Cell, Item, List, Paragraph, Row, Table, Text } from '../../article.js';
import { spanning } from '../../article.js';
import type { Line } from '../locator.js';
import { enterMarks } from './enter.js';
import { joinsLines } from './entries.js';
import type { Bullet } from './line-kinds.js';
import { bulletAt, firstInk, goesOn, isBlank, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import { splitPair } from './pairs.js';
import type { Stretch } from './stretch.js';
import type { RawRow, RawTable } from './table-forms.js';
import { tableAt } from './table-forms.js';

/** More cells than the tables of any article have together; it bounds memory. */
const mostCells = 1_000_000;

/** Longest line that may be an item without a bullet. */
const longestItem = 150;

/** Reads runs of lines into paragraphs, lists and tables. */
export class BlockReader {
  /** Whether a row was not cut into cells, because there would be too many in all. */
  hasLeftRows = false;
  private cellsLeft = mostCells;
  private lastTable: { readonly at: number; readonly to: number; readonly table: RawTable | null } | null =
    null;

  constructor(private readonly page: Page) {}

  /**
   * The blocks of the lines from `from` up to, not including, `to`.
   *
   * @param isList whether lines of words are items, as in a section that is a list
   */
  read(from: number, to: number, isList = false): Block[] {
    const blocks: Block[] = [];
    for (let at = from; at < to; ) {
      const table = this.isBlank(at) ? null : this.tableAt(at, to);
      if (this.isBlank(at)) at++;
      else if (table) {
        this.enterTable(table, at);
        blocks.push(...this.table(table));
        at = table.next;
      } else if (this.isItem(at, to)) {
        const end = this.endOfList(at, to);
        blocks.push(this.list(at, end));
        at = end;
      } else {
        const end = this.endOfWords(at, to);
        const itemsEnd = this.endOfBareItems(at, end, isList && blocks.length === 0 ? to : null);
        blocks.push(itemsEnd > at ? this.items(at, itemsEnd) : this.paragraph(at, end));
        at = Math.max(end, itemsEnd);
      }
    }
    return blocks;
  }

  /** Where items without bullets end: labels with values and, at the top of a list, other lines up to `to`. */
  private endOfBareItems(from: number, end: number, to: number | null): number {
    if (this.arePairs(from, end)) return end;
    return to === null ? from : this.endOfItems(from, end, to);
  }

  /** Where a run of lines that are no items and no rows ends. */
  private endOfWords(from: number, to: number): number {
    let end = from + 1;
    while (end < to && !this.isBlank(end) && !this.isItem(end, to) && !this.tableAt(end, to)) end++;
    return end;
  }

  /** The table that ends a run of words is asked for again. */
  private tableAt(at: number, to: number): RawTable | null {
    if (this.lastTable?.at !== at || this.lastTable.to !== to)
      this.lastTable = { at, to, table: tableAt(this.page, at, to) };
    return this.lastTable.table;
  }

  private isBlank(index: number): boolean {
    return isBlank(this.page.source, this.line(index));
  }

  /** Some signs begin an item only where the next line goes on with them. */
  private isItem(index: number, to: number): boolean {
    const bullet = this.bullet(index);
    if (!bullet || bullet.isSure) return bullet !== null;
    const next = index + 1 < to ? this.bullet(index + 1) : null;
    return next !== null && goesOn(bullet, next);
  }

  private endOfList(from: number, to: number): number {
    let last = this.bullet(from) as Bullet;
    let end = from + 1;
    for (; end < to && !this.isBlank(end); end++) {
      const bullet = this.bullet(end);
      const isPart = bullet
        ? goesOn(last, bullet) || bullet.indent !== last.indent
        : indentOf(this.page.source, this.line(end)) > last.indent && tableAt(this.page, end, to) === null;
      if (!isPart) break;
      last = bullet ?? last;
    }
    return end;
  }

  /** Levels come from what each bullet is indented deeper than, so any step of indentation will do. */
  private list(from: number, to: number): List {
    const { source } = this.page;
    const items: Item[] = [];
    const open: number[] = [];
    for (let at = from; at < to; ) {
      const line = this.line(at);
      const bullet = this.bullet(at);
      if (!bullet) throw new Error(`line ${at + 1} was taken for a bullet and is none`);
      while (open.length > 0 && (open.at(-1) as number) >= bullet.indent) open.pop();
      open.push(bullet.indent);
      const words = [{ begin: bullet.begin, end: bullet.end, goesOn: false }];
      for (at++; at < to && !this.bullet(at); at++) {
        const more = { begin: firstInk(source, this.line(at)), end: this.line(at).end };
        words.push({ ...more, goesOn: joinsLines(source, words.at(-1) as Stretch, more) });
      }
      const text = this.page.inline.joined(words);
      enterMarks(this.page, { begin: line.begin, end: line.end }, words, 'list-mark');
      items.push(this.item(firstInk(source, line), (words.at(-1) as Stretch).end, open.length, text));
    }
    return listOf(items);
  }

  /** Lines without bullets that are items nevertheless. */
  private items(from: number, to: number): List {
    const { source, inline } = this.page;
    const items: Item[] = [];
    for (let at = from; at < to; at++) {
      if (this.isBlank(at)) continue;
      const line = this.line(at);
      const bullet = this.bullet(at);
      const words = { begin: bullet?.begin ?? line.begin, end: line.end };
      enterMarks(this.page, line, [words], 'list-mark');
      const text = inline.words(words.begin, words.end);
      items.push(this.item(firstInk(source, line), line.end, 1, text));
    }
    return listOf(items);
  }

  private item(begin: number, end: number, level: number, text: Text): Item {
    return { type: 'item', span: this.page.locator.span(begin, end), level, text };
  }

  /** Whether lines are labels with values: several such, or one whose label infoboxes have. */
  private arePairs(from: number, to: number): boolean {
    const { source, usual } = this.page;
    for (let at = from; at < to; at++) {
      const line = this.line(at);
      const pair = line.end - line.begin > longestItem ? null : splitPair(source, line, 'colon');
      if (!pair) return false;
      if (to === from + 1) return usual.isLabel(source.slice(pair.label.begin, pair.label.end));
    }
    return true;
  }

  /** Where lines that may be items end: several right below each other, or each apart from the others. */
  private endOfItems(from: number, end: number, to: number): number {
    if (end > from + 1) {
      for (let at = from; at < end; at++) if (!this.isItemLike(at)) return from;
      return end;
    }
    let last = from;
    let count = 0;
    for (let at = from; at < to; at++) {
      if (this.isBlank(at)) continue;
      const isApart = at + 1 >= to || this.isBlank(at + 1);
      if (!isApart || !this.isItemLike(at)) break;
      last = at + 1;
      count++;
    }
    return count > 1 ? last : from;
  }

  private isItemLike(index: number): boolean {
    const { source } = this.page;
    const line = this.line(index);
    const words = source.slice(firstInk(source, line), lastInk(source, line));
    return (
      words.length <= longestItem &&
      /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“*_[]/u.test(words) &&
      !/[.;:!?]$/.test(words)
    );
  }

  private paragraph(from: number, to: number): Paragraph {
    const text = this.page.inline.words(this.line(from).begin, this.line(to - 1).end);
    return { type: 'paragraph', span: text.span, text };
  }

  private enterTable({ rows, marks, next }: RawTable, at: number): void {
    const whole = { begin: this.line(at).begin, end: this.line(next - 1).end };
    const cells = rows.flatMap((row) => row.cells);
    enterMarks(this.page, whole, [...cells, ...(marks ?? [])], 'table-mark');
    for (const { begin, end } of marks ?? []) this.page.ledger?.hide(begin, end, 'tag');
  }

  private table({ rows: raw }: RawTable): Table[] {
    const rows = raw.map((row) => this.row(row));
    const [first, last] = [rows[0], rows.at(-1)];
    return first && last
      ? [{ type: 'table', span: spanning(first, last), isGrid: false, caption: null, rows }]
      : [];
  }

  private row({ begin, end, cells: found }: RawRow): Row {
    const { locator, inline } = this.page;
    let stretches = found;
    if (found.length > this.cellsLeft) {
      this.hasLeftRows = true;
      stretches = [{ begin: found[0]?.begin ?? begin, end }];
    }
    this.cellsLeft -= stretches.length;
    const cells = stretches.map((cell): Cell => {
      const text = inline.words(cell.begin, cell.end);
      return { type: 'cell', span: text.span, isHeader: false, text };
    });
    return { type: 'row', span: locator.span(begin, end), cells };
  }

  private bullet(index: number): Bullet | null {
    return bulletAt(this.page.source, this.line(index));
  }

  private line(index: number): Line {
    return this.page.locator.lines[index] as Line;
  }
}

function listOf(items: readonly Item[]): List {
  return { type: 'list', span: spanning(items[0] as Item, items.at(-1) as Item), items };
}

function indentOf(source: string, line: Line): number {
  return firstInk(source, line) - line.begin;
}
