import type { Problem } from '../problem.js';
import type { LibraryFile, MappingFile } from './mapping-schema.js';

/** A mapping file that fits the schema. */
export interface ParsedMappingFile {
  /** What a message calls it. */
  readonly name: string;
  readonly data: MappingFile;
  /** Where a value stands in it; absent where nothing can be wrong with it. */
  readonly placeOf?: (path: MappingPath) => { readonly line: number; readonly column: number };
}

/** Whether a file is one of the library's. */
export function isLibrary(data: MappingFile): data is LibraryFile {
  return 'entries' in data && 'fields' in data;
}

/** The keys that lead to a value in a mapping file. */
export type MappingPath = readonly (string | number)[];

/** Takes what is wrong with a value in a mapping file. */
export type Report = (file: ParsedMappingFile, path: MappingPath, message: string) => void;

export function reportTo(problems: Problem[]): Report {
  return (file, path, message) => {
    const place = { source: file.name, ...file.placeOf?.(path) };
    problems.push({ code: 'mapping-invalid', severity: 'error', message, place });
  };
}
