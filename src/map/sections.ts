/** Lists and tables of sections, by what the kind's mapping says of their headings. */
import type { List, Paragraph, Section, Table } from '../article.js';
import { mapCastLines, mapCastList } from './cast-list.js';
import { mapCastTable } from './cast-table.js';
import type { SectionMapping } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { labelKey } from './label-key.js';
import { Performances } from './performances.js';
import { RecognitionMapper } from './recognitions.js';

export function mapSections(draft: Draft): void {
  if (!draft.kind) return;
  const cast = new Performances(draft);
  const recognitions = new RecognitionMapper(draft);
  for (const { section, mapping } of mappedSections(draft)) {
    if (mapping?.part === 'performances') mapCast(cast, section, mapping.bare);
    else
      for (const block of section.blocks) {
        if (block.type === 'list') reportUnmapped(draft, section, block);
        // An awards table is one wherever it stands; its header says so.
        else if (
          block.type === 'table' &&
          !recognitions.mapTable(section, block, mapping?.part === 'recognitions')
        )
          reportUnmapped(draft, section, block);
      }
  }
}

function mapCast(cast: Performances, section: Section, bare: boolean): void {
  let lines: Paragraph[] = [];
  const endLines = (): void => {
    mapCastLines(cast, section, lines);
    lines = [];
  };
  for (const block of section.blocks) {
    if (block.type === 'paragraph') lines.push(block);
    else {
      endLines();
      if (block.type === 'list') mapCastList(cast, section, block.items, bare);
      else if (!mapCastTable(cast, section, block)) reportUnmapped(cast.draft, section, block);
    }
  }
  endLines();
}

/** Each section with the mapping of its heading, or of the nearest heading above it that has one. */
function* mappedSections(draft: Draft): Generator<{ section: Section; mapping: SectionMapping | undefined }> {
  const open: { level: number; mapping: SectionMapping | undefined }[] = [];
  for (const section of draft.article.sections) {
    const { level, text } = section.heading;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const mapping = mappingOf(text.value, draft) ?? open.at(-1)?.mapping;
    open.push({ level, mapping });
    yield { section, mapping };
  }
}

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
