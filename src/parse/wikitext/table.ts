/** Tables: rows of cells, with merged cells in every row and column that they cover. */
import type { Cell, Row, Table, Text } from '../../article.js';
import { spanning } from '../../article.js';
import { codes } from './characters.js';
import type { Page, Render, Stretch } from './page.js';
import type { TextBuilder } from './text-builder.js';
import { kinds } from './tokens.js';
import { wordsOf } from './words.js';

/** The most that HTML lets a cell cover, and that we do. */
const mostColumns = 200;
const mostRows = 2000;
/** More cells than any article's tables have; behind them, merged cells are not repeated. */
const mostCells = 200_000;

interface RawCell extends Stretch {
  readonly isHeader: boolean;
  readonly attributes: string;
}

interface RawTable {
  caption: Stretch | null;
  readonly rows: RawCell[][];
}

/** Reads the table that a mark opens; null where it has no cells. */
export function readTable(page: Page, open: number, render: Render): Table | null {
  const raw = new TableReader(page, open).read();
  const words = (stretch: Stretch): Text => wordsOf(page, stretch, render) ?? noWords(page, stretch);
  const rows = toGrid(page, raw.rows, words);
  if (rows.length === 0) return null;
  const caption = raw.caption && words(raw.caption);
  const span = page.locator.trimmedSpan(
    page.tokens.begin[open] as number,
    page.tokens.end[page.tokens.mate[open] as number] as number,
  );
  return { type: 'table', span, isGrid: true, caption: caption?.value ? caption : null, rows };
}

/** A table among words, such as one in a cell of another: a line a row, with ` | ` between its cells. */
export function showTable(page: Page, open: number, out: TextBuilder, render: Render): void {
  const { caption, rows } = new TableReader(page, open).read();
  if (caption) {
    out.break(caption.begin);
    render(caption, out);
  }
  for (const row of rows) {
    out.break((row[0] as RawCell).begin);
    for (const [i, cell] of row.entries()) {
      if (i > 0) out.made(' | ', cell.begin, cell.begin);
      render(cell, out);
    }
  }
  out.break(page.tokens.end[page.tokens.mate[open] as number] as number);
}

/** Cuts a table at the beginnings of lines and at bars. */
class TableReader {
  /** The row that is being read. */
  private row: RawCell[] = [];
  private readonly table: RawTable = { caption: null, rows: [this.row] };
  /** The cell that is being read. */
  private cell: {
    begin: number;
    token: number;
    isHeader: boolean;
    attributes: string;
    barAllowed: boolean;
  } | null = null;
  private isCaption = false;
  /** Whether the rest of the line tells how a row looks. */
  private isSkipping = true;

  constructor(
    private readonly page: Page,
    private readonly open: number,
  ) {}

  read(): RawTable {
    const { tokens } = this.page;
    const close = tokens.mate[this.open] as number;
    for (let token = this.open + 1; token < close; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      if (kind === kinds.newline) token = this.line(token, close);
      else if (!this.isSkipping && (kind === kinds.pipe || kind === kinds.cellBreak)) this.bar(token);
      else if (kind === kinds.linkOpen && this.cell) this.cell.barAllowed = false;
    }
    this.finish(tokens.begin[close] as number);
    return { ...this.table, rows: this.table.rows.filter((row) => row.length > 0) };
  }

  /** What the first characters of a line say. @returns the last mark that was used up */
  private line(newline: number, close: number): number {
    const { source, units, tokens } = this.page;
    const lineBegin = tokens.end[newline] as number;
    let at = lineBegin;
    while (units[at] === codes.space || units[at] === codes.tab) at++;
    const code = units[at];
    if (code !== codes.bar && code !== codes.bang) {
      // What follows a row's own line belongs to no cell until one begins.
      return newline;
    }
    if (at >= (tokens.begin[close] as number)) return newline;
    this.finish(tokens.begin[newline] as number);
    const next = code === codes.bar ? source.charAt(at + 1) : '';
    this.isSkipping = next === '-';
    let begin = at + 1;
    if (next === '-') this.newRow();
    else if (next === '+') begin = at + 2;
    const token = tokenAt(this.page, newline + 1, begin);
    this.isCaption = next === '+';
    if (next !== '-')
      this.cell = { begin, token, isHeader: code === codes.bang, attributes: '', barAllowed: true };
    return token - 1;
  }

