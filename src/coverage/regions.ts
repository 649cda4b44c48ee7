/**
 * Where infoboxes, lists, tables and headings stand, found by a scan of its own: what counts is what the source has, and
 * not what the reader made of it.
 */
import type { TextFormat } from '../source.js';

export const regions = ['infobox', 'list', 'table', 'heading', 'prose'] as const;

export type Region = (typeof regions)[number];

/** The region of each UTF-16 unit of a source, by its number in `regions`. */
export function regionsOf(text: string, format: TextFormat): Uint8Array {
  const found = new Uint8Array(text.length).fill(numberOf('prose'));
  if (format === 'wikitext') scanWikitext(text, found);
  else scanPlain(text, found);
  return found;
}

function numberOf(region: Region): number {
  return regions.indexOf(region);
}

const lines = /[^\r\n]*(?:\r\n|\r|\n|$)/g;

function scanPlain(text: string, found: Uint8Array): void {
  let isAfterHeading = false;
  for (const { 0: line, index } of text.matchAll(lines)) {
    if (line === '') break;
    const paint = (region: Region) => found.fill(numberOf(region), index, index + line.length);
    if (/^\s*=+[^=].*=\s*$/.test(line)) {
      paint('heading');
      isAfterHeading ||= /^\s*==/.test(line);
    } else if (/^\s*\|/.test(line)) paint('table');
    else if (/^\s*[-*•]+\s/.test(line)) paint(isAfterHeading ? 'list' : 'infobox');
  }
}

/** Comments, and elements whose contents are no markup. */
const unmarked = /<!--.*?-->|<(nowiki|pre|math|ref)\b[^<>]*(?<!\/)>.*?<\/\1\s*>/gis;

type Stretch = readonly [begin: number, end: number];

function scanWikitext(text: string, found: Uint8Array): void {
  const masked = text.replace(unmarked, (words) => words.replace(/[^\r\n]/g, '\u0001'));
  const { boxes, tables, headings } = findPairs(masked);
  const lists = Array.from(
    masked.matchAll(/^[*#:;].*$/gm),
    ({ 0: line, index }): Stretch => [index, index + line.length],
  );
  for (const [region, stretches] of [
    ['list', lists],
    ['table', tables],
    ['infobox', boxes],
    ['heading', headings],
  ] as const)
    for (const [begin, end] of stretches) found.fill(numberOf(region), begin, end);
}

interface Opening {
  readonly begin: number;
  readonly isTable: boolean;
}

/** Boxes, tables and headings; what is opened and never closed is none. */
function findPairs(masked: string): Record<'boxes' | 'tables' | 'headings', Stretch[]> {
  const [boxes, tables, headings]: [Stretch[], Stretch[], Stretch[]] = [[], [], []];
  const open: Opening[] = [];
  for (const { 0: mark, index } of masked.matchAll(/\{\{|\}\}|^[ \t:]*\{\||^[ \t]*\|\}(?!\})|^=.*$/gm)) {
    const end = index + mark.length;
    if (mark === '{{' || mark.endsWith('{|')) open.push({ begin: index, isTable: mark !== '{{' });
    else if (!mark.startsWith('=')) {
      const opening = close(open, mark !== '}}');
      if (opening?.isTable) tables.push([opening.begin, end]);
      else if (opening && isBox(masked, opening.begin)) boxes.push([opening.begin, end]);
    } else if (open.length === 0 && /=[\s\u0001]*$/.test(mark)) headings.push([index, end]);
  }
  return { boxes, tables, headings };
}

/** Takes back the last template or table that is open, and all that was opened in it. */
function close(open: Opening[], isTable: boolean): Opening | undefined {
  const at = open.findLastIndex((opening) => opening.isTable === isTable);
  return at < 0 ? undefined : open.splice(at)[0];
}

/** Whether a template is a box of fields, by its name. */
function isBox(masked: string, begin: number): boolean {
  const name = /^[^|{}]*/.exec(masked.slice(begin + 2, begin + 100))?.[0] ?? '';
  return /infobox|taxobox|speciesbox|drugbox|chembox|geobox|starbox/i.test(name);
}
