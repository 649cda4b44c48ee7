/** The order of literals, as SPARQL's `<` has it on the values of XML Schema 1.1; the same on every machine. */
import type { Literal, Term } from '@rdfjs/types';
import { byCodePoints } from '../../rdf/code-point-order.js';
import { prefixes } from '../../rdf/vocabulary.js';
import { compareDurations, readDuration } from './duration.js';
import { durationTypes } from './lexical-forms.js';
import { compareMoments, momentTypes, readMoment } from './moment.js';
import { compareNumbers, numberTypes, readNumber, readShortInteger } from './number.js';

const xsd = prefixes.xsd as string;

/**
 * Negative if the first comes before the second, positive if after it, 0 if they are the same; null if they have no order:
 * terms that are no literals, literals of kinds that cannot be compared, and forms that are none.
 */
export function compareTerms(a: Term | null, b: Term | null): number | null {
  if (a?.termType !== 'Literal' || b?.termType !== 'Literal') return null;
  const typeA = localType(a);
  const typeB = a.datatype.value === b.datatype.value ? typeA : localType(b);
  if (numberTypes.has(typeA) && numberTypes.has(typeB)) {
    const first = readShortInteger(a.value, typeA);
    const second = first === null ? null : readShortInteger(b.value, typeB);
    return first !== null && second !== null ? first - second : both(readNumber, compareNumbers, a, b);
  }
  if (typeA !== typeB) return null;
  if (momentTypes.has(typeA)) return both(readMoment, compareMoments, a, b);
  if (durationTypes.has(typeA)) return both(readDuration, compareDurations, a, b);
  if (typeA === 'string') return byCodePoints(a.value, b.value);
  if (typeA === 'boolean') return both(readBoolean, (first, second) => first - second, a, b);
  return null;
}

function both<T>(
  read: (text: string, datatype: string) => T | null,
  compare: (a: T, b: T) => number | null,
  a: Literal,
  b: Literal,
): number | null {
  const [first, second] = [read(a.value, localType(a)), read(b.value, localType(b))];
  return first === null || second === null ? null : compare(first, second);
}

function readBoolean(text: string): number | null {
  return /^(?:true|1)$/.test(text) ? 1 : /^(?:false|0)$/.test(text) ? 0 : null;
}

/** Empty for datatypes of others. */
function localType({ datatype: { value } }: Literal): string {
  if (!value.startsWith(xsd)) return '';
  const known = localNames.get(value);
  if (known !== undefined) return known;
  const name = value.slice(xsd.length);
  if (localNames.size < mostNames) localNames.set(value, name);
  return name;
}

/** Few datatypes come again and again. */
const localNames = new Map<string, string>();
const mostNames = 100;
