import type { UsualWords } from '../../source/usual-words.js';

/** Longest mark of a note that is taken for one. */
const longestMark = 40;

/**
 * Where the mark of a note that begins with a bracket ends: `[1]`, `[^2]`, `[note 3]`, `[citation needed]`, `[a]` right
 * behind a word. Words that an editor put into a quotation, `[the] end`, are none.
 *
 * @returns 0 where there is none
 */
export function noteMarkAt(source: string, at: number, end: number, usual: UsualWords): number {
  if (source.charAt(at) !== '[') return 0;
  const linked = /^\[\[([^[\]\n]{1,30})\]\([^()\n]{0,500}\)\]/.exec(
    source.slice(at, Math.min(end, at + 600)),
  );
  if (linked && isMark(linked[1] as string, usual)) return at + linked[0].length;
  const close = source.slice(at + 1, Math.min(end, at + longestMark)).indexOf(']');
  if (close < 1) return 0;
  const behind = at + close + 2;
  const after = source.charAt(behind);
  const isDefinition = after === ':' && (at === 0 || /[\n\r]/.test(source.charAt(at - 1)));
  if (isDefinition || after === '(' || after === ']' || /[\p{L}\p{N}]/u.test(after)) return 0;
  if (!isMark(source.slice(at + 1, behind - 1), usual)) return 0;
  const isShort = behind - at === 3;
  const isBehindWord = at > 0 && !/\s/.test(source.charAt(at - 1));
  return isShort && !isBehindWord && !/\d/.test(source.charAt(at + 1)) ? 0 : behind;
}

/** Whether words that are a link are the mark of a note: `[[1]](#cite-1)`, `[edit](…)`. */
export function isNoteMark(source: string, begin: number, end: number, usual: UsualWords): boolean {
  if (end - begin > longestMark) return false;
  const words = /^\\?\[(.*?)\\?\]$/.exec(source.slice(begin, end))?.[1] ?? null;
  return words === null ? false : isMark(words, usual);
}

function isMark(words: string, usual: UsualWords): boolean {
  if (/^\^?\d{1,3}$/.test(words) || /^\^[\w-]{1,30}$/.test(words)) return true;
  return usual.isNoteMark(words.replace(/ \d{1,3}$/, ''));
}
