/** The shapes of a kind: what is true of the subject of an article that says its kind (`article:kind`). */
import type { Kind, Mappings } from '../map/compile-mappings.js';
import type { Alternative } from './alternatives.js';
import type { PropertyUse, PropertyUses } from './properties.js';
import { classesOf, fieldsOf, usesOf } from './properties.js';
import { description, english, turtleFile } from './turtle.js';
import { capitalised, either, withArticle, wordsOfTerm } from './words.js';

/** The way from a kind's name to the subjects of its articles. */
const subjects = '( [ sh:inversePath article:kind ] schema:mainEntity )';

/** Classes that the shapes of all articles are about. */
const common: ReadonlySet<string> = new Set(
  ['Thing', 'Person', 'Organization', 'Place', 'Country', 'CreativeWork'].map((name) => `schema:${name}`),
);

interface Named {
  readonly name: string;
  readonly key: string;
}

/** Writes the shapes of kinds, each once: what a kind says as the kind that it is a sort of is that one's shape. */
export class KindShapes {
  private readonly known = new Map<string, ReadonlyMap<string, Named>>();

  constructor(private readonly mappings: Mappings) {}

  write(kind: Kind): string {
    const { name, file } = kind;
    const uses = usesOf(kind, this.mappings);
    const names = this.namesOf(kind, uses);
    const classes = classesOf(kind);
    const ordered = [...uses.values()].flatMap((use) =>
      use.before.map((later, i) => orderShape(name, use, { later, number: i + 1 })),
    );
    const own = [...uses].filter(([property]) => names.get(property)?.name.startsWith(`shape:${name}-`));
    const of = { kind: name, what: withArticle(name.replaceAll('-', ' ')) };
    const body = [
      description(`shape:${name}`, 'sh:NodeShape', [
        `sh:targetNode ${JSON.stringify(name)}`,
        `sh:property ${[`shape:${name}-subject`, ...ordered.map(([shape]) => shape)].join(', ')}`,
      ]),
      description(`shape:${name}-subject`, 'sh:PropertyShape', [
        `sh:path ${subjects}`,
        oneOf(classes),
        `sh:message ${english(`An article of the kind ${name} is about ${wordsOf(classes)}.`)}`,
        propertyList([...names.values()].map((one) => one.name)),
      ]),
      ...namedClasses(file),
      ...own.flatMap(([, use]) => propertyShapes(use, `shape:${name}-${use.id}`, of)),
      ...ordered.map(([, text]) => text),
    ];
    const comment = `What articles of the kind ${name} state of their subject. Made of mappings/ by \`npm run generate\`.`;
    return turtleFile(comment, body, this.mappings.prefixes);
  }

  /** By property: the shape, which is another kind's where that says the same. */
  private namesOf(kind: Kind, uses: PropertyUses): ReadonlyMap<string, Named> {
    const known = this.known.get(kind.name);
    if (known) return known;
    const parent = this.mappings.kindNamed.get(kind.file.line[1] ?? '');
    const inherited = parent ? this.namesOf(parent, usesOf(parent, this.mappings)) : new Map<string, Named>();
    const names = new Map<string, Named>();
    for (const [property, use] of uses) {
      if (use.alternatives.length === 0) continue;
      const key = keyOf(use);
      const above = inherited.get(property);
      names.set(property, above?.key === key ? above : { name: `shape:${kind.name}-${use.id}`, key });
    }
    this.known.set(kind.name, names);
    return names;
  }
}

function keyOf(use: PropertyUse): string {
  const alternatives = use.alternatives.map(({ turtle }) => turtle);
  return JSON.stringify([
    alternatives,
    use.most,
    use.isNamed,
    [...use.nested].map(([of, one]) => [of, keyOf(one)]),
  ]);
}

interface Of {
  readonly kind: string;
  /** "a film". */
  readonly what: string;
}

/** A property's shape, and those of what its values have. */
function propertyShapes(use: PropertyUse, name: string, of: Of): string[] {
  const { property, alternatives, most, nested, isNamed } = use;
  const inner = [...nested.values()].map((one) => ({ one, name: `${name}-${one.id}` }));
  const said = `${capitalised(of.what)}'s ${property} is ${wordsOf(alternatives)}`;
  const bound = most === undefined ? '' : `; there ${most === 1 ? 'is one' : `are ${most}`} at most`;
  return [
    description(name, 'sh:PropertyShape', [
      `sh:path ${property}`,
      oneOf(alternatives),
      most === undefined ? null : `sh:maxCount ${most}`,
      `sh:message ${english(`${said}${bound}.`)}`,
      propertyList([...(isNamed ? ['shape:Part-name'] : []), ...inner.map((one) => one.name)]),
    ]),
    ...inner.flatMap(({ one, name: innerName }) =>
      propertyShapes(one, innerName, { ...of, what: withArticle(wordsOfTerm(property)) }),
    ),
  ];
}

function propertyList(names: readonly string[]): string | null {
  return names.length === 0 ? null : `sh:property\n    ${names.join(',\n    ')}`;
}

function oneOf(alternatives: readonly Alternative[]): string {
  const [first, ...others] = alternatives.map(({ turtle }) => turtle);
  if (others.length === 0) return first ?? '';
  return `sh:or ( ${[first, ...others].map((turtle) => `[ ${turtle} ]`).join(' ')} )`;
}

function wordsOf(alternatives: readonly Alternative[]): string {
  return either([...new Set(alternatives.map(({ words }) => words))]);
}

/**
 * Days are in order. Only days are compared: of a year and a day in it nobody can say which is earlier, and SHACL takes what
 * cannot be compared as wrong.
 */
function orderShape(
  kind: string,
  { property, id }: PropertyUse,
  { later, number }: { readonly later: string; readonly number: number },
): readonly [string, string] {
  // A shape has one path: what is not later than several things has a shape for each.
  const name = `shape:${kind}-${id}-order${number === 1 ? '' : `-${number}`}`;
  const text = description(name, 'sh:PropertyShape', [
    `sh:path ${subjects}`,
    `sh:or (
    [ sh:not [ sh:property [ sh:path [ sh:alternativePath ( ${property} ${later} ) ] ; sh:datatype xsd:date ] ] ]
    [ sh:property [ sh:path ${property} ; sh:lessThanOrEquals ${later} ] ]
  )`,
    `sh:message ${english(`${capitalised(withArticle(kind))}'s ${property} is not later than its ${later}.`)}`,
  ]);
  return [name, text];
}

/** What things of the classes that fields make are called; the subject is called as its page is, whatever that holds. */
function namedClasses(file: Kind['file']): string[] {
  const named = new Set(fieldsOf(file).flatMap((spec) => (spec.class === undefined ? [] : [spec.class])));
  const others = [...named].filter((curie) => !common.has(curie)).sort();
  return others.length === 0 ? [] : [`shape:Named sh:targetClass ${others.join(', ')} .`];
}
