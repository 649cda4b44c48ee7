/** Mapping files as YAML, checked against the schema. Kept apart, because loading the checker takes time. */
import { LineCounter, parseDocument, visit } from 'yaml';
import type { ZodError } from 'zod';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';
import {
  blockSchema,
  kindSchema,
  librarySchema,
  partSchema,
  sentencesSchema,
  tableSchema,
} from './mapping-schema.js';
import type { MappingPath, ParsedMappingFile } from './parsed-file.js';
import { isOption } from './value-options.js';
import { findValueType, valueTypes } from './values.js';

/** The files that fit the schema; problems name the lines of the others. */
export function parseMappingFiles(files: readonly TextFile[], problems: Problem[]): ParsedMappingFile[] {
  return files.flatMap((file) => {
    const parsed = parseMappingFile(file, problems);
    return parsed ? [parsed] : [];
  });
}

function parseMappingFile(file: TextFile, problems: Problem[]): ParsedMappingFile | null {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  const report = (message: string, offset?: number): void => {
    const at = offset === undefined ? {} : linePlace(lines, offset);
    problems.push({
      code: 'mapping-invalid',
      severity: 'error',
      message,
      place: { source: file.name, ...at },
    });
  };
  for (const error of document.errors)
    report(`This is no valid YAML: ${error.message.split('\n')[0]}`, error.pos[0]);
  if (document.errors.length > 0) return null;

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    // An alias of nothing, or so many that the file would fill the memory.
    report(`This is no valid YAML: ${(error as Error).message}`, aliasOffset(document));
    return null;
  }
  const schema = schemaFor(data);
  if (!schema) {
    report(
      `A mapping file says ${Object.keys(schemas)
        .map((key) => `\`${key}:\``)
        .join(', ')} at its top level.`,
    );
    return null;
  }
  const result = schema.safeParse(data);
  if (result.success) {
    const wrong = wrongValues(data, []);
    for (const { path, message } of wrong) report(`${path.join('.')}: ${message}`, offsetOf(document, path));
    const placeOf = (path: MappingPath): LinePlace => linePlace(lines, offsetOf(document, path) ?? 0);
    return wrong.length === 0 ? { name: file.name, data: result.data, placeOf } : null;
  }
  for (const issue of result.error.issues.map(nearest)) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
    report(`${path.join('.') || 'The file'}: ${issue.message}`, offsetOf(document, path));
  }
  return null;
}

type Issue = ZodError['issues'][number];
type LinePlace = { readonly line: number; readonly column: number };

const mostAliases = 100;

/** Where the first alias stands. */
function aliasOffset(document: ReturnType<typeof parseDocument>): number | undefined {
  let found: number | undefined;
  visit(document, {
    Alias: (_, { range }) => {
      found = range?.[0];
      return visit.BREAK;
    },
  });
  return found;
}

/** Fields, wherever they stand in a file, whose type of value does not exist or does not know an option that they give. */
function wrongValues(data: unknown, path: MappingPath): { path: MappingPath; message: string }[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap((item, i) => wrongValues(item, [...path, i]));
  const inner = Object.entries(data).flatMap(([key, value]) => wrongValues(value, [...path, key]));
  const isField = 'value' in data && ('property' in data || 'labels' in data);
  if (!isField || typeof data.value !== 'string') return inner;
  const type = findValueType(data.value);
  if (!type) {
    const names = valueTypes.map(({ name }) => name).join(', ');
    return [
      ...inner,
      { path: [...path, 'value'], message: `there is no type "${data.value}": use ${names}` },
    ];
  }
  const foreign = Object.keys(data).filter((key) => isOption(key) && !type.options.includes(key));
  const message = `is no option of the type ${type.name}`;
  return [...inner, ...foreign.map((key) => ({ path: [...path, key], message }))];
}

/** What a file may say, by the key that says what it maps. */
const schemas = {
  kind: kindSchema,
  block: blockSchema,
  fields: librarySchema,
  part: partSchema,
  table: tableSchema,
  sentences: sentencesSchema,
};

/** Of the forms that a value may have, what the one that it comes nearest to misses. */
function nearest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const isOtherSort = (found: readonly Issue[]): boolean =>
    found.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  const found = issue.errors.find((one) => !isOtherSort(one))?.[0];
  return found ? nearest({ ...found, path: [...issue.path, ...found.path] }) : issue;
}

function schemaFor(data: unknown) {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.entries(schemas).find(([key]) => key in data)?.[1];
}

/** Offset of the node at a path, or of the nearest one above it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: MappingPath): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] | null }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function linePlace(lines: LineCounter, offset: number): LinePlace {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
