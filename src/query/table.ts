/** Results as a table for people. */
import { shorten } from '../rdf/vocabulary.js';
import { printable } from '../source/printable.js';
import type { ResultTerm, Rows } from './results.js';
import { fitted, fittedEnd, padded, widthOf } from './text-width.js';

const gap = '  ';

/** A column is not made narrower than that, however many there are. */
const narrowest = 8;

/** Nor wider: a section's text would push all others out of sight. */
const widest = 100;

/**
 * A line of names, a line under it, and a line for each solution.
 *
 * @param width room that a line may take; values that need more are cut
 */
export function writeTable({ variables, rows }: Rows, width: number | null): string {
  if (variables.length === 0) return '';
  const names = variables.map(harmless);
  const cells = rows.map((row) => row.map((term) => (term ? cellOf(term) : '')));
  const natural = names.map((name, column) =>
    Math.min(
      widest,
      cells.reduce((most, row) => Math.max(most, widthOf(row[column] as string)), widthOf(name)),
    ),
  );
  const widths = width === null ? natural : narrowed(natural, width - gap.length * (names.length - 1));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const room = widths[column] as number;
        return padded(cell.startsWith('<http') ? fittedEnd(cell, room) : fitted(cell, room), room);
      })
      .join(gap)
      .trimEnd();
  const rule = widths.map((cellsWide) => '─'.repeat(cellsWide)).join(gap);
  return [line(names), rule, ...cells.map(line)].map((text) => `${text}\n`).join('');
}

/** Takes from the widest columns, one after the other, until all fit. */
function narrowed(natural: readonly number[], room: number): number[] {
  const widths = [...natural];
  for (let over = sum(widths) - room; over > 0; over = sum(widths) - room) {
    const most = Math.max(...widths);
    const next = Math.max(narrowest, ...widths.filter((width) => width < most));
    const columns = widths.filter((width) => width === most).length;
    const taken = Math.min(most - next, Math.ceil(over / columns));
    if (taken <= 0) break;
    for (const [column, width] of widths.entries()) if (width === most) widths[column] = width - taken;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function cellOf({ type, value }: ResultTerm): string {
  if (type === 'uri') return harmless(shortIri(value));
  return harmless(type === 'bnode' ? `_:${value}` : value);
}

function shortIri(iri: string): string {
  const short = shorten(iri);
  return short === iri ? `<${iri}>` : short;
}

/**
 * Text of articles must neither steer a terminal nor break a line: line breaks and tabs are drawn, other controls, and
 * invisible characters that turn or hide what follows, are shown as their code points.
 */
function harmless(text: string): string {
  const drawn = text
    .toWellFormed()
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '↵')
    .replace(/\t/g, '⇥');
  return printable(drawn).replace(/(?![\u200c\u200d])\p{Cf}/gu, (character) => {
    const code = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}
