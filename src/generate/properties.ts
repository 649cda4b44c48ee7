/** What a kind's mapping states: by property, what its values may be and how many there may be. */
import type { Kind, Mappings } from '../map/compile-mappings.js';
import type { FieldSpec, GroupSpec } from '../map/layers.js';
import type { ValueType } from '../map/value/value-type.js';
import { besideLiterals, valueOptions } from '../map/value-options.js';
import { valueType } from '../map/values.js';
import { schema } from '../rdf/vocabulary.js';
import type { Alternative } from './alternatives.js';
import { codeOf, instanceOf, literalOf, numberWithin, places, valuesOf } from './alternatives.js';
import { wordsOfTerm } from './words.js';

/** A property of a subject, or of a part of it. */
export interface PropertyUse {
  readonly property: string;
  /** The id of what states it first. */
  readonly id: string;
  readonly label: string;
  readonly alternatives: readonly Alternative[];
  /** How many values there are at most; undefined where nothing bounds them. */
  readonly most?: number | undefined;
  /** What the values have, where they are parts of the subject. */
  readonly nested: PropertyUses;
  /** Whether each value has a name: it is a part that the mapping makes. */
  readonly isNamed?: boolean;
  /** Properties whose dates are not earlier. */
  readonly before: readonly string[];
  /** Whether it says nothing of how many values there may be. */
  readonly isUncounted?: boolean;
}

export type PropertyUses = ReadonlyMap<string, PropertyUse>;

/** What a kind's fields, groups, pairs, first sentence and inner boxes state of its subject. */
export function usesOf({ file, sections }: Kind, mappings: Mappings): PropertyUses {
  const meanings = file.pairs.flatMap((pair) => Object.values(pair.meanings));
  const uses = [
    ...fieldUses([
      ...Object.entries(file.fields),
      ...meanings.map((spec) => [camel(spec.property), spec] as const),
    ]),
    ...Object.entries(file.groups).map(([id, group]) => groupUse(id, group)),
    ...Object.entries(file.lists).flatMap(([id, list]) => listUses(id, list)),
    ...Object.values(file.within).map(({ kind, property }) =>
      use(property, camel(property), classesOf(mappings.kindNamed.get(kind))),
    ),
    ...leadUses(file.lead),
  ];
  const merged = merge(uses);
  const { property } = mappings.performances;
  const performed = merged.get(property);
  const readsCast = [...sections.values()].some(({ part }) => part === 'performances');
  if (!performed || !readsCast) return merged;
  const cast = use(property, performed.id, [instanceOf('schema:PerformanceRole')]);
  return merge([...merged.values(), cast]);
}

/** The fields of a kind, those of its groups and pairs too. */
export function fieldsOf({ fields, groups, pairs, lists }: Kind['file']): readonly FieldSpec[] {
  return [
    ...Object.values(fields),
    ...Object.values(groups).flatMap((group) => Object.values(group.fields)),
    ...pairs.flatMap(({ meanings }) => Object.values(meanings)),
    ...Object.values(lists).flatMap((list) => Object.values(list.fields)),
  ];
}

/** The class of a kind's subject, and those that the words of a field make of it. */
export function classesOf(kind: Kind | undefined): readonly Alternative[] {
  const { class: type, classBy } = kind?.file ?? { class: 'schema:Thing' };
  return [...new Set([type, ...Object.values(classBy?.classes ?? {})])].map(instanceOf);
}

function use(
  property: string,
  id: string,
  alternatives: readonly Alternative[],
  more: Partial<PropertyUse> = {},
): PropertyUse {
  return { property, id, label: wordsOfTerm(property), alternatives, nested: new Map(), before: [], ...more };
}

function camel(curie: string): string {
  return curie.replace(/^.*:/, '');
}

function fieldUses(fields: readonly (readonly [string, FieldSpec])[]): PropertyUse[] {
  const propertyOf = new Map(fields.map(([id, { property }]) => [id, property]));
  const own = fields.flatMap(([id, field]) => usesOfField(id, field));
  // "before" and "after" name fields; a field of which the kind has none bounds nothing.
  const ordered = fields.flatMap(([id, { property, before, after }]): PropertyUse[] => {
    const later = before === undefined ? undefined : propertyOf.get(before);
    const earlier = after === undefined ? undefined : propertyOf.get(after);
    return [
      ...(later === undefined ? [] : [use(property, id, [], { before: [later], isUncounted: true })]),
      ...(earlier === undefined
        ? []
        : [use(earlier, after ?? id, [], { before: [property], isUncounted: true })]),
    ];
  });
  return [...own, ...ordered];
}

/** What one field states of its subject. */
function usesOfField(id: string, field: FieldSpec): PropertyUse[] {
  const { property, node, most, label = wordsOfTerm(property) } = field;
  const { range } = valueType(field.value);
  const beside = besideUses(`${id}-`, field);
  const isPart = node !== undefined || makesParts.has(field.value);
  const nested = isPart ? [...partUses(field), ...besideUses('', field)] : [];
  const main: PropertyUse = {
    ...use(property, id, node === undefined ? valuesOf(field) : [instanceOf(node)]),
    label,
    most,
    nested: merge(nested),
  };
  const options = Object.entries(valueOptions).flatMap(([name, option]): PropertyUse[] => {
    const given = field[name as keyof typeof valueOptions];
    return typeof given === 'string' && 'literal' in option
      ? [use(given, `${id}-${name}`, [literalOf(option.literal)], { most: 'isOne' in option ? 1 : most })]
      : [];
  });
  const isOfSubject = !isPart || makesRoles(range);
  return [main, ...options, ...(isOfSubject ? beside : [])];
}

