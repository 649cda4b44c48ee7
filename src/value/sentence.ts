/** Sentences of English prose. */
import { isAbbreviation, isInitialism } from './abbreviation.js';
import { matchesOf } from './matches.js';
import type { Range } from './pieces.js';
import { trimRange } from './pieces.js';
import type { ValueTables } from './tables.js';

/** What may stand between the sign that ends a sentence and the blank behind it: quotation marks, brackets, footnotes. */
const tail = /^["”’'»)\]]*(?:\[[^[\]\s]{1,12}\])*/u;
const enders = /[.!?…。！？]/g;

/**
 * The sentences of a text, in UTF-16 units, without the blanks between them. Linear.
 *
 * A sign that may end a sentence does so where a blank and the beginning of another follow. It does not behind an
 * abbreviation (`Dr.`), between quotation marks whose other half follows, or inside a stretch that is one whatever it
 * holds, such as a link (`Monsters, Inc.`). Initials (`U.S.`) and abbreviations that end names (`Inc.`) end one only where a word follows that begins many.
 *
 * @param within stretches that hold no end of a sentence (`solid`), and the text's quotations, both in order
 */
export function findSentences(
  text: string,
  within: { readonly solid: readonly Range[]; readonly quotations: readonly Range[] },
  tables: ValueTables,
): Range[] {
  const found: Range[] = [];
  const inSolid = insideOf(within.solid);
  const inQuotation = insideOf(within.quotations);
  let from = 0;
  for (const { index } of matchesOf(enders, text)) {
    if (index < from || inSolid(index)) continue;
    const rest = tail.exec(text.slice(index + 1, index + 1 + longestTail))?.[0] ?? '';
    const end = index + 1 + rest.length;
    // Behind the closing mark the quotation is over.
    if (inQuotation(end) || !beginsSentence(text, end) || isPause(text, index, end)) continue;
    if (text.charAt(index) === '.' && rest === '' && !endsDespiteStop(text, index, end, tables)) continue;
    const range = trimRange(text, from, end);
    if (range.begin < range.end) found.push(range);
    from = end;
  }
  const last = trimRange(text, from, text.length);
  if (last.begin < last.end) found.push(last);
  return found;
}

/**
 * Stretches of a text that hold no end of a sentence, in order: links, and what is called by names that have a sign in them by
 * which sentences end.
 */
export function solidStretches(text: string, links: readonly Range[], names: readonly string[]): Range[] {
  const found = links.map(({ begin, end }) => ({ begin, end }));
  for (const name of new Set(names)) {
    if (!/[.!?]/.test(name)) continue;
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      found.push({ begin: at, end: at + name.length + 1 });
    }
  }
  return found.sort((a, b) => a.begin - b.begin);
}

const longestTail = 40;

function beginsSentence(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (text.charAt(at) === '\n') return true;
  return /^\s+["“‘'«([]?[\p{Lu}\p{Lt}\p{Lo}\p{N}?$£€]/u.test(text.slice(at, at + 12));
}

/** "100 Years... 100 Songs" */
function isPause(text: string, stop: number, end: number): boolean {
  return (
    /\.\.\.$|…$/.test(text.slice(Math.max(0, stop - 2), stop + 1)) && /^\s+\d/.test(text.slice(end, end + 4))
  );
}

/** Whether a full stop ends a sentence though it may belong to its word. */
function endsDespiteStop(text: string, stop: number, end: number, tables: ValueTables): boolean {
  if (end >= text.length || !isAbbreviation(text, stop, tables.abbreviations)) return true;
  const isWeak = isInitialism(text, stop) || tables.endAbbreviations.has(lastWord(text, stop));
  const next = /^\s+(\p{L}+)/u.exec(text.slice(end, end + longestTail))?.[1];
  return isWeak && next !== undefined && tables.sentenceStarters.has(next);
}

function lastWord(text: string, at: number): string {
  return /\p{L}*$/u.exec(text.slice(Math.max(0, at - longestTail), at))?.[0] ?? '';
}

/** How long a quotation may be that a sentence's end may stand in. */
const longestQuotation = 1500;

const quotationMark = /["“”]/g;

/**
 * Stretches between a pair of quotation marks, marks included; those inside another are a part of it. What is never closed
 * begins none.
 */
export function findQuotations(text: string): Range[] {
  const found: Range[] = [];
  const open: number[] = [];
  for (const { 0: mark, index } of matchesOf(quotationMark, text)) {
    while (open.length > 0 && index - (open[0] as number) > longestQuotation) open.shift();
    if (mark === '“' || (mark === '"' && /^$|[\s([{—–\-/]/.test(text.charAt(index - 1)))) {
      open.push(index);
      continue;
    }
    const begin = open.pop();
    if (begin === undefined) continue;
    while ((found.at(-1)?.begin ?? -1) > begin) found.pop();
    found.push({ begin, end: index + 1 });
  }
  return found;
}

/** Whether an offset lies inside one of the ranges; to be asked with growing offsets. */
function insideOf(ranges: readonly Range[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while (next < ranges.length && (ranges[next] as Range).end <= at) next++;
    const range = ranges[next];
    return range !== undefined && range.begin < at && at < range.end;
  };
}
