/** Cuts an article into parts, and these into what is looked at by itself. */
import { baseName } from '../article/title.js';
import type { Article, Block, Infobox, Span, Table, Text } from '../article.js';
import { findQuotations, findSentences, solidStretches } from '../value/sentence.js';
import type { ValueTables } from '../value/tables.js';
import type { PartType, UnitType, Words } from './explanation.js';
import type { Placed } from './stretches.js';
import { placedStretches, StretchCutter } from './stretches.js';

export interface PartWords {
  readonly type: PartType;
  readonly name: string;
  readonly level: number;
  readonly span: Span;
  readonly units: readonly UnitWords[];
}

export interface UnitWords {
  readonly type: UnitType;
  readonly block: number;
  readonly level: number;
  /** Offset of its first word in the source, in code points. */
  readonly begin: number;
  readonly texts: readonly UnitText[];
}

/** Words of a unit, from `begin` to `end` of a value in UTF-16 units, and where each stretch of them stands. */
export interface UnitText extends Pick<Words, 'role' | 'isRepeated'> {
  readonly value: string;
  readonly begin: number;
  readonly end: number;
  readonly stretches: readonly Placed[];
}

/** The parts in the order of the source; what has no words is left out. */
export function partsOf(article: Article, tables: ValueTables): PartWords[] {
  const { title, infoboxes, lead, sections, categories, span } = article;
  const reading = { tables, names: [article.name, baseName(article)] };
  const one = (type: UnitType, text: Text, block = 0): UnitWords => unit(type, [wholeText(text)], block);
  const parts: PartWords[] = [
    ...(title
      ? [{ ...unnamed, type: 'title', span: title.span, units: [one('title', title)] } as const]
      : []),
    ...infoboxes.map((infobox) => infoboxPart(infobox)),
    { ...unnamed, type: 'lead', span: around(lead) ?? span, units: blockUnits(lead, reading) },
    ...sections.map(({ heading, blocks, span }) => ({
      type: 'section' as const,
      name: heading.text.value,
      level: heading.level,
      span,
      units: [one('heading', heading.text), ...blockUnits(blocks, reading, 1)],
    })),
    {
      ...unnamed,
      type: 'categories',
      span: around(categories) ?? span,
      units: categories.map((name, block) => one('category', name, block)),
    },
  ];
  return parts.filter(({ units }) => units.length > 0);
}

const unnamed = { name: '', level: 1 };

function around(nodes: readonly { readonly span: Span }[]): Span | null {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return first && last ? { ...first.span, end: last.span.end } : null;
}

function infoboxPart({ title, fields, span }: Infobox): PartWords {
  const named = title ? [unit('title', [wholeText(title)], 0)] : [];
  const units = fields.map(({ key, values, span }, index) => {
    const label = key ? [wholeText(key, 'label')] : [];
    const texts = [...label, ...values.map((value) => wholeText(value))];
    return unit('field', texts, index + named.length, { around: span.begin });
  });
  return { type: 'infobox', name: title?.value ?? '', level: 1, span, units: [...named, ...units] };
}

/** What sentences are told apart by. */
interface Reading {
  readonly tables: ValueTables;
  /** What the subject is called. */
  readonly names: readonly string[];
}

function blockUnits(blocks: readonly Block[], reading: Reading, first = 0): UnitWords[] {
  return blocks.flatMap((block, index) => unitsOf(block, first + index, reading));
}

function unitsOf(block: Block, at: number, reading: Reading): UnitWords[] {
  switch (block.type) {
    case 'paragraph':
      return sentences(block.text, at, reading);
    case 'list':
      return block.items.map(({ text, level }) => unit('item', [wholeText(text)], at, { level }));
    case 'table':
      return tableUnits(block, at);
  }
}

function tableUnits({ caption, rows }: Table, block: number): UnitWords[] {
  // A cell that is merged over several rows is in each of them, with the place that it has.
  const shown = new Set<number>();
  const units = rows.map(({ cells, span }) => {
    const texts = cells.map(({ text }) => {
      const isRepeated = text.value !== '' && shown.has(text.span.begin);
      shown.add(text.span.begin);
      // What was read from it stands where it is shown first.
      return isRepeated ? { ...wholeText(text), isRepeated, stretches: [] } : wholeText(text);
    });
    const isHeader = cells.every((cell) => cell.isHeader);
    return unit(isHeader ? 'header' : 'row', texts, block, { around: span.begin });
  });
  return caption ? [unit('caption', [wholeText(caption)], block), ...units] : units;
}

/** @param around where it stands, for one that has no words of its own */
function unit(
  type: UnitType,
  texts: readonly UnitText[],
  block: number,
  { level = 1, around = 0 } = {},
): UnitWords {
  const begin = texts.find(({ stretches }) => stretches.length > 0)?.stretches[0]?.from ?? around;
  return { type, block, level, begin, texts };
}

function wholeText(text: Text, role: Words['role'] = 'value'): UnitText {
  const { value } = text;
  return { role, isRepeated: false, value, begin: 0, end: value.length, stretches: placedStretches(text) };
}

function sentences(text: Text, block: number, { tables, names }: Reading): UnitWords[] {
  const { value, links = [] } = text;
  const solid = solidStretches(value, links, names);
  const quotations = findQuotations(value);
  const cutter = new StretchCutter(value, placedStretches(text));
  return findSentences(value, { solid, quotations }, tables).map(({ begin, end }) => {
    const stretches = cutter.take(begin, end);
    return unit('sentence', [{ role: 'value', isRepeated: false, value, begin, end, stretches }], block);
  });
}