  private newRow(): void {
    this.row = [];
    this.table.rows.push(this.row);
  }

  private bar(token: number): void {
    const { source, units, tokens } = this.page;
    const at = tokens.begin[token] as number;
    const end = tokens.end[token] as number;
    const cell = this.cell;
    if (!cell) return;
    const isDouble = tokens.kind[token] === kinds.cellBreak;
    const isBang = isDouble && units[at] === codes.bang;
    if (isDouble && !(isBang && !cell.isHeader)) {
      const { isHeader } = cell;
      this.finish(at);
      this.cell = { begin: end, token: token + 1, isHeader, attributes: '', barAllowed: true };
    } else if (!isDouble && cell.barAllowed) {
      cell.attributes = source.slice(cell.begin, Math.min(at, cell.begin + 1000));
      cell.begin = end;
      cell.token = token + 1;
      cell.barAllowed = false;
    }
  }

  private withAttributes(cell: RawCell): RawCell {
    const { source, tokens } = this.page;
    if (cell.attributes !== '' || tokens.kind[cell.token] !== kinds.templateOpen) return cell;
    const { begin } = cell;
    const found = attributesBefore.exec(source.slice(begin, Math.min(cell.end, begin + longestAttributes)));
    if (!found) return cell;
    const words = begin + found[0].length;
    return { ...cell, begin: words, token: tokenAt(this.page, cell.token, words), attributes: found[0] };
  }

  private finish(end: number): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const { begin, token, isHeader, attributes } = cell;
    const raw: RawCell = { begin, end: Math.max(begin, end), token, isHeader, attributes };
    if (this.isCaption) this.table.caption ??= raw;
    else this.row.push(this.withAttributes(raw));
    this.isCaption = false;
  }
}

/** Attributes of a cell before a template that brings the bar between them and the words itself: `rowspan=2 {{won}}`. */
const attributesBefore = /^\s*(?:[a-z-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'|{]+)\s*)+(?=\{\{)/i;
const longestAttributes = 300;

/** Index of the first mark at or behind an offset. */
function tokenAt({ tokens }: Page, from: number, offset: number): number {
  let token = from;
  while (token < tokens.count && (tokens.begin[token] as number) < offset) token++;
  return token;
}

function noWords({ locator }: Page, { begin }: Stretch): Text {
  return { type: 'text', value: '', span: locator.span(begin, begin) };
}

interface Merged {
  readonly cell: Cell;
  rowsLeft: number;
}

/** As HTML lays tables out (https://html.spec.whatwg.org/#forming-a-table): merged cells push later ones aside. */
function toGrid(page: Page, raw: readonly (readonly RawCell[])[], words: (stretch: Stretch) => Text): Row[] {
  const above: (Merged | undefined)[] = [];
  let left = mostCells;
  return raw.map((rawCells) => {
    const cells: Cell[] = [];
    const own: Cell[] = [];
    const fill = (): void => {
      for (
        let merged = above[cells.length];
        left > 0 && merged && merged.rowsLeft > 0;
        merged = above[cells.length]
      ) {
        left--;
        merged.rowsLeft--;
        cells.push(merged.cell);
      }
    };
    for (const rawCell of rawCells) {
      fill();
      const text = words(rawCell);
      const cell: Cell = { type: 'cell', span: text.span, isHeader: rawCell.isHeader, text };
      own.push(cell);
      const columns = left > 0 ? covered(rawCell.attributes, 'colspan', mostColumns) : 1;
      const rows = left > 0 ? covered(rawCell.attributes, 'rowspan', mostRows) : 1;
      for (let i = 0; i < columns; i++) {
        above[cells.length] = rows > 1 ? { cell, rowsLeft: rows - 1 } : undefined;
        cells.push(cell);
      }
      left -= columns;
    }
    fill();
    const span = page.locator.trimmedSpan((rawCells[0] as RawCell).begin, (rawCells.at(-1) as RawCell).end);
    const [first, last] = [own[0] as Cell, own.at(-1) as Cell];
    return { type: 'row', span: span.end > span.begin ? span : spanning(first, last), cells };
  });
}

/** How many rows or columns a cell covers, from 1. */
function covered(attributes: string, name: 'rowspan' | 'colspan', most: number): number {
  if (!attributes.includes('span')) return 1;
  const match = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,5})`, 'i').exec(attributes);
  return Math.min(Math.max(1, Number(match?.[1] ?? 1)), most);
}
