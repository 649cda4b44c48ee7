import type { Block, Paragraph, Row, Text } from '../article.js';

/** Whether a block is a paragraph of words, and not the wikitext of a template that is not known. */
export function isProse(block: Block): block is Paragraph {
  return block.type === 'paragraph' && !template.test(block.text.value);
}

const template = /^\{\{[^{}]*(?:\{\{[^{}]*\}\}[^{}]*)*\}\}$/;

/** Blocks as plain text: bullets and bars as the plain rendering writes them, a blank line between blocks; captions too. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return block.text.value;
    case 'list':
      return block.items.map(({ level, text }) => `${indent(level)}- ${text.value}`).join('\n');
    case 'table':
      return [...(block.caption ? [block.caption.value] : []), ...block.rows.map(rowText)].join('\n');
  }
}

function rowText(row: Row): string {
  return `|${row.cells.map(({ text }) => (text.value === '' ? ' ' : ` ${text.value} `)).join('|')}|`;
}

/** A row as it stands, with its place. */
export function rowWords(row: Row): Text {
  return { type: 'text', value: rowText(row), span: row.span };
}

/** Depth is worth seeing up to a point; ten thousand levels are not worth the square of their number. */
const deepest = 20;

function indent(level: number): string {
  return '  '.repeat(Math.min(level, deepest) - 1);
}
