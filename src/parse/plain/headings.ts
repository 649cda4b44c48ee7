/** Headings of plain text, in the forms that renderings give them. */
import type { Line } from '../locator.js';
import { isSpace } from '../locator.js';
import { bulletAt, firstInk, isBlank, isEmptyHeading, isTableLine, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import type { Stretch } from './stretch.js';

/** A heading of any form. */
export interface HeadingMark {
  /** Number of its first line, and of the line behind it. */
  readonly line: number;
  readonly next: number;
  /** Number of the line behind its words and the lines that mark it; an editor's mark may follow. */
  readonly marked: number;
  readonly level: number;
  readonly words: Stretch;
  /** Whether it is marked with equals signs on both sides. */
  readonly isWikiMark?: boolean;
}

/** Longest heading that no mark but its place makes one. */
const longest = 80;

/** What stands before words of the article is no heading; a line of this length is one of them. */
const shortestProse = 30;

/** All headings of a text, in order. Lines that only stand as headings do are some where no other marks are used. */
export function findHeadings(page: Page, from: number): HeadingMark[] {
  const found = markedHeadings(page, from);
  if (found.some(({ level }) => level > 1)) return found;
  const title = found[0]?.level === 1 ? found[0] : null;
  return [...found, ...loneHeadings(page, title ? title.next : from, title !== null)].sort(
    (a, b) => a.line - b.line,
  );
}

function markedHeadings(page: Page, from: number): HeadingMark[] {
  const { source, locator } = page;
  const { lines } = locator;
  const found: HeadingMark[] = [];
  const underlines: string[] = [];
  let isInverse = false;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] as Line;
    const isFirst = found.length === 0 && underlines.length === 0;
    const sign = source.charAt(firstInk(source, line));
    const heading =
      sign === '='
        ? (equalsHeading(page, at, isFirst) ?? underlined(page, at, underlines, isFirst))
        : sign === '#'
          ? hashHeading(page, at)
          : underlined(page, at, underlines, isFirst);
    if (!heading) continue;
    // Where the first of all headings has six signs, more signs are a higher level.
    if (isFirst && heading.level === 6 && sign === '=') isInverse = true;
    const level = isInverse && sign === '=' ? 7 - heading.level : heading.level;
    const next = behindEditMark(page, heading.next);
    found.push({ ...heading, level, next });
    at = next - 1;
  }
  return found;
}

/**
 * `== Plot ==`: as many equals signs on both sides, 1 to 6; spare ones belong to the words, as in MediaWiki. ` = = Plot = = `
 * is the same. `== Plot` has none behind it.
 */
function equalsHeading({ source, locator }: Page, at: number, isFirst: boolean): HeadingMark | null {
  const line = locator.lines[at] as Line;
  let begin = firstInk(source, line);
  let end = lastInk(source, line);
  if (ruleSign(source, line) !== null || isEmptyHeading(source, line) || end - begin < 3) return null;
  const before = countRun(source, begin, end, 1);
  const after = countRun(source, end - 1, begin, -1);
  let level = Math.min(before, after, 6);
  if (before === end - begin) return null;
  if (level === 0) {
    const isOpen = isSpace(source, begin + before) && before <= 6 && (before > 1 || isFirst);
    const isAlone = at + 1 >= locator.lines.length || isBlank(source, locator.lines[at + 1] as Line);
    if (!isOpen || (before === 1 && !isAlone) || end - begin > longest) return null;
    const words = { begin: begin + before, end };
    return { line: at, next: at + 1, marked: at + 1, level: before, words };
  }
  [begin, end] = [begin + level, end - level];
  while (level < 6) {
    const inner = [firstInk(source, { begin, end }), lastInk(source, { begin, end })] as const;
    const isSpaced = inner[0] > begin && inner[1] < end && before === 1 && after === 1;
    if (!isSpaced || source.charAt(inner[0]) !== '=' || source.charAt(inner[1] - 1) !== '=') break;
    if (inner[1] - inner[0] < 3) break;
    [begin, end] = [inner[0] + 1, inner[1] - 1];
    level++;
  }
  return { line: at, next: at + 1, marked: at + 1, level, words: { begin, end }, isWikiMark: true };
}

/** `## Plot`, with or without signs behind it. Several such lines in a row are a numbered list. */
function hashHeading({ source, locator }: Page, at: number): HeadingMark | null {
  const { lines } = locator;
  const line = lines[at] as Line;
  const found = hashes(source, line);
  const isRun = (other: Line | undefined): boolean =>
    other !== undefined && hashes(source, other)?.level === found?.level;
  if (!found || isRun(lines[at - 1]) || isRun(lines[at + 1])) return null;
  return { line: at, next: at + 1, marked: at + 1, level: found.level, words: found.words };
}

function hashes(source: string, line: Line): { level: number; words: Stretch } | null {
  const begin = firstInk(source, line);
  let end = lastInk(source, line);
  let from = begin;
  while (from < end && source.charAt(from) === '#') from++;
  const level = from - begin;
  if (level === 0 || level > 6 || from === end || !isSpace(source, from)) return null;
  let to = end;
  while (to > from && source.charAt(to - 1) === '#') to--;
  if (to < end && isSpace(source, to - 1)) end = to;
  return firstInk(source, { begin: from, end }) === end ? null : { level, words: { begin: from, end } };
}

/**
 * Words with a line of `===`, `---` or the like under them, or above and under them. The level is told by the order in
 * which these forms are met, the title's first.
 */
