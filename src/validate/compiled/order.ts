/** The order of literals, where it does not depend on how strings are collated. */
import { prefixes } from '../../rdf/vocabulary.js';
import type { GraphTerm } from './terms.js';
import { Undecided } from './undecided.js';

type ToNumber = (form: string) => number;

const byXsdName = (entries: readonly (readonly [string, ToNumber])[]): ReadonlyMap<string, ToNumber> =>
  new Map(entries.map(([name, read]) => [`${prefixes.xsd}${name}`, read]));

const integer: ToNumber = (form) => Number.parseInt(form, 10);

const numbers = byXsdName([
  ['integer', integer],
  ['int', integer],
  ['long', integer],
  ['nonNegativeInteger', integer],
  ['positiveInteger', integer],
  ['decimal', Number.parseFloat],
  ['double', Number.parseFloat],
  ['float', Number.parseFloat],
]);

/** To milliseconds. */
const instants = byXsdName([
  ['date', Date.parse],
  ['dateTime', Date.parse],
  ['gYear', (form) => Date.parse(`${form}-01-01`)],
  ['gYearMonth', (form) => Date.parse(`${form}-01`)],
]);

const zoned = /^.*(?:[+-]\d{2}:\d{2}|Z)$/;

/**
 * Negative where the first comes before the second, positive where after it, 0 where they are the same; null where they
 * have no order, as terms that are no literals, or a moment in a time zone and one in none.
 *
 * @throws Undecided
 */
export function compareTerms(a: GraphTerm, b: GraphTerm): number | null {
  if (a.termType !== 'Literal' || b.termType !== 'Literal') return null;
  const scale = [numbers, instants].find((datatypes) => datatypes.has(a.datatype.value));
  const [readA, readB] = [scale?.get(a.datatype.value), scale?.get(b.datatype.value)];
  if (!readA || !readB) throw new Undecided(`the order of ${a.datatype.value} and ${b.datatype.value}`);
  if (scale === instants && hasTimezone(a) !== hasTimezone(b)) return null;
  const difference = readA(a.value) - readB(b.value);
  if (Number.isNaN(difference)) throw new Undecided(`the order of ${a.value} and ${b.value}`);
  return difference;
}

function hasTimezone({ value, datatype }: { value: string; datatype: { value: string } }): boolean {
  return datatype.value === `${prefixes.xsd}dateTime` && zoned.test(value);
}
