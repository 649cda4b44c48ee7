/** Lists and tables of sections, by what the kind's mapping says of their headings. */
import type { Section, Table } from '../article.js';
import type { SectionMapping } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';
import { PerformanceMapper } from './performances.js';
import { RecognitionMapper } from './recognitions.js';

export function mapSections(draft: Draft): void {
  if (!draft.kind) return;
  const performances = new PerformanceMapper(draft);
  const recognitions = new RecognitionMapper(draft);
  for (const { section, mapping } of mappedSections(draft)) {
    for (const block of section.blocks) {
      if (block.type === 'paragraph') continue;
      if (mapping?.part === 'performances') {
        if (block.type === 'list') performances.mapList(section, block, mapping.bare);
        else if (!performances.mapTable(section, block)) reportTable(draft, section, block);
      } else if (block.type === 'table') {
        // An awards table is one wherever it stands; its header says so.
        const expected = mapping?.part === 'recognitions';
        if (!recognitions.mapTable(section, block, expected)) reportTable(draft, section, block);
      } else reportList(draft, section, block.items.length, block.span);
    }
  }
}

/** Each section with the mapping of its heading, or of the nearest heading above it that has one. */
function* mappedSections(draft: Draft): Generator<{ section: Section; mapping: SectionMapping | undefined }> {
  const open: { level: number; mapping: SectionMapping | undefined }[] = [];
  for (const section of draft.article.sections) {
    const { level, text } = section.heading;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const mapping = draft.kind?.sections.get(labelKey(text.value)) ?? open.at(-1)?.mapping;
    open.push({ level, mapping });
    yield { section, mapping };
  }
}

function reportTable(draft: Draft, section: Section, table: Table): void {
  const heading = section.heading.text.value;
  const message = `No mapping reads this table of ${table.rows.length} rows; it stands in the text of section "${heading}".`;
  draft.report('unmapped-table', 'info', message, table.span);
}

function reportList(draft: Draft, section: Section, items: number, span: Section['span']): void {
  const heading = section.heading.text.value;
  const message = `No mapping reads this list of ${items} items; it stands in the text of section "${heading}".`;
  draft.report('unmapped-list', 'info', message, span);
}
