import type { NamedNode } from '@rdfjs/types';
import { spanIri } from '../rdf/iris.js';
import type { Statement } from '../statement.js';
import { describeSource } from './provenance.js';
import type { WriterOptions } from './writer.js';

export interface NamedGraph {
  /** Null for the default graph. */
  readonly name: NamedNode | null;
  readonly statements: readonly Statement[];
}

/**
 * The graphs that an article's statements are in: that of the page; or for each stretch of the source a graph of what was
 * read there, described in that of the page; or none.
 */
export function namedGraphs(statements: readonly Statement[], options: WriterOptions): NamedGraph[] {
  const { page, provenance } = options;
  if (provenance.mode === 'none') return [{ name: null, statements }];
  if (provenance.mode !== 'span' || !provenance.source) return [{ name: page, statements }];
  const withoutSpan = statements.filter(({ span }) => !span);
  const described = [...withoutSpan, ...describeSource(statements, page, provenance)];
  return [{ name: page, statements: described }, ...spanGraphs(statements, page)];
}

/** In the order in which they are first spoken of. */
function spanGraphs(statements: readonly Statement[], page: NamedNode): NamedGraph[] {
  const graphs = new Map<string, { name: NamedNode; statements: Statement[] }>();
  for (const statement of statements) {
    const { span } = statement;
    if (!span) continue;
    const name = spanIri(page, span.begin, span.end);
    const known = graphs.get(name.value);
    if (known) known.statements.push(statement);
    else graphs.set(name.value, { name, statements: [statement] });
  }
  return [...graphs.values()];
}
