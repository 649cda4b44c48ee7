/** The queries that the query page offers: those that the package brings, each with what it answers. */
import { namedQueries } from '../../query/named-queries.js';
import type { Example } from './query-page.js';

let read: readonly Example[] | null = null;

export function examples(): readonly Example[] {
  read ??= namedQueries().map(({ name, description, text }) => ({
    name,
    title: `${description}.`,
    query: text.trim(),
  }));
  return read;
}