function makesRoles({ classes }: ValueType['range']): boolean {
  return classes.some((type) => type.equals(schema.Role));
}

/** Types whose values are parts of the subject without a `node`. */
const makesParts: ReadonlySet<string> = new Set(['quantity', 'money', 'period', 'marriage']);

/** What the values of a field have that are parts of the subject. */
function partUses(field: FieldSpec): PropertyUse[] {
  const { value, property, node, territory } = field;
  if (territory !== undefined) return [use(territory, 'territory', places, { most: 1 })];
  if (value === 'code') return [use('schema:value', 'value', [codeOf(field)])];
  if (value === 'quantity' || value === 'count' || value === 'money') {
    if (field.least === undefined && field.greatest === undefined) return [];
    return ['value', 'minValue', 'maxValue'].map((name) =>
      use(`schema:${name}`, name, [numberWithin(field)]),
    );
  }
  const { range } = valueType(value);
  const isBehind = node !== undefined && !makesRoles(range);
  // As schema.org's roles do, the same property leads from the part to the value.
  return isBehind ? [use(property, 'value', valuesOf({ ...field, node: undefined }))] : [];
}

/** @param before what begins their ids */
function besideUses(before: string, { beside = {} }: FieldSpec): PropertyUse[] {
  return Object.entries(beside).flatMap(([sort, said]) => {
    if (!said) return [];
    const { place, ...sorts } = { place: places, ...literalAlternatives };
    const alternatives = sort === 'place' ? place : [sorts[sort as keyof typeof sorts]];
    return [use(said.property, `${before}${sort}`, alternatives)];
  });
}

const literalAlternatives = Object.fromEntries(
  Object.entries(besideLiterals).map(([sort, of]) => [sort, literalOf(of)]),
) as Readonly<Record<keyof typeof besideLiterals, Alternative>>;

function groupUse(id: string, { property, class: type, fields }: GroupSpec): PropertyUse {
  const nested = fieldUses(Object.entries(fields));
  return use(property, id, [instanceOf(type)], { nested: merge(nested), isNamed: true });
}

function listUses(
  id: string,
  { property, class: type, name, position, fields }: Kind['file']['lists'][string],
): PropertyUse[] {
  const own = fieldUses(Object.entries(fields));
  if (property === undefined || type === undefined) return own;
  const link = name?.link
    ? [use(name.link.property, camel(name.link.property), [instanceOf(name.link.class)])]
    : [];
  const at = position === undefined ? [] : [use(position, 'position', [literalOf('integer')])];
  const nested = merge([...own, ...link, ...at]);
  return [use(property, id, [instanceOf(type)], { nested, isNamed: true })];
}

function leadUses(lead: Kind['file']['lead']): PropertyUse[] {
  const { genre, country, occupation, year, life } = lead ?? {};
  const uses: [string | undefined, readonly Alternative[]][] = [
    [genre, [literalOf('words')]],
    [country, [instanceOf('schema:Country')]],
    [occupation, [literalOf('words')]],
    [year, [literalOf('date')]],
    [life?.birthDate, [literalOf('date')]],
    [life?.deathDate, [literalOf('date')]],
    [life?.birthPlace, places],
    [life?.deathPlace, places],
  ];
  return uses.flatMap(([property, alternatives]) =>
    property === undefined ? [] : [use(property, camel(property), alternatives, { isUncounted: true })],
  );
}

/** Uses of one property are one: a value may be what any of them says. */
function merge(uses: readonly PropertyUse[]): PropertyUses {
  const merged = new Map<string, PropertyUse>();
  for (const one of uses) {
    const known = merged.get(one.property);
    merged.set(one.property, known ? both(known, one) : one);
  }
  return merged;
}

function both(a: PropertyUse, b: PropertyUse): PropertyUse {
  const alternatives = new Map([...a.alternatives, ...b.alternatives].map((one) => [one.turtle, one]));
  return {
    ...a,
    alternatives: [...alternatives.values()],
    most: mostOf(a, b),
    nested: merge([...a.nested.values(), ...b.nested.values()]),
    isNamed: (a.isNamed ?? false) || (b.isNamed ?? false),
    before: [...new Set([...a.before, ...b.before])],
    isUncounted: (a.isUncounted ?? false) && (b.isUncounted ?? false),
  };
}

/** What two fields state together. */
function mostOf(a: PropertyUse, b: PropertyUse): number | undefined {
  if (a.isUncounted) return b.most;
  if (b.isUncounted) return a.most;
  return a.most === undefined || b.most === undefined ? undefined : a.most + b.most;
}

/** Classes that stand in what a kind states. */
export function classesIn(uses: PropertyUses): readonly string[] {
  const found = [...uses.values()].flatMap(({ alternatives, nested }) => [
    ...alternatives
      .filter(({ isLiteral, range }) => !isLiteral && range !== 'rdfs:Resource')
      .map(({ range }) => range),
    ...classesIn(nested),
  ]);
  return [...new Set(found)].sort();
}
