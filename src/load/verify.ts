/** Whether a store holds what was loaded, graph by graph. */
import type { LoadableArticle } from './loadable.js';
import type { Store } from './store.js';
import type { LoadMode } from './store-writer.js';

/** How many statements a graph may have. */
export interface ExpectedCount {
  readonly graph: string;
  readonly least: number;
  /** Null where others may have added to it. */
  readonly most: number | null;
}

export interface DifferingGraph extends ExpectedCount {
  readonly found: number;
}

/**
 * The counts to be found of an article.
 *
 * @param mode what is there before stays with `append`
 * @param isAlone whether no other article of the load has the same graphs
 * @param refused how many statements of a graph were not loaded
 */
export function expectedCounts(
  { statements }: LoadableArticle,
  mode: LoadMode,
  isAlone: boolean,
  refused: ReadonlyMap<string, number>,
): ExpectedCount[] {
  const graphs = new Map<string, { values: Set<string>; count: number }>();
  for (const { graph, value } of statements) {
    const known = graphs.get(graph) ?? { values: new Set(), count: 0 };
    graphs.set(graph, known);
    known.values.add(value);
    known.count++;
  }
  return [...graphs].map(([graph, { values, count }]) => {
    const lost = refused.get(graph) ?? 0;
    return {
      graph,
      least: Math.max(0, values.size - lost),
      most: mode === 'replace' && isAlone ? count - lost : null,
    };
  });
}

/** Asks a store for the counts of graphs, and gives those that differ. */
export async function differingGraphs(
  store: Store,
  expected: readonly ExpectedCount[],
): Promise<DifferingGraph[]> {
  if (expected.length === 0) return [];
  const named = expected.map(({ graph }) => `<${graph}>`).join(' ');
  const rows = await store.select(
    `SELECT ?g (COUNT(*) AS ?n) WHERE { VALUES ?g { ${named} } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g`,
  );
  const counts = new Map(rows.map(({ g = '', n = '0' }) => [g, Number(n)]));
  return expected.flatMap((one) => {
    const found = counts.get(one.graph) ?? 0;
    return found < one.least || (one.most !== null && found > one.most) ? [{ ...one, found }] : [];
  });
}
