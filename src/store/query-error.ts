/** What is wrong with a query, in words for who wrote it. */
import type { QueryPosition } from './sparql-service.js';

export const noService = 'SERVICE is not answered: nothing is ever fetched. Ask that endpoint itself.';

const updates = ['INSERT', 'DELETE', 'WITH', 'LOAD', 'CLEAR', 'CREATE', 'DROP', 'COPY', 'MOVE', 'ADD'];

/** @param keyword the first of the text, in upper case */
export function notAQuery(keyword: string): string {
  return updates.includes(keyword)
    ? 'This is an update, and the data is only asked, never changed.'
    : 'A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes.';
}

/**
 * @param expected what the parser would have taken at the place, in its own notation
 */
export function wrongAt(query: string, { line, column }: QueryPosition, expected: string): string {
  const text = query.split(/\n/)[line - 1] ?? '';
  const characters = [...text];
  const rest = characters.slice(column - 1).join('');
  const found = /^\s*$/.test(rest)
    ? 'the end of the line'
    : JSON.stringify(/^\s*(?:[\p{L}\p{N}_]+|\S)/u.exec(rest)?.[0].trim());
  const isEnd = line >= query.split('\n').length && /^\s*$/.test(rest);
  const wanted = readable(expected);
  const met = `${isEnd ? 'the end of the query' : found} is not expected here`;
  return `${met[0]?.toUpperCase()}${met.slice(1)}${wanted === '' ? '.' : `; ${wanted} would be.`}`;
}

/** Line and column, in code points, of an offset. */
export function positionOf(query: string, offset: number): QueryPosition {
  const before = query.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: [...before.slice(before.lastIndexOf('\n') + 1)].length + 1 };
}

const mostNamed = 8;

/** Of what a parser wants, keywords and marks; classes of characters tell nobody anything. */
function readable(expected: string): string {
  const items = expected
    .replace(/^one of /, '')
    .split(/,\s*(?=["A-Z[])/)
    .filter((item) => /^"[^"]+"$|^[A-Z][A-Z_ ]+$/.test(item.trim()))
    .map((item) => item.trim().replace(/^"(.*)"$/, '$1'));
  const named = items.slice(0, mostNamed);
  if (named.length === 0) return '';
  return named.length === 1 ? (named[0] as string) : `${named.slice(0, -1).join(' ')} or ${named.at(-1)}`;
}
