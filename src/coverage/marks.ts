/** The marks of wikitext, which are no words, by a rule of their own. */
import type { Painter } from './painter.js';

/**
 * Marks that hold no letter: brackets, braces, bars, equals signs, quotes, and what begins a line. They count only where
 * no text shows them.
 */
const marks =
  /\[\[:?|\]\]|[[\]]|\{+|\}+|\|[-+]?-*|!!?|=+|'{2,}|^[ \t]*[*#:;]+|^[ \t]*-{4,}|(?<=[|=][ \t]*)[*#]+|(?<=^[*#:; \t]*);|(?<=^;[^\n]*):/gm;

export function paintMarks(painter: Painter): void {
  for (const { 0: mark, index } of painter.text.matchAll(marks))
    painter.hide(index, index + mark.length, 'markup');
}
