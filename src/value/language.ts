/** Languages by name, as BCP 47 tags (https://www.rfc-editor.org/info/bcp47). */
import type { Found, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/** Reads every language that a field lists. A language that the tables do not know stays unread. */
export function readLanguages(text: string, tables: ValueTables): Reading<string> {
  const found: Found<string>[] = [];
  const unread: Unread[] = [];
  for (const { core, notes, ...piece } of splitPieces(text)) {
    const parts = splitAt(text, core, tables.looseSeparator);
    for (const part of parts) {
      const tag = readLanguage(text.slice(part.begin, part.end), tables);
      if (tag) found.push({ ...part, value: tag, notes });
      else unread.push({ ...part, reason: 'is no language known by that name' });
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no language' });
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
