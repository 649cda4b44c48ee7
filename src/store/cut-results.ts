/** Results of SELECT without the rows that are too many. */
import type { ResultFormat, SparqlAnswer } from './sparql-service.js';

type Cut = Pick<SparqlAnswer, 'body' | 'isCut'>;

/** @param rows as many are kept */
export function cutResults(body: string, format: ResultFormat, rows: number): Cut {
  const end = ends[format](body, rows);
  if (end === null) return { body, isCut: false };
  return { body: body.slice(0, end) + tails[format], isCut: true };
}

const tails: Readonly<Record<ResultFormat, string>> = {
  json: ']}}',
  xml: '</results></sparql>',
  csv: '',
  tsv: '',
};

/** Where the rows that are kept end; null where there are no more. */
const ends: Readonly<Record<ResultFormat, (body: string, rows: number) => number | null>> = {
  json: endOfJson,
  // Text is escaped, so that the tag is a tag wherever it stands.
  xml: (body, rows) => placeOf(body, '<result>', rows + 1),
  csv: endOfCsv,
  // Line breaks in strings are escaped. One line is the header.
  tsv: (body, rows) => endAfterLines(body, rows + 1),
};

function placeOf(body: string, tag: string, count: number): number | null {
  let at = -1;
  for (let i = 0; i < count; i++) {
    at = body.indexOf(tag, at + 1);
    if (at < 0) return null;
  }
  return at;
}

function endAfterLines(body: string, count: number): number | null {
  let at = 0;
  for (let i = 0; i < count; i++) {
    at = body.indexOf('\n', at) + 1;
    if (at === 0) return null;
  }
  return at < body.length ? at : null;
}

/** Records end outside of quotation marks (https://www.rfc-editor.org/rfc/rfc4180). */
function endOfCsv(body: string, rows: number): number | null {
  let records = 0;
  let isQuoted = false;
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '"') isQuoted = !isQuoted;
    else if (body[at] === '\n' && !isQuoted && ++records === rows + 1)
      return at + 1 < body.length ? at + 1 : null;
  }
  return null;
}

/** Bindings are the objects two levels below the outermost one, in the array of `bindings`. */
function endOfJson(body: string, rows: number): number | null {
  let at = body.indexOf('"bindings":[') + '"bindings":['.length;
  let depth = 0;
  let count = 0;
  for (; at < body.length; at++) {
    const character = body[at];
    if (character === '"') at = endOfString(body, at);
    else if (character === '{') {
      if (depth++ === 0 && ++count > rows) return rows === 0 ? at : at - 1;
    } else if (character === '}') depth--;
    else if (character === ']' && depth === 0) return null;
  }
  return null;
}

function endOfString(body: string, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== '"') at += body[at] === '\\' ? 2 : 1;
  return at;
}
