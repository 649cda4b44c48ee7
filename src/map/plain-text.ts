import type { Block, Cell, Heading, Paragraph, Row, Text } from '../article.js';

/** Whether a block is a paragraph of words, and not the wikitext of a template that is not known. */
export function isProse(block: Block): block is Paragraph {
  return block.type === 'paragraph' && !template.test(block.text.value);
}

const template = /^\{\{[^{}]*(?:\{\{[^{}]*\}\}[^{}]*)*\}\}$/;

/** The words of a text that are meant for people: without the wikitext of templates that are not known. */
export function wordsForPeople({ value, qualities }: Text): string {
  if (qualities === undefined) return value;
  const wikitext = qualities.filter(({ isWikitext }) => isWikitext);
  if (wikitext.length === 0) return value;
  let words = '';
  let from = 0;
  for (const { begin, end } of wikitext) {
    const before = value.slice(from, begin);
    words +=
      /(?:^|\s)$/.test(words + before) && /^[\s,.;:)!?]?$/.test(value.charAt(end))
        ? before.trimEnd()
        : before;
    from = end;
  }
  return (words + value.slice(from)).trim();
}

/** The words of a heading, without the wikitext of templates that are not known if anything else is in it. */
export function headingWords({ text }: Heading): string {
  return wordsForPeople(text) || text.value;
}

/** Blocks as plain text: bullets and bars as the plain rendering writes them, a blank line between blocks; captions too. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return wordsForPeople(block.text);
    case 'list':
      return block.items
        .flatMap(({ level, text }) => {
          const words = wordsForPeople(text);
          return words === '' ? [] : [`${indent(level)}- ${words}`];
        })
        .join('\n');
    case 'table': {
      // One whose cells hold nothing that is shown, such as a frame around an infobox, is no table for people.
      const isEmpty = block.rows.every(({ cells }) => cells.every(({ text }) => wordsForPeople(text) === ''));
      return [
        ...(block.caption ? [wordsForPeople(block.caption)] : []),
        ...(isEmpty ? [] : block.rows.map((row) => rowText(row))),
      ].join('\n');
    }
  }
}

function rowText(row: Row, shown = wordsForPeople): string {
  return `|${row.cells.map(({ text }) => ` ${shown(text)} `.replace(/^ {2}$/, ' ')).join('|')}|`;
}

/** A row as it stands, with its place. A cell that is merged over it from a row above has its words there, and none here. */
export function rowWords({ cells, span, ...row }: Row): Text {
  const own = cells.filter((cell, i) => cell !== cells[i - 1]);
  const isAbove = (cell: Cell): boolean => cell.span.begin < span.begin;
  const shown = own.map((cell) => (isAbove(cell) ? { ...cell, text: { ...cell.text, value: '' } } : cell));
  return { type: 'text', value: rowText({ ...row, span, cells: shown }, ({ value }) => value), span };
}

/** Depth is worth seeing up to a point; ten thousand levels are not worth the square of their number. */
const deepest = 20;

function indent(level: number): string {
  return '  '.repeat(Math.min(level, deepest) - 1);
}
