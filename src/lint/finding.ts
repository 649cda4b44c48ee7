import type { Quad } from '@rdfjs/types';
import type { Problem } from '../problem.js';
import type { TextFile } from '../source.js';

/** A Turtle file, parsed. */
export interface TurtleFile extends TextFile {
  readonly quads: readonly Quad[];
}

/** A finding in a file, at the first line that holds the words. */
export function finding(code: string, message: string, file: TextFile | string, words?: string): Problem {
  if (typeof file === 'string') return { code, severity: 'error', message, place: { source: file } };
  const line = words === undefined ? -1 : file.text.split('\n').findIndex((text) => text.includes(words));
  return {
    code,
    severity: 'error',
    message,
    place: { source: file.name, ...(line < 0 ? {} : { line: line + 1 }) },
  };
}
