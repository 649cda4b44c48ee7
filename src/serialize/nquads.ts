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
  const unique = new Set<string>();
  for (const { subject, predicate, object } of statements) {
    unique.add(`<${subject.value}> <${predicate.value}> ${writeTerm(object)}${graph} .\n`);
  }
  return [...unique].sort().join('');
}
