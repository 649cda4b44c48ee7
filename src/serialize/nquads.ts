/**
 * N-Triples and N-Quads, one sorted line a statement, so that a diff of two files is a diff of two graphs
 * (https://www.w3.org/TR/n-triples/, https://www.w3.org/TR/n-quads/).
 */
import { writeTerm } from '../rdf/write-term.js';
import type { Statement } from '../statement.js';
import type { WriterOptions } from './writer.js';

export function writeNTriples(statements: readonly Statement[]): string {
  return lines(statements, '');
}

export function writeNQuads(statements: readonly Statement[], { page }: WriterOptions): string {
  return lines(statements, ` <${page.value}>`);
}

function lines(statements: readonly Statement[], graph: string): string {
  const written = statements.map(
    ({ subject, predicate, object }) =>
      `<${subject.value}> <${predicate.value}> ${writeTerm(object)}${graph} .\n`,
  );
  // Sorted, equal lines stand together: that is cheaper than a set, which would hash every section's text.
  return written
    .sort()
    .filter((line, i) => line !== written[i - 1])
    .join('');
}
