/**
 * Tables: rows of cells, with merged cells in every row and column that they cover
 * (https://www.mediawiki.org/wiki/Help:Tables).
 */
import type { Cell, Reference, Row, Table, Text } from '../../article.js';
import { spanning } from '../../article.js';
import { nameAtGlance, withoutComments } from './call.js';
import { codes } from './characters.js';
import type { Page, Render, Stretch } from './page.js';
import { enterMark } from './page.js';
import type { TextBuilder } from './text-builder.js';
import { kinds } from './tokens.js';
import { countCellWords } from './unshown.js';
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
  readonly caption: RawCell | null;
  readonly rows: readonly (readonly RawCell[])[];
  /** What stands in the table and in no cell; it is shown before the table. */
  readonly outside: readonly Stretch[];
}

/** What was read of a table. */
export interface ReadTable {
  /** What is shown before it. */
  readonly outside: readonly Stretch[];
  /** Null if it has no cells; then its caption is words like others. */
  readonly table: Table | null;
}

export function readTable(page: Page, open: number, render: Render): ReadTable {
  const { caption, rows, outside } = new TableReader(page, open).read();
  const words = (stretch: Stretch): Text => wordsOf(page, stretch, render) ?? noWords(page, stretch);
  if (rows.length === 0) return { outside: caption ? [caption, ...outside] : outside, table: null };
  const title = caption && words(caption);
  const span = page.locator.trimmedSpan(
    page.tokens.begin[open] as number,
    page.tokens.end[page.tokens.mate[open] as number] as number,
  );
  const grid = toGrid(page, rows, words);
  return {
    outside,
    table: { type: 'table', span, isGrid: true, caption: title?.value ? title : null, rows: grid },
  };
}

