/** What stands before an article and tells of it: YAML between lines of `---`, or lines of labels of its container. */
import type { Field, Text } from '../../article.js';
import { slice } from '../../article.js';
import type { Line } from '../locator.js';
import { enterFields, field } from './box.js';
import type { Entry } from './entries.js';
import { firstInk, isBlank, lastInk } from './line-kinds.js';
import type { Page } from './page.js';
import { splitPair } from './pairs.js';
import type { Stretch } from './stretch.js';

export interface FrontMatter {
  readonly title: Text | null;
  /** The field that holds the title, if it is one. */
  readonly titleField: Field | null;
  readonly written: Stretch | null;
  readonly fields: readonly Field[];
  /** Number of the line behind it. */
  readonly next: number;
}

export function readFrontMatter(page: Page): FrontMatter | null {
  return readYaml(page) ?? readContainer(page);
}

/** Labels at the margin with values; other lines belong to the label above them. */
function readYaml(page: Page): FrontMatter | null {
  const { source, locator } = page;
  const { lines } = locator;
  const isFence = (line: Line | undefined): boolean =>
    line !== undefined &&
    /^\ufeff?---\s*$/.test(source.slice(line.begin, Math.min(line.end, line.begin + 20)));
  if (!isFence(lines[0])) return null;
  let last = 1;
  while (last < lines.length && !isFence(lines[last])) last++;
  if (last >= lines.length) return null;
  const entries: Entry[] = [];
  for (const line of lines.slice(1, last)) {
    if (!isBlank(source, line) && !addYaml(source, line, entries)) return null;
  }
  const isTitle = ({ label }: Entry): boolean =>
    label !== null && page.usual.container(source.slice(label.begin, label.end)) === 'title';
  enterFields(page, { begin: 0, end: (lines[last] as Line).end }, { entries });
  const fields = entries.filter((entry) => !isTitle(entry)).map((entry) => field(page, entry));
  const [title = null] = entries.filter(isTitle).map((entry) => field(page, entry));
  const written = entries.find(isTitle) ?? null;
  return { title: title?.values[0] ?? null, titleField: title, written, fields, next: last + 1 };
}

/** @returns whether the line could be read */
function addYaml(source: string, line: Line, entries: Entry[]): boolean {
  const begin = firstInk(source, line);
  const isOwn = begin === line.begin && source.charAt(begin) !== '-';
  const pair = isOwn ? splitPair(source, line, 'colon') : null;
  const above = entries.at(-1);
  if (pair) {
    const isList = firstInk(source, pair.value) === pair.value.end;
    const values = isList ? [] : valuesIn(source, pair.value).map((value) => [{ ...value, goesOn: false }]);
    entries.push({ begin, end: lastInk(source, line), label: pair.label, values, isList });
  } else if (above) {
    const isItem = source.charAt(begin) === '-' && begin + 1 < line.end;
    const value = unquoted(source, { begin: isItem ? begin + 1 : begin, end: line.end });
    above.values.push([{ ...value, goesOn: false }]);
    above.end = lastInk(source, line);
  }
  return pair !== null || above !== undefined;
}

/** `[a, b]` is a list; quotes around a value are none of it. */
function valuesIn(source: string, value: Stretch): Stretch[] {
  const [begin, end] = [firstInk(source, value), lastInk(source, value)];
  const isList =
    source.charAt(begin) === '[' && source.charAt(begin + 1) !== '[' && source.charAt(end - 1) === ']';
  if (!isList) return [unquoted(source, { begin, end })];
  const items: Stretch[] = [];
  let from = begin + 1;
  for (let at = from; at < end; at++) {
    if (source.charAt(at) !== ',' && at < end - 1) continue;
    items.push(unquoted(source, { begin: from, end: at }));
    from = at + 1;
  }
  return items;
}

function unquoted(source: string, value: Stretch): Stretch {
  const [begin, end] = [firstInk(source, value), lastInk(source, value)];
  const quote = source.charAt(begin);
  const isQuoted = (quote === '"' || quote === "'") && end > begin + 1 && source.charAt(end - 1) === quote;
  return isQuoted ? { begin: begin + 1, end: end - 1 } : { begin, end };
}

/** `Title: X`, `URL Source: …`: two lines or more before all others, each with a label of a container. */
function readContainer({ source, locator, usual, inline, ledger }: Page): FrontMatter | null {
  let title: Text | null = null;
  let address = '';
  let next = 0;
  let count = 0;
  for (const [at, line] of locator.lines.entries()) {
    if (isBlank(source, line)) continue;
    const pair = splitPair(source, line, 'colon');
    const kind = pair && usual.container(source.slice(pair.label.begin, pair.label.end));
    if (!pair || !kind) break;
    if (kind === 'address') address = source.slice(pair.value.begin, pair.value.end).trim();
    if (kind === 'title') title = inline.words(pair.value.begin, pair.value.end);
    next = at + 1;
    count++;
  }
  if (count < 2) return null;
  ledger?.hide(0, (locator.lines[next - 1] as Line).end, 'container');
  return { title: title && withoutSite(title, address), titleField: null, written: null, fields: [], next };
}

/** The name of a site behind the title is none of it, if the address says so. */
function withoutSite(title: Text, address: string): Text {
  const cut = /^(.+?) [-–—|] [^-–—|]+$/.exec(title.value)?.[1];
  const page = address.slice(address.lastIndexOf('/') + 1).replaceAll('_', ' ');
  if (cut === undefined || decoded(page) !== cut) return title;
  return slice(title, 0, cut.length);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
