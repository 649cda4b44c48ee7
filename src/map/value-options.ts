/**
 * What a field may say besides its type, for the types that know it: the one table of them. A term is a property or a
 * class; `compileOptions` makes nodes of the compact IRIs.
 */
import type { NamedNode } from '@rdfjs/types';
import type { LiteralSort } from './value/literal-sort.js';

export interface ValueOption {
  /**
   * `term` is a compact IRI, `text` are words, `flag` is true, `beside` a property for each sort of what may stand beside the value,
   * `terms` the words for each term.
   */
  readonly sort: 'term' | 'text' | 'flag' | 'beside' | 'terms';
  /** Whether it is a property of what the value is stated of, and not of the value. */
  readonly isOfSubject?: true;
  /** What its property leads to, where that is a literal. */
  readonly literal?: LiteralSort;
  /** Whether there is one value at most. */
  readonly isOne?: true;
  readonly description: string;
}

/** What may stand beside a value. */
export const besideSorts = ['date', 'start', 'end', 'place', 'share', 'age', 'role', 'note'] as const;
export type BesideSort = (typeof besideSorts)[number];

/** What the properties of what stands beside a value lead to; a place is a thing. */
export const besideLiterals: Readonly<Record<Exclude<BesideSort, 'place'>, LiteralSort>> = {
  date: 'date',
  start: 'date',
  end: 'date',
  share: 'number',
  age: 'integer',
  role: 'words',
  note: 'words',
};

export const valueOptions = {
  language: { sort: 'text', description: 'BCP 47 tag of the text, where it is not the article’s.' },
  minimum: {
    sort: 'term',
    isOfSubject: true,
    literal: 'duration',
    isOne: true,
    description: 'The property of the lower end of a range.',
  },
  maximum: {
    sort: 'term',
    isOfSubject: true,
    literal: 'duration',
    isOne: true,
    description: 'The property of the upper end of a range.',
  },
  earliest: {
    sort: 'term',
    isOfSubject: true,
    literal: 'date',
    description: 'The property of the earliest date.',
  },
  territory: { sort: 'term', description: 'The property of the place it was earned or spent in.' },
  beside: {
    sort: 'beside',
    description:
      'Properties of what stands beside a value, in parentheses or behind it; what has none is reported.',
  },
  node: {
    sort: 'term',
    description:
      'Class of a part that stands between the subject and each value, and holds what stands beside it.',
  },
  class: { sort: 'term', description: 'The class of the things that are named.' },
  number: {
    sort: 'term',
    isOfSubject: true,
    literal: 'integer',
    description: 'The property of how many there are.',
  },
  total: {
    sort: 'term',
    isOfSubject: true,
    literal: 'integer',
    description: 'The property of how many there are in all, of a share such as `12 / 40`.',
  },
  terms: {
    sort: 'terms',
    description: 'Which words stand for which term; a term is a compact IRI, or the words to state.',
  },
  start: {
    sort: 'term',
    isOfSubject: true,
    literal: 'date',
    description: 'The property of the begin of a single period.',
  },
  end: {
    sort: 'term',
    isOfSubject: true,
    literal: 'date',
    description: 'The property of the end of a single period.',
  },
  commas: {
    sort: 'text',
    description:
      '`outward` where commas and line breaks lead from one place to what is around it, as in a place of birth, or from a name to where that is; `country` where they do so only if a country ends them; else they part a list.',
  },
  unit: {
    sort: 'text',
    description:
      'The unit of a number that stands alone, by its UN/CEFACT code or a word for it; `/` for so many in the unit that ends the name of the parameter.',
  },
  scheme: { sort: 'text', description: 'What the codes are of, such as ISBN.' },
  clock: {
    sort: 'text',
    description:
      'What two numbers with a colon between them are: `minutes` and seconds. Absent, they are not read.',
  },
  rank: { sort: 'text', description: 'The rank of the taxon, as mappings/values/ranks.yaml has it.' },
  name: {
    sort: 'term',
    isOfSubject: true,
    description: 'The property of the scientific name of the subject.',
  },
  alone: {
    sort: 'flag',
    description:
      'Several values together say something else, and are kept as they stand, unless all are countries.',
  },
  as: {
    sort: 'terms',
    description:
      'Words that say that the value is that of another field, by its id: `as: { placeCapital: [capital] }`.',
  },
  numbers: { sort: 'flag', description: 'A number alone is a value too, as that of seats or soldiers.' },
  phrases: {
    sort: 'flag',
    description:
      'What is named may be written as a phrase, with a capital in its first word at most: "Western philosophy".',
  },
  years: {
    sort: 'flag',
    description: 'A year behind a comma belongs to the name before it: "Salt election, 1840".',
  },
  days: { sort: 'flag', description: 'A day or a month alone is a period too, as that of an event.' },
  part: {
    sort: 'text',
    description:
      'Which part of the value a parameter holds: of coordinates latitude or longitude, and degrees, minutes, seconds or direction; of a height `feet` or `inches`; of a date `day` or `year`.',
  },
} as const satisfies Record<string, ValueOption>;