/** A table among words, such as one in a cell of another: a line a row, with ` | ` between its cells. */
export function showTable(page: Page, open: number, out: TextBuilder, render: Render): void {
  const { caption, rows, outside } = new TableReader(page, open).read();
  for (const stretch of caption ? [caption, ...outside].sort((a, b) => a.begin - b.begin) : outside) {
    out.break(stretch.begin);
    render(stretch, out);
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

/** A cell that is being read, or the caption. */
interface OpenCell {
  begin: number;
  token: number;
  readonly isHeader: boolean;
  readonly isCaption: boolean;
  attributes: string;
  /** Whether a single bar would end its attributes. */
  barAllowed: boolean;
}

/**
 * What a line of a table is: the table's own, whose words are attributes, that of a row, one that begins cells, or one
 * that goes on with a cell, in which bars are words.
 */
type LineKind = 'table' | 'row' | 'cells' | 'words';

/** Cuts a table at the beginnings of lines and, in lines that begin cells, at bars. */
class TableReader {
  private readonly rows: RawCell[][] = [[]];
  private readonly outside: Stretch[] = [];
  private caption: RawCell | null = null;
  private cell: OpenCell | null = null;
  private lineKind: LineKind = 'table';
  /** Where what belongs to no cell begins, with its first mark. */
  private stray: { readonly begin: number; readonly token: number } | null = null;

  constructor(
    private readonly page: Page,
    private readonly open: number,
  ) {}

  read(): RawTable {
    const { tokens } = this.page;
    const close = tokens.mate[this.open] as number;
    for (const token of [this.open, close]) enterMark(this.page, token);
    this.enterIndent(tokens.begin[this.open] as number);
    this.enterStyle(tokens.end[this.open] as number);
    for (let token = this.open + 1; token < close; token = tokens.after(token)) {
      const kind = tokens.kind[token];
      if (kind === kinds.newline) token = this.line(token, close);
      else if (kind === kinds.templateOpen && this.lineKind === 'table') this.template(token);
      else if (this.lineKind === 'cells') token = this.mark(token);
    }
    this.finish(tokens.begin[close] as number);
    return {
      caption: this.caption,
      rows: this.rows.filter((row) => row.length > 0),
      outside: this.outside,
    };
  }

  /** What the first characters of a line say. @returns the last mark that was used up */
  private line(newline: number, close: number): number {
    const { source, units, tokens } = this.page;
    const end = tokens.begin[close] as number;
    const lineBegin = tokens.end[newline] as number;
    let at = lineBegin;
    let token = newline + 1;
    for (;;) {
      while (units[at] === codes.space || units[at] === codes.tab) at++;
      if (token >= close || tokens.kind[token] !== kinds.comment || tokens.begin[token] !== at) break;
      at = tokens.end[token++] as number;
    }
    const isMadeBar = tokens.kind[token] === kinds.madeBar && tokens.begin[token] === at;
    const isHeader = units[at] === codes.bang;
    if (at >= end || !(isMadeBar || isHeader || units[at] === codes.bar)) {
      this.lineKind = 'words';
      if (!this.cell) this.stray ??= { begin: lineBegin, token: newline + 1 };
      return newline;
    }
    this.finish(tokens.begin[newline] as number);
    const behind = isMadeBar ? (tokens.end[token] as number) : at + 1;
    const next = isHeader ? '' : source.charAt(behind);
    const marked = next === '-' || next === '+' ? behind + 1 : behind;
    this.page.ledger?.hide(at, marked, 'markup');
    if (next === '-') {
      this.lineKind = 'row';
      this.enterStyle(marked);
      this.rows.push([]);
      return tokenAt(this.page, token, behind) - 1;
    }
    this.lineKind = 'cells';
    this.begin(marked, token, isHeader, next === '+');
    return (this.cell as unknown as OpenCell).token - 1;
  }

  /** What stands behind the marks of a table or row tells how it looks, to the end of the line. */
  private enterStyle(begin: number): void {
    const { ledger, source } = this.page;
    if (!ledger) return;
    const end = source.indexOf('\n', begin);
    ledger.hide(begin, end < 0 ? source.length : end, 'table-style');
  }

  /** A table may be indented by colons. */
  private enterIndent(end: number): void {
    const { ledger, units } = this.page;
    let begin = end;
    while (units[begin - 1] === codes.colon) begin--;
    ledger?.hide(begin, end, 'markup');
  }

  private begin(begin: number, from: number, isHeader: boolean, isCaption: boolean): void {
    const token = tokenAt(this.page, from, begin);
    this.cell = { begin, token, isHeader, isCaption, attributes: '', barAllowed: true };
  }

  /** A template in a table's own line brings attributes, unless it is a box of fields. */
  private template(token: number): void {
    const { tokens } = this.page;
    const close = tokens.mate[token] as number;
    const does = nameAtGlance(this.page, token);
    if (close < token || (does?.action && does.action.does !== 'infobox')) return;
    const end = tokens.end[close] as number;
    this.outside.push({ begin: tokens.begin[token] as number, end, token });
  }

  /** A mark in a line that begins cells. @returns the last mark that was used up */
  private mark(token: number): number {
    const { source, units, tokens } = this.page;
    const { cell } = this;
    if (!cell) return token;
    const kind = tokens.kind[token];
    const at = tokens.begin[token] as number;
    if (kind === kinds.linkOpen) cell.barAllowed = false;
    const isBar = kind === kinds.pipe || kind === kinds.madeBar;
    const last = isBar && this.isBarAt(token + 1, tokens.end[token] as number) ? token + 1 : token;
    const isBang = kind === kinds.cellBreak && units[at] === codes.bang;
    if (last > token || kind === kinds.cellBreak) {
      if (cell.isCaption || (isBang && !cell.isHeader)) return last;
      for (let bar = token; bar <= last; bar++) enterMark(this.page, bar);
      this.finish(at);
      this.begin(tokens.end[last] as number, last + 1, cell.isHeader, false);
    } else if (isBar && cell.barAllowed) {
      cell.attributes = source.slice(cell.begin, Math.min(at, cell.begin + 1000));
      this.enterAttributes(cell.begin, at);
      enterMark(this.page, token);
      cell.begin = tokens.end[token] as number;
      cell.token = token + 1;
      cell.barAllowed = false;
    }
    return last;
  }

  /** What stands before the bar of a cell is no words, even if it is no attribute; then a problem tells of it. */
  private enterAttributes(begin: number, end: number): void {
    const words = withoutComments(this.page.source.slice(begin, Math.min(end, begin + 1000)));
    if (words.includes('=') || /^(?:nowrap|\{\{.*\}\})?$/s.test(words))
      this.page.ledger?.hide(begin, end, 'cell-style');
    else countCellWords(this.page, begin, end);
  }

  private isBarAt(token: number, at: number): boolean {
    const { tokens } = this.page;
    const kind = tokens.kind[token];
    return tokens.begin[token] === at && (kind === kinds.pipe || kind === kinds.madeBar);
  }

  private withAttributes(cell: RawCell): RawCell {
    const { source, tokens } = this.page;
    if (cell.attributes !== '' || tokens.kind[cell.token] !== kinds.templateOpen) return cell;
    const { begin } = cell;
    const found = attributesBefore.exec(source.slice(begin, Math.min(cell.end, begin + longestAttributes)));
    if (!found) return cell;
    const words = begin + found[0].length;
    this.page.ledger?.hide(begin, words, 'cell-style');
    return { ...cell, begin: words, token: tokenAt(this.page, cell.token, words), attributes: found[0] };
  }

  /** Ends what is being read. */
  private finish(end: number): void {
    const { cell, stray } = this;
    this.cell = null;
    this.stray = null;
    if (stray && stray.begin < end) this.outside.push({ ...stray, end });
    if (!cell) return;
    const { begin, token, isHeader, isCaption, attributes } = cell;
    const raw: RawCell = { begin, end: Math.max(begin, end), token, isHeader, attributes };
    if (!isCaption) this.rows.at(-1)?.push(this.withAttributes(raw));
    else if (this.caption) this.outside.push(raw);
    else this.caption = raw;
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

/** What a cell without words cites. */
function citedIn(
  { cited, tokens }: Page,
  { token: first, end }: RawCell,
  { value }: Text,
): Pick<Cell, 'references'> {
  if (!cited || value !== '') return {};
  const references: Reference[] = [];
  for (let token = first; token < tokens.count && (tokens.begin[token] as number) < end; token++) {
    const found = cited.at.get(token);
    if (found) references.push({ ...found, at: 0 });
  }
  return references.length === 0 ? {} : { references };
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
      const cell: Cell = {
        type: 'cell',
        span: text.span,
        isHeader: rawCell.isHeader,
        text,
        ...citedIn(page, rawCell, text),
      };
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

const spans = {
  rowspan: /rowspan\s*=\s*["']?\s*(\d{1,5})/i,
  colspan: /colspan\s*=\s*["']?\s*(\d{1,5})/i,
} as const;

/** How many rows or columns a cell covers, from 1. */
function covered(attributes: string, name: keyof typeof spans, most: number): number {
  if (attributes === '') return 1;
  const match = spans[name].exec(attributes);
  return Math.min(Math.max(1, Number(match?.[1] ?? 1)), most);
}
