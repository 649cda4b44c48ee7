/** Languages by name, as BCP 47 tags (https://www.rfc-editor.org/info/bcp47). */
import type { Link } from '../article.js';
import { shapeOf } from './linked.js';
import { aroundLinks } from './linked-name.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/**
 * Reads every language that a field lists. A language that the tables do not know stays unread; what a link leads to says
 * more than its words: `[[Mandarin Chinese|Chinese]]`.
 */
export function readLanguages(
  text: string,
  tables: ValueTables,
  links: readonly Link[] = [],
): Reading<string> {
  const found: Found<string>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  const shape = shapeOf({ value: text, links });
  for (const { core, notes, ...piece } of splitPieces(shape, left)) {
    const parts = splitAt(shape, core, tables.looseSeparator, left);
    for (const part of parts) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread);
      left.push(...around.left);
      for (const { notes: beside, ...named } of around.named) {
        const { begin, end, share } = withoutShare(text, named);
        const target = links.find((link) => link.begin === begin && link.end === end)?.target ?? '';
        const tag = readLanguage(target, tables) ?? readLanguage(text.slice(begin, end), tables);
        const said = [...beside, ...share, ...notes];
        if (tag) found.push({ begin, end, value: tag, notes: said });
        else unread.push({ begin, end, reason: 'is no language known by that name', notes: said });
      }
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no language' });
  }
  return { found, unread, left };
}

/** "English 95.1%" and "95.1% English": the share is no part of the name. */
function withoutShare(text: string, { begin, end }: Range): Range & { readonly share: readonly Range[] } {
  const words = text.slice(begin, end);
  const [behind] = /\s+\d{1,3}(?:\.\d+)?\s?%$/.exec(words) ?? [];
  const [before] = /^\d{1,3}(?:\.\d+)?\s?%\s+/.exec(words) ?? [];
  if (behind !== undefined) {
    const at = end - behind.length;
    return { begin, end: at, share: [{ begin: at + behind.search(/\d/), end }] };
  }
  if (before === undefined) return { begin, end, share: [] };
  return { begin: begin + before.length, end, share: [{ begin, end: begin + before.trimEnd().length }] };
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
