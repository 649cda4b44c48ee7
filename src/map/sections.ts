/** Lists and tables of sections, by what the kind's mapping says of their headings. */
import type { Item, List, Paragraph, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import type { AwardCells } from './award-cells.js';
import type { Scope } from './award-headings.js';
import { scopeUnder } from './award-headings.js';
import { mapAwardList } from './award-list.js';
import { mapCastLines, mapCastList } from './cast-list.js';
import { mapCastProse } from './cast-prose.js';
import { mapCastTable } from './cast-table.js';
import type { SectionMapping } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { labelKey } from './label-key.js';
import type { ListMapping } from './list-mapping.js';
import { Performances } from './performances.js';
import { headingWords } from './plain-text.js';
import { RecognitionMapper } from './recognitions.js';
import { RowMapper } from './rows.js';

/** A list or table that no mapping of lists reads; sentences' patterns may. */
export interface UnmappedBlock {
  readonly block: List | Table;
  /** Reports that it is not read. */
  readonly report: () => void;
}

/** @returns what none of the kind's mappings of lists reads */
export function mapSections(draft: Draft): readonly UnmappedBlock[] {
  const unmapped: UnmappedBlock[] = [];
  if (!draft.kind) return unmapped;
  const cast = new Performances(draft);
  const recognitions = new RecognitionMapper(draft);
  const rows = new RowMapper(draft);
  const told: Paragraph[] = [];
  for (const { section, mapping, headings } of mappedSections(draft, recognitions.cells)) {
    const leave = (block: List | Table, report = () => reportUnmapped(draft, section, block)): void => {
      unmapped.push({ block, report });
    };
    if (mapping?.part === 'performances') told.push(...mapCast(cast, section, mapping.bare, leave));
    else if (mapping?.part === 'recognitions')
      mapAwards(recognitions, section, headings, mapping !== ofAwards, leave);
    else {
      const lists = mapping && 'lists' in mapping ? mapping.lists : [];
      mapRows({ rows, recognitions }, section, lists, headings, leave);
    }
  }
  // Beside a list, sentences say the same again, and of others what they did elsewhere.
  if (cast.isEmpty) for (const { text } of told) mapCastProse(cast, text);
  return unmapped;
}

/** Takes a list or table that is not read, and what reports that if nothing else reads it. */
type Leave = (block: List | Table, report?: () => void) => void;

function mapRows(
  { rows, recognitions }: { readonly rows: RowMapper; readonly recognitions: RecognitionMapper },
  section: Section,
  lists: readonly ListMapping[],
  headings: readonly Text[],
  leave: Leave,
): void {
  let over = headings;
  for (const block of section.blocks) {
    if (block.type === 'paragraph') {
      if (lists.length > 0) rows.mapLines(section, block, lists, headings);
      const line = headingIn(block);
      over = line ? [...headings, line] : headings;
    } else if (block.type === 'list') {
      if (!mapRowList(rows, section, block, lists, { headings, over })) leave(block);
    } else if (
      !rows.mapTable(section, block, lists, over) &&
      // An awards table is one wherever it stands; its header says so.
      !recognitions.mapTable(section, block, false)
    )
      leave(block);
  }
}

/** @returns whether all of the list is read */
function mapRowList(
  rows: RowMapper,
  section: Section,
  block: List,
  lists: readonly ListMapping[],
  { headings, over }: { readonly headings: readonly Text[]; readonly over: readonly Text[] },
): boolean {
  const mapped = [...underTerms(block)].map(({ term, list }) =>
    rows.mapList(section, list, lists, term ? [...headings, term] : over),
  );
  return mapped.length > 0 && mapped.every((isMapped) => isMapped);
}

/** A line of a few words that is no sentence stands over what follows as a heading does. */
function headingIn({ text }: Paragraph): Text | null {
  if (hasMoreWords(text.value)) return null;
  const [, words] = /^([\p{Lu}\p{N}][^\n:]*[^\n:.!?;,]):?$/u.exec(text.value) ?? [];
  return words === undefined ? null : slice(text, 0, words.length);
}

const mostWords = 6;

/** Most paragraphs have more words than a heading, and need not be looked at as one. */
function hasMoreWords(text: string): boolean {
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0 && words <= mostWords; at = text.indexOf(' ', at + 1)) words++;
  return words > mostWords;
}

