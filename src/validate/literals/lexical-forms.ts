/** Which forms a datatype has (https://www.w3.org/TR/xmlschema11-2/, https://www.w3.org/TR/rdf11-concepts/#section-Datatypes). */
import type { Literal } from '@rdfjs/types';
import { prefixes, rdf } from '../../rdf/vocabulary.js';
import { readDuration } from './duration.js';
import { momentTypes, readMoment } from './moment.js';
import { numberTypes, readNumber, readShortInteger } from './number.js';

export const durationTypes: ReadonlySet<string> = new Set([
  'duration',
  'yearMonthDuration',
  'dayTimeDuration',
]);

const name = '[\\p{L}_][\\p{L}\\p{N}\\p{M}._·-]*';

const forms: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/,
  normalizedString: /^[^\t\n\r]*$/,
  token: /^(?:[^\s](?:[^\t\n\r]*[^\s])?)?$/,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  NMTOKEN: /^[\p{L}\p{N}\p{M}._:·-]+$/u,
  Name: new RegExp(`^(?:${name}|:)(?::|${name})*$`, 'u'),
  NCName: new RegExp(`^${name}$`, 'u'),
  hexBinary: /^(?:[0-9A-Fa-f]{2})*$/,
  base64Binary: /^[A-Za-z0-9+/\s]*(?:=\s?){0,2}$/,
  // https://www.w3.org/TR/xmlschema11-2/#anyURI: any string; what no IRI holds is refused all the same, as others do.
  anyURI: /^[^\0- <>"{}|\\^`\x7f]*$/,
};

const xsd = prefixes.xsd as string;

/** Of a datatype that is not XML Schema's, every form is one. */
export function isWellFormed({ value, datatype, language }: Literal): boolean {
  if (datatype.value === rdf.langString.value) return language !== '';
  if (!datatype.value.startsWith(xsd)) return true;
  const type = datatype.value.slice(xsd.length);
  if (numberTypes.has(type))
    return readShortInteger(value, type) !== null || readNumber(value, type) !== null;
  if (momentTypes.has(type)) return readMoment(value, type) !== null;
  if (durationTypes.has(type)) return readDuration(value, type) !== null;
  return forms[type]?.test(value) ?? true;
}
