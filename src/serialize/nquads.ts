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

/**
 * The lines in the order of their characters. They are sorted subject by subject, as most of a line is its subject, and
 * equal ones stand together then: that is cheaper than a set, which would hash every section's text.
 */
function lines(graphs: readonly NamedGraph[]): string {
  const endings = new Map<string, string[]>();
  for (const { name, statements } of graphs) {
    const graph = name === null ? '' : ` <${name.value}>`;
    for (const { subject, predicate, object } of statements) {
      const ending = `${predicate.value}> ${writeTerm(object)}${graph} .\n`;
      const known = endings.get(subject.value);
      if (known) known.push(ending);
      else endings.set(subject.value, [ending]);
    }
  }
  let text = '';
  for (const begin of [...endings.keys()].map((subject) => `<${subject}> <`).sort()) {
    const sorted = (endings.get(begin.slice(1, -3)) as string[]).sort();
    for (const [i, ending] of sorted.entries()) if (ending !== sorted[i - 1]) text += begin + ending;
  }
  return text;
}