export type OptionName = keyof typeof valueOptions;

interface SpecOf {
  readonly term: string;
  readonly text: string;
  readonly flag: true;
  readonly beside: { readonly [Sort in BesideSort]?: { readonly property: string } | undefined };
  readonly terms: Readonly<Record<string, readonly string[]>>;
}

interface CompiledOf {
  readonly term: NamedNode;
  readonly text: string;
  readonly flag: true;
  readonly beside: { readonly [Sort in BesideSort]?: NamedNode };
  /** By the word in lower case. */
  readonly terms: ReadonlyMap<string, NamedNode | string>;
}

/** The options of a field as its file writes them, and as mappers read them. */
export type OptionSpecs = {
  readonly [Name in OptionName]?: SpecOf[(typeof valueOptions)[Name]['sort']] | undefined;
};
export type Options = {
  readonly [Name in OptionName]?: CompiledOf[(typeof valueOptions)[Name]['sort']];
};

export function isOption(key: string): key is OptionName {
  return Object.hasOwn(valueOptions, key);
}

type Term = (curie: string) => NamedNode;

export function compileOptions(specs: OptionSpecs, term: Term): Options {
  const given = Object.entries(valueOptions).flatMap(([name, { sort }]) => {
    const value = specs[name as OptionName];
    return value === undefined ? [] : [[name, compileOption(sort, value, term)]];
  });
  return Object.fromEntries(given) as Options;
}

function compileOption(sort: ValueOption['sort'], value: SpecOf[ValueOption['sort']], term: Term) {
  if (value === true) return value;
  if (typeof value === 'string') return sort === 'term' ? term(value) : value;
  if (sort === 'terms') return compileTerms(value as SpecOf['terms'], term);
  const properties = Object.entries(value as SpecOf['beside']).flatMap(([of, one]) =>
    one ? [[of, term(one.property)]] : [],
  );
  return Object.fromEntries(properties) as CompiledOf['beside'];
}

function compileTerms(specs: SpecOf['terms'], term: Term): CompiledOf['terms'] {
  const isTerm = /^[A-Za-z][\w-]*:[\w-]+$/;
  const pairs = Object.entries(specs).flatMap(([name, words]) => {
    const meant = isTerm.test(name) ? term(name) : name;
    return words.map((word): [string, NamedNode | string] => [word.toLowerCase(), meant]);
  });
  return new Map(pairs);
}

/** Those of them that are properties of what the value is stated of. */
export function subjectTerms(options: Options): NamedNode[] {
  return Object.entries(valueOptions).flatMap(([name, option]) => {
    const value = options[name as OptionName];
    return 'isOfSubject' in option && value !== undefined && isTerm(value) ? [value] : [];
  });
}

/** The properties that a field's options name, and the class. */
export function optionTerms(options: Options): {
  readonly properties: readonly NamedNode[];
  readonly classes: readonly NamedNode[];
} {
  const { node, class: named, beside = {}, ...others } = options;
  const properties = [...Object.values(others).filter(isTerm), ...Object.values(beside)];
  return { properties, classes: [node, named].filter(isTerm) };
}

function isTerm(value: unknown): value is NamedNode {
  return typeof value === 'object' && value !== null && 'termType' in value;
}
