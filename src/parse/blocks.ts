import type { Block, Cell, Item, List, Paragraph, Row, Table } from '../article.js';
import { spanning } from '../article.js';
import { bulletAt, firstInk, isBlank, isEmptyHeading, isTableLine } from './line-kinds.js';
import type { Line, Locator } from './locator.js';

/** More cells than the tables of any article have together; it bounds memory. */
const mostCells = 1_000_000;

/** Reads runs of lines into paragraphs, lists and tables. */
export class BlockReader {
  /** Whether a row was not cut into cells, because there would be too many in all. */
  hasLeftRows = false;
  private cellsLeft = mostCells;

  constructor(private readonly locator: Locator) {}

  /** The blocks of the lines from `from` up to, not including, `to`. */
  read(from: number, to: number): Block[] {
    const blocks: Block[] = [];
    for (let at = from; at < to; ) {
      const kind = this.kindOf(at);
      let end = at + 1;
      while (end < to && this.kindOf(end) === kind) end++;
      if (kind === 'list') blocks.push(this.list(at, end));
      else if (kind === 'table') blocks.push(...this.table(at, end));
      else if (kind === 'paragraph') blocks.push(this.paragraph(at, end));
      at = end;
    }
    return blocks;
  }

  private kindOf(index: number): Block['type'] | 'blank' {
    const line = this.line(index);
    const text = this.locator.source;
    if (isBlank(text, line) || isEmptyHeading(text, line)) return 'blank';
    if (isTableLine(text, line)) return 'table';
    return bulletAt(text, line) ? 'list' : 'paragraph';
  }

  private paragraph(from: number, to: number): Paragraph {
    const text = this.locator.text(this.line(from).begin, this.line(to - 1).end);
    return { type: 'paragraph', span: text.span, text };
  }

  /** Levels come from what each bullet is indented deeper than, so any step of indentation will do. */
  private list(from: number, to: number): List {
    const items: Item[] = [];
    const open: number[] = [];
    for (let at = from; at < to; at++) {
      const line = this.line(at);
      const bullet = bulletAt(this.locator.source, line);
      if (!bullet) throw new Error(`line ${at + 1} was taken for a bullet and is none`);
      while (open.length > 0 && (open.at(-1) as number) >= bullet.indent) open.pop();
      open.push(bullet.indent);
      const text = this.locator.text(bullet.begin, bullet.end);
      const begin = firstInk(this.locator.source, line);
      items.push({ type: 'item', span: this.locator.span(begin, line.end), level: open.length, text });
    }
    return { type: 'list', span: spanning(items[0] as Item, items.at(-1) as Item), items };
  }

  private table(from: number, to: number): Table[] {
    const rows: Row[] = [];
    for (let at = from; at < to; at++) {
      const row = this.row(this.line(at));
      if (!isRule(row)) rows.push(row);
    }
    const [first, last] = [rows[0], rows.at(-1)];
    return first && last
      ? [{ type: 'table', span: spanning(first, last), isGrid: false, caption: null, rows }]
      : [];
  }

  /** Cells stand between bars; `\|` is a bar that belongs to a cell. */
  private row(line: Line): Row {
    const source = this.locator.source;
    const bars: number[] = [];
    const begin = firstInk(source, line);
    for (let at = begin; at < line.end; at++) {
      if (source.charAt(at) === '\\') at++;
      else if (source.charAt(at) === '|') bars.push(at);
    }
    const lastBar = bars.at(-1) ?? begin;
    if (source.slice(lastBar + 1, line.end).trim() !== '') bars.push(line.end);
    const cells: Cell[] = [];
    if (bars.length - 1 > this.cellsLeft) {
      this.hasLeftRows = true;
      bars.splice(1, bars.length - 1, line.end);
    }
    this.cellsLeft -= bars.length - 1;
    for (let i = 1; i < bars.length; i++) {
      const text = this.locator.text((bars[i - 1] as number) + 1, bars[i] as number);
      cells.push({ type: 'cell', span: text.span, isHeader: false, text });
    }
    return { type: 'row', span: this.locator.span(begin, line.end), cells };
  }

  private line(index: number): Line {
    return this.locator.lines[index] as Line;
  }
}

/** A line of `---` and `:--:`, with which some renderings underline a table's header. */
function isRule({ cells }: Row): boolean {
  const texts = cells.map(({ text }) => text.value);
  return texts.every((text) => /^:?-+:?$/.test(text)) && texts.some((text) => text.length > 1);
}
