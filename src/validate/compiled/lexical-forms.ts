/** Lexical forms of datatypes (https://www.w3.org/TR/xmlschema11-2/), as far as everyone agrees on them. */
import type { Literal } from '@rdfjs/types';
import { prefixes } from '../../rdf/vocabulary.js';
import { Undecided } from './undecided.js';

const anything = /^/;
const zone = '(?:Z|[+-][0-9]{2}:[0-9]{2})?';
const year = '-?[0-9]{4}';
const clock = '[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?';
const time = 'T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]+)?S)?';
const float = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** Forms that are well-formed beyond doubt; of others the engine tells. */
const wellFormed: ReadonlyMap<string, RegExp> = new Map([
  [`${prefixes.rdf}langString`, anything],
  ...Object.entries({
    string: anything,
    boolean: /^(?:true|false|1|0)$/,
    integer: /^[+-]?[0-9]+$/,
    nonNegativeInteger: /^[0-9]+$/,
    positiveInteger: /^[1-9][0-9]*$/,
    decimal: /^[+-]?[0-9]+(?:\.[0-9]+)?$/,
    double: float,
    float,
    anyURI: /^[!-~]*$/,
    date: new RegExp(`^${year}-[0-9]{2}-[0-9]{2}${zone}$`),
    dateTime: new RegExp(`^${year}-[0-9]{2}-[0-9]{2}T${clock}${zone}$`),
    time: new RegExp(`^${clock}${zone}$`),
    gYear: new RegExp(`^${year}${zone}$`),
    gYearMonth: new RegExp(`^${year}-[0-9]{2}${zone}$`),
    duration: new RegExp(`^-?P(?=[0-9T])(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+D)?(?:${time})?$`),
  }).map(([name, form]): [string, RegExp] => [`${prefixes.xsd}${name}`, form]),
]);

/** @throws Undecided */
export function isWellFormed({ value, datatype }: Literal): boolean {
  if (wellFormed.get(datatype.value)?.test(value)) return true;
  throw new Undecided(`whether ${value} is a form of ${datatype.value}`);
}
