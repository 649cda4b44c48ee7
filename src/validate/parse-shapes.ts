/** Files of shapes to quads, each checked by SHACL's rules before anything is checked by it. */
import type { Quad } from '@rdfjs/types';
import type { Problem } from '../problem.js';
import { parseTurtleFamily, RdfSyntaxError } from '../rdf/parse-rdf.js';
import type { TextFile } from '../source.js';
import { checkShapes, haveTargets } from './check-shapes.js';
import { findLine } from './find-line.js';

export function parseShapes(files: readonly TextFile[], problems: Problem[]): Quad[] {
  return files.flatMap((file) => parseFile(file, problems));
}

/** Shapes may be called `<#Film>`: that is a name inside of the file. */
function baseOf(name: string): string {
  return `file:///${encodeURIComponent(name.replace(/^.*[\\/]/, ''))}`;
}

function parseFile({ name, text }: TextFile, problems: Problem[]): Quad[] {
  const tell = (problem: Omit<Problem, 'place'>, line: number | undefined): void => {
    problems.push({ ...problem, place: { source: name, ...(line === undefined ? {} : { line }) } });
  };
  let quads: Quad[];
  try {
    quads = parseTurtleFamily(text, 'turtle', baseOf(name));
  } catch (error) {
    if (!(error instanceof RdfSyntaxError)) throw error;
    const message = `These shapes are no Turtle: ${error.message}`;
    tell({ code: 'shapes-invalid', severity: 'error', message }, error.line);
    return [];
  }
  for (const { predicate, term, ...fault } of checkShapes(quads))
    tell(fault, findLine(text, predicate, term));
  if (!haveTargets(quads)) {
    const message =
      'No shape in it says what it is about (sh:targetClass and its like), so it checks nothing by itself.';
    tell({ code: 'shapes-without-target', severity: 'warning', message }, undefined);
  }
  return quads;
}
