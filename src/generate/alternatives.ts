/** What the values of a property may be: for shapes a constraint each, for vocabularies a range, for messages words. */
import type { FieldSpec } from '../map/layers.js';
import type { LiteralSort } from '../map/value/literal-sort.js';
import { valueType } from '../map/values.js';
import { schema, shorten } from '../rdf/vocabulary.js';
import { withArticle, wordsOfTerm } from './words.js';

/** One thing that a value may be. */
export interface Alternative {
  /** The constraints, in Turtle. */
  readonly turtle: string;
  /** "a person", for messages. */
  readonly words: string;
  /** The class or the datatype, as a compact IRI. */
  readonly range: string;
  readonly isLiteral: boolean;
  /** How the JSON-LD context says it, where one definition does for all values. */
  readonly context?: Readonly<Record<string, string>>;
}

const literals: Readonly<Record<LiteralSort, Alternative>> = {
  date: literal('sh:node shape:CalendarDate', 'a day that exists, a month or a year', 'rdfs:Literal', {
    '@type': 'xsd:date',
  }),
  duration: literal('sh:node shape:Duration', 'a duration longer than nothing', 'xsd:duration', {
    '@type': 'xsd:duration',
  }),
  offset: literal('sh:datatype xsd:duration', 'an offset such as -PT8H', 'xsd:duration', {
    '@type': 'xsd:duration',
  }),
  words: literal('sh:node shape:Words', 'words in a language', 'rdf:langString', { '@language': 'en' }),
  text: literal('sh:datatype xsd:string ; sh:minLength 1', 'text in no language', 'xsd:string', {
    '@type': 'xsd:string',
  }),
  language: literal('sh:node shape:LanguageTag', 'a BCP 47 tag such as en or zh-Hant', 'xsd:string', {
    '@type': 'xsd:string',
  }),
  integer: literal('sh:datatype xsd:integer', 'a whole number', 'xsd:integer'),
  number: literal('sh:node shape:Number', 'a number', 'rdfs:Literal'),
};

function literal(
  turtle: string,
  words: string,
  range: string,
  context?: Alternative['context'],
): Alternative {
  return { turtle, words, range, isLiteral: true, ...(context ? { context } : {}) };
}

export function literalOf(sort: LiteralSort): Alternative {
  return literals[sort];
}

export function instanceOf(curie: string): Alternative {
  const words = withArticle(wordsOfTerm(curie).replace('organization', 'organisation'));
  return { turtle: `sh:class ${curie}`, words, range: curie, isLiteral: false };
}

export const places: readonly Alternative[] = [instanceOf('schema:Place'), instanceOf('schema:Country')];

export const address: Alternative = {
  turtle: 'sh:nodeKind sh:IRI',
  words: 'an IRI',
  range: 'rdfs:Resource',
  isLiteral: false,
};

/** What a field's values are, before any node that its mapping puts between. */
export function valuesOf(field: FieldSpec): readonly Alternative[] {
  const { range } = valueType(field.value);
  if (field.terms) return enumerated(field.terms);
  if (field.class !== undefined) return [instanceOf(field.class)];
  const classes = range.classes.map((type) => instanceOf(shorten(type.value)));
  const own =
    range.literal === undefined ? range.datatypes.map(({ value }) => ofDatatype(shorten(value))) : [];
  if (range.literal !== undefined) own.push(bounded(literals[range.literal], field));
  return classes.length + own.length > 0 ? [...classes, ...own] : [address];
}

/** A literal of which no more is known than its datatype. */
function ofDatatype(datatype: string): Alternative {
  if (datatype === 'rdf:langString') return literals.words;
  if (datatype === 'xsd:string') return literals.text;
  return literal(`sh:datatype ${datatype}`, withArticle(wordsOfTerm(datatype)), datatype);
}

/** A literal with the bounds and the pattern that its field gives it. */
function bounded(alternative: Alternative, { least, greatest, pattern }: FieldSpec): Alternative {
  const isNumber = alternative.range === 'xsd:integer' || alternative === literals.number;
  const added = [
    ...(isNumber && least !== undefined ? [`sh:minInclusive ${least}`] : []),
    ...(isNumber && greatest !== undefined ? [`sh:maxInclusive ${greatest}`] : []),
    ...(pattern === undefined ? [] : [`sh:pattern ${JSON.stringify(`^(${pattern})$`)}`]),
  ];
  if (added.length === 0) return alternative;
  const said = [
    ...(isNumber && least !== undefined ? [`${least} at least`] : []),
    ...(isNumber && greatest !== undefined ? [`${greatest} at most`] : []),
    ...(pattern === undefined ? [] : ['of the form that the field says']),
  ];
  return {
    ...alternative,
    turtle: [alternative.turtle, ...added].join(' ; '),
    words: `${alternative.words}, ${said.join(' and ')}`,
  };
}

/** The numbers of a part such as a quantity, with the bounds of its field. */
export function numberWithin(field: FieldSpec): Alternative {
  return bounded(literals.number, field);
}

/** The code of a part, with the pattern of its field. */
export function codeOf(field: FieldSpec): Alternative {
  return bounded(literals.text, field);
}

function enumerated(terms: NonNullable<FieldSpec['terms']>): readonly Alternative[] {
  const isTerm = (name: string): boolean => /^[A-Za-z][\w-]*:[\w-]+$/.test(name);
  const names = Object.keys(terms);
  const members = names.map((name) => (isTerm(name) ? name : JSON.stringify(name)));
  const isLiteral = !names.some(isTerm);
  const one: Alternative = {
    turtle: `sh:in ( ${members.join(' ')} )`,
    words: 'one of the terms that the field knows',
    range: isLiteral ? 'xsd:string' : names.every(isTerm) ? shorten(schema.Thing.value) : 'rdfs:Resource',
    isLiteral,
  };
  return [isLiteral ? { ...one, context: { '@type': 'xsd:string' } } : one];
}
