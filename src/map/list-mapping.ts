/** Lists and tables of a kind, compiled: which columns and which words of an item mean what. */
import type { NamedNode } from '@rdfjs/types';
import type { FieldMapping } from './field-mapping.js';
import { labelKey } from './label-key.js';
import type { FieldSpec, ListSpec } from './layers.js';
import type { MappingPath } from './parsed-file.js';
import type { ItemPattern } from './rows/item-pattern.js';
import { ItemPatternError, parseItemPattern } from './rows/item-pattern.js';

/** What the rows of a list tell of: parts of the subject, or the subject itself. */
export interface ListMapping {
  readonly id: string;
  /** The name of the rule, such as `person/lists/credits`. */
  readonly rule: string;
  /** Label keys of its headings; the first is what such a list is called. */
  readonly sections: readonly string[];
  /** Null where rows speak of the subject itself. */
  readonly part: ListPart | null;
  readonly fields: ReadonlyMap<string, FieldMapping>;
  /** By label key of a column's header. */
  readonly columns: ReadonlyMap<string, Column>;
  /** What the heading over a list says. */
  readonly heading: FieldMapping | null;
  /** Label keys of what rows begin with that sum up others. */
  readonly sums: ReadonlySet<string>;
  readonly items: readonly ItemPattern[];
  /** How items are written below one that names what they tell of. */
  readonly under: readonly ItemPattern[];
  /** How templates write a row as a line. */
  readonly lines: readonly ItemPattern[];
}

export interface ListPart {
  readonly property: NamedNode;
  readonly class: NamedNode;
  readonly link: PartLink | null;
  /** Whether names may be years. */
  readonly isOfYears: boolean;
  readonly position: NamedNode | null;
}

/** From a part to the thing that its name means. */
export interface PartLink {
  readonly property: NamedNode;
  readonly class: NamedNode;
  /** Whether a name without a link means one too. */
  readonly isOfAnyName: boolean;
}

export type Column =
  | { readonly is: 'name' | 'ignored' | 'details' }
  | { readonly is: 'field'; readonly field: FieldMapping };

export interface ListCompiler {
  readonly field: (id: string, spec: FieldSpec, at: MappingPath) => FieldMapping;
  readonly term: (path: MappingPath, curie: string) => NamedNode;
  readonly report: (path: MappingPath, message: string) => void;
}

/** The label of a field that the heading over a list fills. */
const headingLabel = '{heading}';

export function compileList(kind: string, id: string, spec: ListSpec, compiler: ListCompiler): ListMapping {
  const at = ['lists', id];
  const columns = new Map<string, Column>();
  const add = (labels: readonly string[], column: Column): void => {
    for (const label of labels) if (!columns.has(labelKey(label))) columns.set(labelKey(label), column);
  };
  const fields = new Map<string, FieldMapping>();
  let heading: FieldMapping | null = null;
  add(spec.name?.columns ?? [], { is: 'name' });
  for (const [member, { labels, ...own }] of Object.entries(spec.fields)) {
    const field = compiler.field(member, { labels, ...own }, [...at, 'fields', member]);
    fields.set(member, field);
    if (labels.includes(headingLabel)) heading = field;
    add(
      labels.filter((label) => label !== headingLabel),
      { is: 'field', field },
    );
  }
  add(spec.details, { is: 'details' });
  add(spec.ignore, { is: 'ignored' });
  return {
    id,
    rule: `${kind}/lists/${id}`,
    sections: spec.sections.map(labelKey),
    part: compilePart(spec, at, compiler),
    fields,
    columns,
    heading,
    sums: new Set(spec.sums.map(labelKey)),
    under: compileItems(spec, 'under', at, fields, compiler),
    items: compileItems(spec, 'items', at, fields, compiler),
    lines: compileItems(spec, 'lines', at, fields, compiler),
  };
}

function compilePart(spec: ListSpec, at: MappingPath, { term, report }: ListCompiler): ListPart | null {
  const { property, class: type, name, position } = spec;
  const given = [property, type, name].filter((one) => one !== undefined).length;
  if (given === 0) return null;
  if (property === undefined || type === undefined || name === undefined) {
    report(at, 'A list of parts needs `property`, `class` and `name`; one without says nothing of them.');
    return null;
  }
  return {
    property: term([...at, 'property'], property),
    class: term([...at, 'class'], type),
    link: name.link
      ? {
          property: term([...at, 'name', 'link'], name.link.property),
          class: term([...at, 'name', 'link'], name.link.class),
          isOfAnyName: name.link.unlinked === true,
        }
      : null,
    isOfYears: name.years === true,
    position: position === undefined ? null : term([...at, 'position'], position),
  };
}

function compileItems(
  spec: ListSpec,
  key: 'items' | 'under' | 'lines',
  at: MappingPath,
  fields: ReadonlyMap<string, FieldMapping>,
  { report }: ListCompiler,
): ItemPattern[] {
  return spec[key].flatMap((written, index) => {
    try {
      const ways = parseItemPattern(written);
      const slots = ways.flatMap((way) => way.slots);
      const unknown = slots.find((slot) => !fields.has(slot) && !(slot === 'name' && spec.name));
      if (unknown !== undefined) report([...at, key, index], `There is no field "${unknown}".`);
      return ways;
    } catch (error) {
      if (!(error instanceof ItemPatternError)) throw error;
      report([...at, key, index], error.message);
      return [];
    }
  });
}
