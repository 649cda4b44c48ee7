/** Languages by name, as BCP 47 tags (https://www.rfc-editor.org/info/bcp47). */
import type { Found, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/** Reads every language that a field lists. A language that the tables do not know stays unread. */
export function readLanguages(text: string, tables: ValueTables): Reading<string> {
  const found: Found<string>[] = [];
  const unread: Unread[] = [];
  for (const piece of splitPieces(text)) {
    const { begin, end } = piece.core;
    const parts = splitLanguages(text.slice(begin, end));
    for (const part of parts) {
      const range = { begin: begin + part.begin, end: begin + part.end };
      const tag = readLanguage(text.slice(range.begin, range.end), tables);
      if (tag) found.push({ ...range, value: tag });
      else unread.push({ ...range, reason: 'is no language known by that name' });
    }
    if (parts.length === 0) unread.push({ begin: piece.begin, end: piece.end, reason: 'names no language' });
  }
  return { found, unread };
}

/** The tag of one language; null where it is not known. */
export function readLanguage(text: string, tables: ValueTables): string | null {
  const label = text.trim().toLowerCase();
  const known = tables.languages.get(label);
  if (known) return known;
  const suffix = tables.languageSuffixes.find(
    (word) => label.endsWith(` ${word}`) || label.endsWith(`-${word}`),
  );
  return (suffix && tables.languages.get(label.slice(0, -suffix.length - 1))) || null;
}

function splitLanguages(text: string): { begin: number; end: number }[] {
  const parts: { begin: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/\s*\/\s*|\s+&\s+|^and\s+|\s+and\s+|\s+-\s+/gi)) {
    if (match.index > from) parts.push({ begin: from, end: match.index });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ begin: from, end: text.length });
  return parts;
}