function underlined(page: Page, at: number, known: string[], isFirst: boolean): HeadingMark | null {
  const { source, locator } = page;
  const { lines } = locator;
  const over = ruleSign(source, lines[at] as Line);
  const wordsAt = over === null ? at : at + 1;
  const rule = lines[wordsAt + 1];
  const line = lines[wordsAt];
  if (!rule || !line) return null;
  const sign = ruleSign(source, rule);
  if (sign === null || (over !== null && over !== sign)) return null;
  const [begin, end] = [firstInk(source, line), lastInk(source, line)];
  const size = end - begin;
  const isApart = at === 0 || isBlank(source, lines[at - 1] as Line);
  const isLong = lastInk(source, rule) - firstInk(source, rule) >= Math.min(size, 3);
  if (size === 0 || size > longest * 1.5 || !isApart || !isLong) return null;
  // A line of three signs below or around words may be the fence of an example.
  const mustCover = over !== null || !'=-'.includes(sign);
  if (mustCover && lastInk(source, rule) - firstInk(source, rule) < size) return null;
  if (isTableLine(source, line) || bulletAt(source, line) || ruleSign(source, line) !== null) return null;
  const form = over === null ? sign : sign + sign;
  if (!isFirst && known.length === 0) known.push('');
  if (!known.includes(form)) known.push(form);
  const level = Math.min(known.indexOf(form) + 1, 6);
  return { line: at, next: wordsAt + 2, marked: wordsAt + 2, level, words: { begin, end } };
}

/** The sign that a line of nothing else repeats. */
function ruleSign(source: string, line: Line): string | null {
  const begin = firstInk(source, line);
  const sign = source.charAt(begin);
  if (sign === '' || !'=-~^"*+`#'.includes(sign)) return null;
  const end = lastInk(source, line);
  if (end - begin < 3) return null;
  for (let at = begin; at < end; at++) if (source.charAt(at) !== sign) return null;
  return sign;
}

/**
 * Where no marks tell headings, they stand alone: in bold type, above an editor's mark, or by a name that sections usually
 * have. Of lines that stand apart by two blank lines, one such name makes others headings, too.
 */
function loneHeadings(page: Page, from: number, hasTitle: boolean): HeadingMark[] {
  const { source, locator } = page;
  const { lines } = locator;
  const found: LoneLine[] = [];
  let first = from;
  while (first < lines.length && isBlank(source, lines[first] as Line)) first++;
  let hasProse = false;
  for (let at = first; at < lines.length; at++) {
    const line = lines[at] as Line;
    if (at === first || isBlank(source, lines[at - 1] as Line)) {
      const lone = loneLine(page, at);
      // What stands before words of the article is its title, or that of the infobox.
      if (lone && (at === first ? hasTitle && lone.isUsual : hasProse)) found.push(lone);
    }
    hasProse ||=
      line.end - firstInk(source, line) >= shortestProse &&
      !bulletAt(source, line) &&
      !isTableLine(source, line);
  }
  const isApart = found.some((lone) => lone.isUsual && lone.isApart);
  return found.filter((lone) => lone.isMarked || lone.isUsual || (isApart && lone.isApart));
}

interface LoneLine extends HeadingMark {
  /** Whether bold type or an editor's mark make it a heading. */
  readonly isMarked: boolean;
  readonly isUsual: boolean;
  /** Whether two blank lines stand before it. */
  readonly isApart: boolean;
}

/** A line that could be a heading. */
function loneLine(page: Page, at: number): LoneLine | null {
  const { source, locator, usual } = page;
  const { lines } = locator;
  const line = lines[at] as Line;
  const [begin, end] = [firstInk(source, line), lastInk(source, line)];
  if (begin === end || end - begin > longest || bulletAt(source, line)) return null;
  const written = source.slice(begin, end);
  const next = behindEditMark(page, at + 1);
  if (next >= lines.length) return null;
  const bold = /^(\*\*|__|''')(?!\s)([^*_]+?)(?<!\s)\1:?$/.exec(written)?.[2];
  const words = (bold ?? written).replace(/\[[^[\]]{1,20}\]$/, '').replace(/[.:]$/, '');
  const isName = /^\p{Lu}[^.!?:;|\t]*$/u.test(written);
  return {
    line: at,
    next,
    marked: at + 1,
    level: 2,
    words: { begin, end: /[^.]\.$/.test(written) ? end - 1 : end },
    isMarked: next > at + 1 || (bold !== undefined && !/[.!?]$/.test(bold)),
    isUsual: usual.isHeading(words),
    isApart: isName && at > 1 && isBlank(source, lines[at - 2] as Line),
  };
}

/** An editor's mark under a heading, `[edit]`, belongs to it. */
function behindEditMark({ source, locator, usual }: Page, at: number): number {
  let next = at;
  while (next < locator.lines.length && isBlank(source, locator.lines[next] as Line)) next++;
  const line = locator.lines[next];
  if (!line) return at;
  const [begin, end] = [firstInk(source, line), lastInk(source, line)];
  if (source.charAt(begin) !== '[' || end - begin > 500) return at;
  const inside = /^\[\[?([^[\]|]{1,30})(?:\]\([^()]*(?:\([^()]*\)[^()]*)*\))?(?: ?\| ?[^[\]]{1,30})?\]$/.exec(
    source.slice(begin, end),
  )?.[1];
  return inside !== undefined && inside.length > 1 && usual.isNoteMark(inside.trim()) ? next + 1 : at;
}

/** How many equals signs stand from `from` towards `to`, both counted. */
function countRun(text: string, from: number, to: number, step: 1 | -1): number {
  let count = 0;
  for (let at = from; count < 7 && text.charAt(at) === '=' && (step > 0 ? at < to : at >= to); at += step)
    count++;
  return count;
}
