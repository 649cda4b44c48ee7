/** The marks of wikitext and of plain text, which are no words, by a rule of their own. */
import type { TextFormat } from '../source.js';
import type { Painter } from './painter.js';
import { fates } from './painter.js';

/**
 * Marks that hold no letter: brackets, braces, bars, equals signs, quotes, and what begins a line. They count only where
 * no text shows them.
 */
const marks: Readonly<Record<TextFormat, RegExp>> = {
  wikitext:
    /\[\[:?|\]\]|[[\]]|\{+|\}+|\|[-+]?-*|!!?|=+|'{2,}|^[ \t]*[*#:;]+|^[ \t]*-{4,}|(?<=[|=][ \t]*)[*#]+|(?<=^[*#:; \t]*);|(?<=^;[^\n]*):/gm,
  plain: /^\s*[-*•]+(?=\s)|^\s*=+|=+\s*$|\||:(?=\s|$)|^[\s|:-]+$/gm,
};

export function paintMarks(painter: Painter, format: TextFormat): void {
  for (const { 0: mark, index } of painter.text.matchAll(marks[format]))
    painter.hide(index, index + mark.length, 'markup');
}

/** Signs between the parts of a value, which are no words. */
const separators = /[,;:/·•|()[\]&\-–—"“”'‘’.+*]/g;

export function paintSeparators(painter: Painter, begin: number, end: number): void {
  for (const { index } of painter.text.slice(begin, end).matchAll(separators)) {
    const at = begin + index;
    if (painter.fate[at] === fates.shown) {
      painter.fate[at] = fates.lost;
      painter.hide(at, at + 1, 'separator');
    }
  }
}
