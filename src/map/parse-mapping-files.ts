/** Mapping files as YAML, checked against the schema. Kept apart, because loading the checker takes time. */
import { LineCounter, parseDocument, visit } from 'yaml';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';
import type { ParsedMappingFile } from './compile-mappings.js';
import type { MappingFile } from './mapping-schema.js';
import { kindSchema, partSchema, sentencesSchema, tableSchema } from './mapping-schema.js';

/** The files that fit the schema; problems name the lines of the others. */
export function parseMappingFiles(files: readonly TextFile[], problems: Problem[]): ParsedMappingFile[] {
  return files.flatMap((file) => {
    const data = parseMappingFile(file, problems);
    return data ? [{ name: file.name, data }] : [];
  });
}

function parseMappingFile(file: TextFile, problems: Problem[]): MappingFile | null {
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
    report('A mapping file says `kind:`, `part:`, `table:` or `sentences:` at its top level.');
    return null;
  }
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? step.toString() : step));
    report(`${path.join('.') || 'The file'}: ${issue.message}`, offsetOf(document, path));
  }
  return null;
}

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

/** What a file may say, by the key that says what it maps. */
const schemas = { kind: kindSchema, part: partSchema, table: tableSchema, sentences: sentencesSchema };

function schemaFor(data: unknown) {
  if (typeof data !== 'object' || data === null) return undefined;
  return Object.entries(schemas).find(([key]) => key in data)?.[1];
}

/** Offset of the node at a path, or of the nearest one above it. */
function offsetOf(
  document: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
): number | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      | { range?: [number, number, number] | null }
      | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function linePlace(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}
