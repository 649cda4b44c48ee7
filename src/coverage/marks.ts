/** The marks of wikitext and of plain text, which are no words, by a rule of their own. */
import type { TextFormat } from '../source.js';
import type { ValueTables } from '../value/tables.js';
import type { Painter } from './painter.js';

/**
 * Marks that hold no letter: brackets, braces, bars, equals signs, quotes, and what begins a line. They count only where
 * no text shows them.
 */
const marks: Readonly<Record<TextFormat, RegExp>> = {
  wikitext:
    /\[\[:?|\]\]|[[\]]|\{+|\}+|\|[-+]?-*|!!?|=+|'{2,}|^[ \t]*[*#:;]+|^[ \t]*-{4,}|(?<=[|=][ \t]*)[*#]+|(?<=^[*#:; \t]*);|(?<=^;[^\n]*):/gm,
  plain: /^[\s|:-]+$|^\s*[-*•]+(?=\s)|^\s*=+|=+\s*$|\||:(?=\s|$)/gm,
};

export function paintMarks(painter: Painter, format: TextFormat): void {
  for (const { 0: mark, index } of painter.text.matchAll(marks[format]))
    painter.hide(index, index + mark.length, 'markup');
}

/** What joins the values of a field, each with the rule that leaves it out: signs, and words that are no value. */
export type Joints = readonly { readonly pattern: RegExp; readonly rule: string }[];

export function jointsOf({ conjunctions, neutralMoneyNotes }: ValueTables): Joints {
  return [
    { pattern: /<\/?[a-z][^<>]*>/gi, rule: 'tag' },
    { pattern: /[,;:/·•|()[\]&\-–—"“”'‘’.+*]/g, rule: 'separator' },
    // A work's author stands behind "by".
    { pattern: wholeWords([...conjunctions, 'by']), rule: 'conjunction' },
    { pattern: wholeWords([...neutralMoneyNotes]), rule: 'neutral-note' },
  ];
}

function wholeWords(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** They count only where no statement holds or keeps them. */
export function paintJoints(painter: Painter, joints: Joints, begin: number, end: number): void {
  const value = painter.text.slice(begin, end);
  for (const { pattern, rule } of joints)
    for (const { 0: words, index } of value.matchAll(pattern))
      painter.leaveOut(begin + index, begin + index + words.length, rule);
}
