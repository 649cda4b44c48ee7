import type { Source } from '../source.js';

/**
 * The articles of one file. In plain text a second line `= Title =` begins a second article: its lines are counted from
 * the file's beginning, and its files get a number behind their name.
 */
export function splitText(source: Source): Source[] {
  const { text, format } = source;
  const begins = format === 'wikitext' ? [] : titleLines(text);
  if (begins.length < 2) return [source];
  let line = 1;
  return begins.map((begin, index) => {
    const from = index === 0 ? 0 : begin;
    const part = text.slice(from, begins[index + 1]);
    const { title: _, target, ...rest } = source;
    const named = index === 0 ? { ...source, text: part } : { ...rest, text: part, firstLine: line };
    line += part.match(/\r\n|\r|\n/g)?.length ?? 0;
    return index === 0 || target === undefined ? named : { ...named, target: `${target}-${index + 1}` };
  });
}

/** Where the lines `= Title =` begin, of a text whose first line with words is one. */
function titleLines(text: string): number[] {
  const found: number[] = [];
  let first = '';
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const style = titleStyle(line);
    if (style !== null && (found.length === 0 || style === first)) {
      found.push(index);
      first = style;
    } else if (found.length === 0 && /[^\s\ufeff]/.test(line)) return [];
  }
  return found;
}

/**
 * One equals sign on each side, and none beside it, not even apart: `= = Section = =`. Titles of one file are written in one
 * way, with blanks or without; what is written otherwise is a section's.
 */
function titleStyle(line: string): 'apart' | 'tight' | null {
  const words = line.replace(/^\ufeff/, '').trim();
  if (words.length < 3 || !words.startsWith('=') || !words.endsWith('=')) return null;
  const title = words.slice(1, -1).trim();
  if (title === '' || title.startsWith('=') || title.endsWith('=')) return null;
  return /^=\s.*\s=$/s.test(words) ? 'apart' : 'tight';
}