/** The items behind each term of a list, and those before the first. */
function* underTerms(list: List): Generator<{ term: Text | null; list: List }> {
  let from = 0;
  let term: Text | null = null;
  for (const [index, item] of list.items.entries()) {
    if (!item.isTerm) continue;
    if (index > from) yield { term, list: { ...list, items: list.items.slice(from, index) } };
    term = item.text;
    from = index + 1;
  }
  if (from < list.items.length)
    yield { term, list: from === 0 ? list : { ...list, items: list.items.slice(from) } };
}

/** @param isExpected whether a heading above announces awards and nothing else, as far as the kind knows */
function mapAwards(
  mapper: RecognitionMapper,
  section: Section,
  headings: readonly Text[],
  isExpected: boolean,
  leave: Leave,
): void {
  const { cells } = mapper;
  let outer: Scope = {};
  for (const heading of headings) outer = scopeUnder(outer, heading, cells);
  let scope = outer;
  for (const block of section.blocks) {
    if (block.type === 'paragraph') scope = scopeUnder(outer, block.text, cells);
    else if (block.type === 'table') {
      if (!mapper.mapTable(section, block, isExpected, scope))
        leave(block, isExpected ? () => mapper.leaveOther(section, block) : undefined);
    } else if (headsList(block, scope, cells))
      scope = scopeUnder(scope, (block.items[0] as Item).text, cells);
    else if (cells.subject === null || !mapAwardList(mapper, section, block, scope)) leave(block);
  }
}

/** A list of one item that says who gives what follows, or how that came out. */
function headsList({ items }: List, scope: Scope, cells: AwardCells): boolean {
  const [only, ...others] = items;
  return only !== undefined && others.length === 0 && scopeUnder(scope, only.text, cells) !== scope;
}

/** @returns its paragraphs, if they are no lists without bullets */
function mapCast(cast: Performances, section: Section, bare: boolean, leave: Leave): Paragraph[] {
  const told: Paragraph[] = [];
  const version = isOfDub(cast, section.heading.text) ? section.heading.text : undefined;
  let lines: Paragraph[] = [];
  const endLines = (): void => {
    if (!mapCastLines(cast, section, lines)) told.push(...lines);
    lines = [];
  };
  for (const block of section.blocks) {
    if (block.type === 'paragraph') lines.push(block);
    else {
      endLines();
      if (block.type === 'list') mapCastList(cast, section, block.items, bare, version);
      else if (!mapCastTable(cast, section, block)) leave(block);
    }
  }
  endLines();
  return told;
}

function isOfDub({ spec }: Performances, { value }: Text): boolean {
  return value
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => spec.dubs.includes(word));
}

/** Each section with the mapping of its heading, or of the nearest heading above it that has one. */
function* mappedSections(
  draft: Draft,
  cells: AwardCells,
): Generator<{
  section: Section;
  mapping: SectionMapping | undefined;
  /** Its own and those above it that belong to the same part. */
  headings: readonly Text[];
}> {
  const open: { level: number; mapping: SectionMapping | undefined; text: Text }[] = [];
  for (const section of draft.article.sections) {
    const { level, text } = section.heading;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const words = headingWords(section.heading);
    const mapping =
      mappingOf(words, draft) ?? open.at(-1)?.mapping ?? (cells.announces(words) ? ofAwards : undefined);
    open.push({ level, mapping, text });
    yield {
      section,
      mapping,
      headings: open.filter((one) => one.mapping === mapping).map((one) => one.text),
    };
  }
}

/** Of headings that speak of awards in words of their own: "Stone Awards and nominations". */
const ofAwards: SectionMapping = { part: 'recognitions', bare: true };

/** By the heading, else by the heading without what it has in parentheses: "Cast (in order of appearance)". */
function mappingOf(heading: string, { kind }: Draft): SectionMapping | undefined {
  const bare = heading.replace(/\s*\([^()]*\)$/, '');
  return kind?.sections.get(labelKey(heading)) ?? kind?.sections.get(labelKey(bare));
}

function reportUnmapped(draft: Draft, section: Section, block: List | Table): void {
  const what =
    block.type === 'list' ? `list of ${block.items.length} items` : `table of ${block.rows.length} rows`;
  const heading = quoted(section.heading.text.value);
  const message = `No mapping reads this ${what}; it stands in the text of the section ${heading}.`;
  draft.report(`unmapped-${block.type}`, 'info', message, block.span);
}
