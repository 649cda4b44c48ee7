/** Terms and strings as Turtle, TriG, N-Triples and N-Quads alike write them (https://www.w3.org/TR/turtle/#sec-escapes). */
import type { Literal, NamedNode } from '@rdfjs/types';
import { xsd } from './vocabulary.js';

const short: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** An IRI or a literal in full, without prefixes. */
export function writeTerm(term: NamedNode | Literal): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  const text = quoteString(term.value);
  if (term.language !== '') return `${text}@${term.language}`;
  return term.datatype.equals(xsd.string) ? text : `${text}^^<${term.datatype.value}>`;
}

/** A string between quotation marks. */
export function quoteString(value: string): string {
  if (value.length <= sliceLength) return `"${escapeSlice(value)}"`;
  let escaped = '';
  for (let from = 0; from < value.length; from += sliceLength)
    escaped += escapeSlice(value.slice(from, from + sliceLength));
  return `"${escaped}"`;
}

/** Of a huge string that is all quotation marks, the engine could not hold all matches at once. */
const sliceLength = 1 << 20;

function escapeSlice(text: string): string {
  return text.replace(/["\\\u0000-\u001f\u007f]/g, escapeCharacter);
}

/** A string of several lines between three quotation marks. */
export function quoteLongString(value: string): string {
  const escaped = value.replace(/[\\\u0000-\u0009\u000b-\u001f\u007f]/g, escapeCharacter);
  // Three marks in a row would end the string, and so would one at its end.
  return `"""${escaped.replace(/"(?="")/g, '\\"').replace(/"(?="$)|"$/g, '\\"')}"""`;
}

function escapeCharacter(character: string): string {
  return short[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
