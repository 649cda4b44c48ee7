import { splitLine } from '../rdf/canonical-line.js';
import { pageOf } from '../rdf/iris.js';

/**
 * Which article a statement is of: the page whose graph it is in. Without a graph, the thing that it speaks of, with its
 * parts; of {base}page/{Title} that is {base}resource/{Title}.
 *
 * @param line canonical N-Quads
 */
export function articlePage(line: string): string {
  const { graph } = splitLine(line);
  if (graph !== '') return pageOf(graph.slice(1, -1));
  return pageOf(line.slice(1, line.indexOf('>'))).replace(/\/page\/([^/]*)$/, '/resource/$1');
}
