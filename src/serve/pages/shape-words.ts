/** What shapes ask for, in words (https://www.w3.org/TR/shacl/#core-components). */
import type { Quad } from '@rdfjs/types';
import { entry } from '../../entry.js';
import { iriOf } from './questions.js';
import { numberWords } from './values.js';
import type { Description, VocabularyFile } from './vocabulary-terms.js';
import { ownShapes, prefixOf, termLabel } from './vocabulary-terms.js';

type Term = Quad['object'];

let described: ReadonlyMap<string, Description> | null = null;
let byTerm: ReadonlyMap<string, readonly string[]> | null = null;

/** Everything that the shape files say, by subject; where several speak of one, the first describes it. */
export function shapeDescriptions(): ReadonlyMap<string, Description> {
  described ??= new Map(
    ownShapes()
      .flatMap(({ subjects }) => [...subjects])
      .reverse(),
  );
  return described;
}

/** The shapes whose path or target a term is. */
export function shapesAbout(term: string): readonly string[] {
  byTerm ??= shapesByTerm();
  return byTerm.get(term) ?? [];
}

function shapesByTerm(): Map<string, string[]> {
  const about = [iriOf('sh:path'), iriOf('sh:targetClass'), iriOf('sh:class')];
  const found = new Map<string, string[]>();
  for (const [iri, description] of shapeDescriptions()) {
    if (!iri.includes('#')) continue;
    const terms = new Set(about.flatMap((key) => description.get(key) ?? []).map(({ value }) => value));
    for (const term of terms) entry(found, term, () => []).push(iri);
  }
  return found;
}

/** The kind whose articles a shape asks about; undefined for the shapes of all. */
export function kindOf(description: Description): string | undefined {
  return description.get(iriOf('sh:targetNode'))?.[0]?.value;
}

/** The kind whose articles the shapes of a file ask about; null where they are of all. */
export function kindOfFile({ subjects }: Pick<VocabularyFile, 'subjects'>): string | null {
  return [...subjects.values()].map(kindOf).find((kind) => kind !== undefined) ?? null;
}

let pathByShape: ReadonlyMap<string, string> | null = null;

/** The path of the page that shows a shape. */
export function shapePath(iri: string): string {
  pathByShape ??= new Map(
    ownShapes()
      .flatMap((file) => {
        const kind = kindOfFile(file);
        const path = kind === null ? '/shapes' : `/shapes/${kind}`;
        return [...file.subjects.keys()].map((shape) => [shape, path] as const);
      })
      // As of descriptions, the first file that speaks of a shape shows it.
      .reverse(),
  );
  return pathByShape.get(iri) ?? '/shapes';
}

const nodeKinds: Readonly<Record<string, string>> = {
  'sh:IRI': 'an IRI',
  'sh:Literal': 'a literal',
  'sh:BlankNode': 'a blank node',
  'sh:BlankNodeOrIRI': 'no literal',
  'sh:IRIOrLiteral': 'no blank node',
  'sh:BlankNodeOrLiteral': 'no IRI',
};

const datatypes: Readonly<Record<string, string>> = {
  'rdf:langString': 'words in a language',
  'xsd:string': 'a text',
  'xsd:integer': 'a whole number',
  'xsd:nonNegativeInteger': 'a whole number, not below 0',
  'xsd:decimal': 'a number',
  'xsd:date': 'a date',
  'xsd:dateTime': 'a date with a time',
  'xsd:gYear': 'a year',
  'xsd:gYearMonth': 'a month of a year',
  'xsd:duration': 'a duration',
  'xsd:boolean': 'true or false',
  'xsd:anyURI': 'an address',
};

