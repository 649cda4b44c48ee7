/** What is wrong with a query, in words for who wrote it. */
import type { QueryPosition } from './sparql-service.js';

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
  const before = characters.slice(0, column - 1).join('');
  const rest = characters.slice(column - 1).join('');
  const prefix = expected.includes('Prefix not found')
    ? /(?:^|[^\p{L}\p{N}_.-])([\p{L}\p{N}_.-]*):[^\s:;,(){}]*$/u.exec(before)?.[1]
    : undefined;
  if (prefix !== undefined)
    return `The prefix ${prefix}: is not declared; add PREFIX ${prefix}: <…> before the query.`;
  const found = /^\s*$/.test(rest)
    ? 'the end of the line'
    : JSON.stringify(/^\s*(?:[\p{L}\p{N}_]+|\S)/u.exec(rest)?.[0].trim());
  const isEnd = line >= query.split('\n').length && /^\s*$/.test(rest);
  const wanted = readable(expected);
  const met = `${isEnd ? 'the end of the query' : found} is not expected here`;
  return `${met[0]?.toUpperCase()}${met.slice(1)}${wanted === '' ? '.' : `; ${wanted} would be.`}`;
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
