/** Infoboxes of plain text: labels with values, under a title or alone, before the lead or right behind it. */
import type { Field, Infobox, Text } from '../../article.js';
import type { Line } from '../locator.js';
import { enterMarks } from './enter.js';
import type { Entry, RawValue, Run } from './entries.js';
import { alternatingRun, definitionRun, pairRun, tableRun } from './entries.js';
import { bulletAt, firstInk, isBlank, isTableLine, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import { separators, splitPair } from './pairs.js';
import type { Stretch } from './stretch.js';
import { tableAt } from './table-forms.js';

/** An infobox with the number of the line behind it. */
export interface FoundBox {
  readonly box: Infobox;
  readonly next: number;
}

interface Candidate extends Run {
  /** Whether its lines look like those of an infobox by their form alone. */
  readonly isMarked: boolean;
  readonly title: Stretch | null;
}

/**
 * The infobox that begins at a line, with its title or without. Behind words of the article, most of its labels must be
 * usual ones, and a line above it that is not the article's name is no title.
 *
 * @param isFirst whether no words of the article stand before it
 * @param name what the article is called, if it is known yet
 */
export function boxAt(
  page: Page,
  at: number,
  to: number,
  isFirst: boolean,
  name: string | null,
): FoundBox | null {
  const { source, locator } = page;
  const first = locator.lines[at] as Line;
  const run = bestRun(page, at, to, isFirst);
  if (run) return { box: infobox(page, at, run, run.title), next: run.next };
  if (isTableLine(source, first) || bulletAt(source, first) || tableAt(page, at, to)) return null;
  const words = { begin: firstInk(source, first), end: lastInk(source, first) };
  const isName = name !== null && isSameName(source.slice(words.begin, words.end), name);
  let below = at + 1;
  while (isName && below < to && isBlank(source, locator.lines[below] as Line)) below++;
  if (below >= to || isBlank(source, locator.lines[below] as Line)) return null;
  const titled = bestRun(page, below, to, isFirst);
  if (!titled || (titled.title && !isName)) return null;
  const { entries } = titled;
  const isTitle = /[\p{L}\p{N}]/u.test(source.slice(words.begin, words.end));
  if ((isFirst && isTitle) || isName) return { box: infobox(page, at, titled, words), next: titled.next };
  const line: Entry = { ...words, label: null, values: [[{ ...words, goesOn: false }]], isList: false };
  return { box: infobox(page, at, { ...titled, entries: [line, ...entries] }, null), next: titled.next };
}

/** Whether two names differ at most in case, in marks around them, and in a parenthesis at the end. */
function isSameName(one: string, other: string): boolean {
  return Math.abs(one.length - other.length) < longestAside && bare(one) === bare(other);
}

/** What at most stands around a name, or in parentheses behind it. */
const longestAside = 100;

function bare(name: string): string {
  const words = name.replace(/\s+\([^()]*\)$/, '').toLowerCase();
  return words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

/** Of the forms that lines may have, the one that finds most of the usual labels. */
function bestRun(page: Page, at: number, to: number, isFirst: boolean): Candidate | null {
  let best: Candidate | null = null;
  let most = -1;
  for (const run of candidates(page, at, to)) {
    if (!isBox(page, run, isFirst)) continue;
    const known = usualLabels(page, run.entries);
    if (known > most) [best, most] = [run, known];
  }
  return best;
}

function* candidates(page: Page, at: number, to: number): Generator<Candidate> {
  const { source, locator } = page;
  const line = locator.lines[at] as Line;
  const bullet = bulletAt(source, line);
  if (!isTableLine(source, line)) {
    const words = { begin: bullet?.begin ?? line.begin, end: line.end };
    for (const separator of separators) {
      if (separator !== 'colon' && !splitPair(source, words, separator)) continue;
      if (!bullet && !splitPair(source, words, separator)) continue;
      const isMarked = bullet?.isSure === true && separator === 'colon';
      yield { ...pairRun(page, at, to, separator), isMarked, title: null };
    }
  }
  const table = tableAt(page, at, to);
  if (table) yield { ...tableRun(page, table), isMarked: false };
  if (bullet || isTableLine(source, line)) return;
  const definitions = definitionRun(page, at, to);
  yield { ...definitions, isMarked: definitions.entries.length > 1, title: null };
  const words = source.slice(firstInk(source, line), lastInk(source, line));
  if (words.length < longestLine && page.usual.isLabel(words))
    yield { ...alternatingRun(page, at, to), isMarked: false, title: null };
}

const longestLine = 60;

/**
 * Bullets at the top, half of them with a label, are an infobox, whatever their labels are. Other forms are some where
 * half of the labels are usual ones, and lines that people speak or that tell something are none.
 */
function isBox(page: Page, { entries, isMarked, title }: Candidate, isFirst: boolean): boolean {
  const labelled = entries.filter(({ label }) => label !== null);
  if (labelled.length === 0 || labelled.length * 2 < entries.length) return false;
  if (isFirst && isMarked) return true;
  const known = usualLabels(page, labelled);
  const isSpoken = labelled.filter((entry) => isSentence(page, entry)).length * 2 >= labelled.length;
  if (isSpoken && !isMarked) return false;
  if (known >= 2 && known * 2 >= labelled.length) return true;
  return isFirst && known > 0 && title !== null && labelled.length >= 3;
}

function usualLabels({ source, usual }: Page, entries: readonly Entry[]): number {
  const labels = new Set<string>();
  for (const { label } of entries) {
    if (!label) continue;
    const words = source
      .slice(label.begin, label.end)
      .replace(/[*_'[\]]/g, '')
      .trim();
    if (usual.isLabel(words)) labels.add(words);
  }
  return labels.size;
}

/** Whether a value is a sentence rather than a name or an amount. */
function isSentence({ source }: Page, { values }: Entry): boolean {
  const last = values.at(-1)?.at(-1);
  if (!last) return false;
  const words = source.slice(last.begin, Math.min(last.end, last.begin + 2000)).trim();
  return (/\S\s+\S+[.!?]["”’]?$/.test(words) && !/\b\p{L}{1,4}\.$/u.test(words)) || /[!?]["”’]?$/.test(words);
}

function infobox(page: Page, at: number, run: Run, title: Stretch | null): Infobox {
  const { locator, inline } = page;
  const { entries, next } = run;
  const lines = { begin: (locator.lines[at] as Line).begin, end: (locator.lines[next - 1] as Line).end };
  enterFields(page, lines, run, title);
  const begin = title?.begin ?? (entries[0] as Entry).begin;
  return {
    type: 'infobox',
    span: locator.span(begin, (entries.at(-1) as Entry).end),
    template: null,
    title: title && inline.words(title.begin, title.end),
    fields: entries.map((entry) => field(page, entry)),
  };
}

/** The marks of lines of fields: bullets, what parts labels from values, bars. */
export function enterFields(
  page: Page,
  lines: Stretch,
  { entries, marks = [] }: Pick<Run, 'entries' | 'marks'>,
  title: Stretch | null = null,
): void {
  const read = entries.flatMap(({ label, values }) => [...(label ? [label] : []), ...values.flat()]);
  enterMarks(page, lines, [...read, ...marks, ...(title ? [title] : [])], 'field-mark');
  for (const { begin, end } of marks) page.ledger?.hide(begin, end, 'tag');
}

export function field(
  { locator, inline, source, ledger }: Page,
  { begin, end, label, values }: Entry,
): Field {
  if (label) ledger?.hide(label.begin, label.end, 'field-name');
  return {
    type: 'field',
    span: locator.span(begin, end),
    key: label && inline.words(label.begin, label.end),
    values: values
      .flatMap((value) => itemsOf(source, value, ledger))
      .map((value) => inline.joined(value))
      .filter((text: Text) => text.value !== ''),
  };
}

/** Items that were put on one line keep their bullets: `* a * b`. */
function itemsOf(source: string, value: RawValue, ledger: Page['ledger']): RawValue[] {
  const [first] = value;
  if (!first || value.length > 1) return [value];
  const begin = firstInk(source, first);
  if (source.charAt(begin) !== '*' || !/\s/.test(source.charAt(begin + 1))) return [value];
  const items: RawValue[] = [];
  ledger?.hide(begin, begin + 1, 'list-mark');
  let from = begin + 1;
  for (let at = from + 1; at <= first.end; at++) {
    const isBullet =
      source.charAt(at) === '*' && /\s/.test(source.charAt(at - 1)) && /\s/.test(source.charAt(at + 1));
    if (at < first.end && !isBullet) continue;
    items.push([{ begin: from, end: at, goesOn: false }]);
    if (isBullet) ledger?.hide(at, at + 1, 'list-mark');
    from = at + 1;
  }
  return items;
}
