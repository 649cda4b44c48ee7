/**
 * N-Triples and N-Quads, one sorted line a statement, so that a diff of two files is a diff of two graphs
 * (https://www.w3.org/TR/n-triples/, https://www.w3.org/TR/n-quads/).
 */
import { writeTerm } from '../rdf/write-term.js';
import type { Statement } from '../statement.js';
import type { NamedGraph } from './named-graphs.js';
import { namedGraphs } from './named-graphs.js';
import type { WriterOptions } from './writer.js';

export function writeNTriples(statements: readonly Statement[]): string {
  return lines([{ name: null, statements }]);
}

export function writeNQuads(statements: readonly Statement[], options: WriterOptions): string {
  return lines(namedGraphs(statements, options));
}

interface Line {
  /** The predicate, up to the space behind it. */
  readonly predicate: string;
  /** With the graph and the end of the line. */
  readonly object: string;
}

/**
 * The lines in the order of their characters. They are sorted subject by subject, then by predicate, then by object, as
 * parts that are put together only once; equal ones stand together then. That is cheaper than a set, which would hash
 * every section's text.
 */
function lines(graphs: readonly NamedGraph[]): string {
  const bySubject = new Map<string, Line[]>();
  for (const { name, statements } of graphs) {
    const end = name === null ? ' .\n' : ` <${name.value}> .\n`;
    for (const { subject, predicate, object } of statements) {
      const line = { predicate: `${predicate.value}> `, object: writeTerm(object) + end };
      const known = bySubject.get(subject.value);
      if (known) known.push(line);
      else bySubject.set(subject.value, [line]);
    }
  }
  let text = '';
  for (const begin of [...bySubject.keys()].map((subject) => `<${subject}> <`).sort()) {
    let last: Line | null = null;
    for (const line of (bySubject.get(begin.slice(1, -3)) as Line[]).sort(inOrder)) {
      if (!last || inOrder(last, line) !== 0) text += begin + line.predicate + line.object;
      last = line;
    }
  }
  return text;
}

function inOrder(a: Line, b: Line): number {
  if (a.predicate !== b.predicate) return a.predicate < b.predicate ? -1 : 1;
  return a.object === b.object ? 0 : a.object < b.object ? -1 : 1;
}
