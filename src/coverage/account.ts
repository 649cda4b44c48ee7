/** Sums up what became of the characters of a source. */
import type { Painter } from './painter.js';
import { fates } from './painter.js';
import type { Region } from './regions.js';
import { regions } from './regions.js';

export const fateNames = ['fact', 'kept', 'hidden', 'reported', 'lost'] as const;

export type Fate = (typeof fateNames)[number];

/** Characters by what became of them. */
export type Counts = Record<Fate, number>;

/** A stretch of a line that one thing became of. */
export interface FoundStretch {
  /** From 1; columns in code points. */
  readonly line: number;
  readonly column: number;
  readonly words: string;
  readonly region: Region;
}

export interface Account {
  /** Of each region; white space does not count. */
  readonly counts: Readonly<Record<Region, Readonly<Counts>>>;
  readonly lost: readonly FoundStretch[];
  /** What is hidden, by the name of the rule. */
  readonly hidden: ReadonlyMap<string, readonly FoundStretch[]>;
}

export function noCounts(): Counts {
  return { fact: 0, kept: 0, hidden: 0, reported: 0, lost: 0 };
}

export function sumUp(painter: Painter, regionAt: Uint8Array): Account {
  const { text, rules } = painter;
  const counts = Object.fromEntries(regions.map((region) => [region, noCounts()])) as Record<Region, Counts>;
  const lost: FoundStretch[] = [];
  const hidden = new Map<string, FoundStretch[]>(rules.map((name) => [name, []]));
  let begin = 0;
  for (const [index, { length }] of text.split(/\r\n|\r|\n/).entries()) {
    for (const run of runsOf(painter, regionAt, begin, begin + length)) {
      const words = text.slice(run.begin, run.end);
      counts[run.region][run.fate] += ink(words);
      const column = Array.from(text.slice(begin, run.begin)).length + 1;
      const found = { line: index + 1, column, words, region: run.region };
      if (run.fate === 'lost') lost.push(found);
      else if (run.fate === 'hidden') hidden.get(rules[run.rule] as string)?.push(found);
    }
    begin += length + (text.startsWith('\r\n', begin + length) ? 2 : 1);
  }
  for (const [name, stretches] of hidden) if (stretches.length === 0) hidden.delete(name);
  return { counts, lost, hidden };
}

interface Run {
  readonly fate: Fate;
  readonly rule: number;
  readonly region: Region;
  readonly begin: number;
  end: number;
}

/** The runs of a line of which the same became, white space at their ends left out. */
function runsOf({ text, fate, rule }: Painter, regionAt: Uint8Array, begin: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let at = begin; at < end; at++) {
    if (isBlank(text.charAt(at))) continue;
    const found = nameOf(fate[at] as number);
    const region = regions[regionAt[at] as number] as Region;
    const number = found === 'hidden' ? (rule[at] as number) : 0;
    const last = runs.at(-1);
    if (last?.fate === found && last.rule === number && last.region === region) last.end = at + 1;
    else runs.push({ fate: found, rule: number, region, begin: at, end: at + 1 });
  }
  return runs;
}

/** What is shown and comes to nothing is lost. */
function nameOf(fate: number): Fate {
  switch (fate) {
    case fates.hidden:
      return 'hidden';
    case fates.reported:
      return 'reported';
    case fates.kept:
      return 'kept';
    case fates.fact:
      return 'fact';
    default:
      return 'lost';
  }
}

/** How many characters are no white space. */
function ink(words: string): number {
  let count = 0;
  for (const character of words) if (!isBlank(character)) count++;
  return count;
}

/** White space, and what takes no room at all. */
function isBlank(character: string): boolean {
  return character <= ' ' || (character >= '\u007f' && blank.test(character));
}

const blank = /[\s\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/;
