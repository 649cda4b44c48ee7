/** The graphs of a whole load against those of the store. */
import type { RdfFile } from '../read/rdf-files.js';
import type { ExportedArticle } from '../read/read-exports.js';
import { readExport } from '../read/read-exports.js';
import type { Checkpoint } from './checkpoint.js';
import { prepare } from './loadable.js';
import type { Store } from './store.js';
import type { LoadMode } from './store-writer.js';
import type { DifferingGraph, ExpectedCount } from './verify.js';
import { differingGraphs, expectedCounts } from './verify.js';

/** Graphs that a store is asked for at a time; their names make up the query. */
const mostGraphs = 200;

/** Differing graphs that are named. */
const mostNamed = 100;

export interface Verification {
  readonly graphs: number;
  readonly differing: number;
  /** The first of those that differ. */
  readonly first: readonly DifferingGraph[];
}

export interface VerifyTask {
  readonly files: readonly RdfFile[];
  readonly mode: LoadMode;
  readonly store: Store;
  readonly longestIri?: number;
  readonly loaded: Checkpoint;
  readonly repeated: ReadonlySet<string>;
  /** Whether an article was loaded; the others are in the store only by somebody else. */
  readonly isLoaded: (article: ExportedArticle) => Promise<boolean>;
}

/** Reads the exports again and asks for the count of each graph. */
export async function verifyLoad(task: VerifyTask): Promise<Verification> {
  const { files, mode, store, loaded, repeated } = task;
  const refused = new Map<string, number>();
  for (const { graph, isSent } of loaded.refused)
    if (isSent) refused.set(graph, (refused.get(graph) ?? 0) + 1);
  let graphs = 0;
  const differing: DifferingGraph[] = [];
  let count = 0;
  let expected: ExpectedCount[] = [];
  const ask = async (most: number): Promise<void> => {
    while (expected.length > most) {
      const asked = expected.slice(0, mostGraphs);
      expected = expected.slice(mostGraphs);
      const found = await differingGraphs(store, asked);
      graphs += asked.length;
      count += found.length;
      differing.push(...found.slice(0, mostNamed - differing.length));
    }
  };
  for (const file of files) {
    for await (const found of readExport(file, { triples: true, skipsBadLines: true })) {
      if ('problem' in found) continue;
      const { article } = prepare(found, task.longestIri);
      if (!article || !(await task.isLoaded(found))) continue;
      expected.push(...expectedCounts(article, mode, !repeated.has(article.page), refused));
      await ask(mostGraphs);
    }
  }
  await ask(0);
  return { graphs, differing: count, first: differing };
}
