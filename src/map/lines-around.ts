import type { Text } from '../article.js';

interface Lines {
  readonly begin: number;
  readonly end: number;
  /** Whether they hold no wikitext of a template that is not known. */
  readonly isRead: boolean;
}

/** A text as runs of lines, with and without wikitext; a line break inside wikitext ends no line. */
export function linesAround({ value, qualities = [] }: Text): Lines[] {
  const lines: Lines[] = [];
  let from = 0;
  for (const { begin, end, isWikitext } of qualities) {
    if (!isWikitext) continue;
    const lineBreak = value.indexOf('\n', end);
    const lineEnd = lineBreak < 0 ? value.length : lineBreak;
    // It may begin on the line that the one before it ends.
    const before = begin < from ? lines.pop() : undefined;
    const lineBegin = before?.begin ?? Math.max(from, value.lastIndexOf('\n', begin) + 1);
    if (lineBegin > from) lines.push({ begin: from, end: lineBegin, isRead: true });
    lines.push({ begin: lineBegin, end: lineEnd, isRead: false });
    from = lineEnd;
  }
  if (from < value.length) lines.push({ begin: from, end: value.length, isRead: true });
  return lines;
}
