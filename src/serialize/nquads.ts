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
  /** Place of the predicate in the order of all. */
  rank: number;
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
  const ranks = new Map<string, number>();
  for (const { name, statements } of graphs) {
    const end = name === null ? ' .\n' : ` <${name.value}> .\n`;
    for (const { subject, predicate, object } of statements) {
      ranks.set(predicate.value, 0);
      const line = { rank: 0, predicate: predicate.value, object: writeTerm(object) + end };
      const known = bySubject.get(subject.value);
      if (known) known.push(line);
      else bySubject.set(subject.value, [line]);
    }
  }
  // As they are written: "date>" stands behind "date-2>".
  const written = [...ranks.keys()].map((predicate) => `${predicate}> `).sort();
  for (const [rank, predicate] of written.entries()) ranks.set(predicate.slice(0, -2), rank);
  let text = '';
  for (const begin of [...bySubject.keys()].map((subject) => `<${subject}> <`).sort()) {
    const own = bySubject.get(begin.slice(1, -3)) as Line[];
    for (const line of own) line.rank = ranks.get(line.predicate) as number;
    let last: Line | null = null;
    for (const line of own.sort(inOrder)) {
      if (!last || inOrder(last, line) !== 0) text += begin + (written[line.rank] as string) + line.object;
      last = line;
    }
  }
  return text;
}

function inOrder(a: Line, b: Line): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  return a.object === b.object ? 0 : a.object < b.object ? -1 : 1;
}
