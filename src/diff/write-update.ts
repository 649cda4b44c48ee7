import { entry } from '../entry.js';
import type { Change } from './article-changes.js';
import type { ChangeWriter } from './change-writer.js';

/** What any store takes in one operation: Virtuoso fails at a few thousand lines. */
const [mostStatements, mostCharacters] = [1000, 256 * 1024];

/**
 * SPARQL 1.1 Update (https://www.w3.org/TR/sparql11-update/#deleteData) that makes the second export of the first: of each
 * article what is deleted, then what is inserted, graph by graph. Each operation stands between empty lines and is small,
 * so that the file can be cut there for a store that does not take it whole.
 */
export const updateWriter: ChangeWriter = {
  begin: () => '',
  article: ({ page, changes }) =>
    `# <${page}>\n${operations('DELETE', changes, 'removed')}${operations('INSERT', changes, 'added')}`,
  end: () => '',
};

function operations(
  verb: 'DELETE' | 'INSERT',
  changes: readonly Change[],
  which: 'added' | 'removed',
): string {
  const byGraph = new Map<string, string[]>();
  for (const change of changes) {
    for (const graph of change[which]) entry(byGraph, graph, (): string[] => []).push(change.triple);
  }
  let text = '';
  for (const chunk of chunksOf(byGraph)) text += `${verb} DATA {\n${chunk}} ;\n\n`;
  return text;
}

/** Statements in the braces of their graphs, as many as an operation may hold. */
function* chunksOf(byGraph: ReadonlyMap<string, readonly string[]>): Generator<string> {
  let [chunk, count] = ['', 0];
  for (const [graph, triples] of byGraph) {
    if (graph !== '') chunk += `  GRAPH ${graph} {\n`;
    for (const triple of triples) {
      if (count >= mostStatements || chunk.length >= mostCharacters) {
        yield graph === '' ? chunk : `${chunk}  }\n`;
        [chunk, count] = [graph === '' ? '' : `  GRAPH ${graph} {\n`, 0];
      }
      chunk += `    ${asSparql(triple)} .\n`;
      count++;
    }
    if (graph !== '') chunk += '  }\n';
  }
  if (count > 0) yield chunk;
}

/**
 * SPARQL may read \u0041 before it reads strings (https://www.w3.org/TR/sparql11-query/#codepointEscape); so where a string
 * holds a backslash and the letter u, that letter is escaped itself.
 */
function asSparql(triple: string): string {
  return triple.replace(/\\\\([uU])|\\[\s\S]/g, (whole, letter?: string) =>
    letter === undefined ? whole : `\\\\\\u00${letter === 'u' ? '75' : '55'}`,
  );
}
