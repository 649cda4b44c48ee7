/** The queries that the query page offers: those that the package brings, each with what its first line says of it. */
import { readExampleQueries } from '../../read/site-files.js';
import type { Example } from './query-page.js';

let read: readonly Example[] | null = null;

export function examples(): readonly Example[] {
  read ??= readExampleQueries().map(({ name, text }) => {
    const [, title = name] = /^#\s*([^\n]+)/.exec(text) ?? [];
    return { name, title, query: text.trim() };
  });
  return read;
}