/** How each constraint reads; those that are read together with another are not here. */
const sentences: readonly [string, (value: Term, all: Words) => string][] = [
  ['sh:minCount', ({ value }) => (value === '1' ? 'has at least one' : `has at least ${value}`)],
  [
    'sh:maxCount',
    ({ value }) => (value === '0' ? 'has none' : value === '1' ? 'has at most one' : `has at most ${value}`),
  ],
  ['sh:nodeKind', ({ value }) => `is ${named(nodeKinds, value)}`],
  ['sh:datatype', ({ value }) => `is ${named(datatypes, value)}`],
  ['sh:class', ({ value }) => `is a ${termLabel(value)}`],
  ['sh:hasValue', ({ value }) => `has the value ${value}`],
  [
    'sh:in',
    (list, all) =>
      `is one of ${all
        .list(list)
        .map((item) => (item.termType === 'NamedNode' ? termLabel(item.value) : `“${item.value}”`))
        .join(', ')}`,
  ],
  ['sh:minLength', ({ value }) => (value === '1' ? 'is not empty' : `has at least ${value} characters`)],
  ['sh:maxLength', ({ value }) => `has at most ${value} characters`],
  ['sh:pattern', ({ value }) => `matches ${value}`],
  ['sh:minInclusive', ({ value }) => `is at least ${numberWords(value) ?? value}`],
  ['sh:maxInclusive', ({ value }) => `is at most ${numberWords(value) ?? value}`],
  ['sh:minExclusive', ({ value }) => `is more than ${numberWords(value) ?? value}`],
  ['sh:maxExclusive', ({ value }) => `is less than ${numberWords(value) ?? value}`],
  ['sh:lessThan', ({ value }) => `is less than ${termLabel(value)}`],
  ['sh:lessThanOrEquals', ({ value }) => `is not more than ${termLabel(value)}`],
  ['sh:equals', ({ value }) => `is the same as ${termLabel(value)}`],
  ['sh:disjoint', ({ value }) => `is not the same as ${termLabel(value)}`],
  ['sh:uniqueLang', () => 'has one in each language'],
  ['sh:node', ({ value }, all) => all.inner(value)],
  ['sh:property', ({ value }, all) => all.inner(value)],
  ['sh:not', ({ value }, all) => `not: ${all.inner(value)}`],
  ['sh:or', (list, all) => all.either(list, ' or ')],
  ['sh:xone', (list, all) => `only one of: ${all.either(list, ' or ')}`],
  ['sh:and', (list, all) => all.either(list, ' and ')],
];

/** A shape's constraints in words. Shapes that have a name of their own are named, others are told where they stand. */
export class Words {
  constructor(private readonly shapes: ReadonlyMap<string, Description>) {}

  /** @param isWhole whether its property shapes are told apart from it */
  constraints(shape: string, isWhole = false): string[] {
    const description = this.shapes.get(shape);
    if (!description) return [];
    return sentences
      .filter(([curie]) => !(isWhole && curie === 'sh:property'))
      .flatMap(([curie, words]) => (description.get(iriOf(curie)) ?? []).map((value) => words(value, this)));
  }

  path(shape: string): string | null {
    const [path] = this.shapes.get(shape)?.get(iriOf('sh:path')) ?? [];
    return path ? this.pathWords(path) : null;
  }

  inner(shape: string): string {
    if (shape.includes('#')) return `is as ${shape.replace(/^.*#/, '')} asks`;
    const path = this.path(shape);
    const own = this.constraints(shape).join(', and ');
    return path === null ? own : `${path} ${own}`;
  }

  either(list: Term, between: string): string {
    return this.list(list)
      .map(({ value }) => this.inner(value))
      .join(between);
  }

  /** https://www.w3.org/TR/rdf-schema/#ch_collectionvocab */
  list(head: Term): Term[] {
    const items: Term[] = [];
    for (let node = head.value; node !== iriOf('rdf:nil'); ) {
      const description = this.shapes.get(node);
      const [first] = description?.get(iriOf('rdf:first')) ?? [];
      const [rest] = description?.get(iriOf('rdf:rest')) ?? [];
      if (!first || !rest) break;
      items.push(first);
      node = rest.value;
    }
    return items;
  }

  private pathWords(path: Term): string {
    if (path.termType === 'NamedNode') return termLabel(path.value);
    const [inverse] = this.shapes.get(path.value)?.get(iriOf('sh:inversePath')) ?? [];
    if (inverse) return `${this.pathWords(inverse)} of another`;
    return this.list(path)
      .map((step) => this.pathWords(step))
      .join(', then ');
  }
}

function named(names: Readonly<Record<string, string>>, iri: string): string {
  const found = Object.entries(names).find(([curie]) => iriOf(curie) === iri);
  return found?.[1] ?? `${prefixOf(iri)} ${termLabel(iri)}`.trim();
}
