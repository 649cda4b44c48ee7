import { splitLine } from '../rdf/canonical-line.js';
import type { ArticleChanges, Change } from './article-changes.js';

/** Which export has a statement; put behind it, so that equal statements stand together. */
export type Side = 'A' | 'B';

/** As many changes are handed on at a time, so that no article is too large. */
const mostChanges = 50_000;

/** A statement of a page in one of the exports, as a line that sorts by page, then by statement. */
export function sideLine(page: string, line: string, side: Side): string {
  // Neither IRIs nor canonical lines hold tabs.
  return `${page}\t${line}\t${side}`;
}

/** Compares what two exports say, from their lines in order, each once. */
export async function* compareArticles(
  batches: AsyncIterable<readonly string[]>,
): AsyncGenerator<ArticleChanges> {
  let article = new ArticleComparison('');
  for await (const lines of batches) {
    for (const sided of lines) {
      const tab = sided.indexOf('\t');
      const page = sided.slice(0, tab);
      if (page !== article.page) {
        yield* article.end();
        article = new ArticleComparison(page);
      }
      article.add(sided.slice(tab + 1, -2), sided.at(-1) as Side);
      if (article.size >= mostChanges) yield article.take();
    }
  }
  yield* article.end();
}

class ArticleComparison {
  private changes: Change[] = [];
  private triple = '';
  /** The graphs that a triple is in, and in which exports. */
  private graphs = new Map<string, Side | 'both'>();
  private readonly sides = new Set<Side>();
  private isContinued = false;

  constructor(readonly page: string) {}

  get size(): number {
    return this.changes.length;
  }

  add(line: string, side: Side): void {
    this.sides.add(side);
    const { triple, graph } = splitLine(line);
    if (triple !== this.triple) this.endTriple();
    this.triple = triple;
    this.graphs.set(graph, this.graphs.has(graph) ? 'both' : side);
  }

  take(): ArticleChanges {
    const { page, changes, isContinued, sides } = this;
    this.changes = [];
    this.isContinued = true;
    const state = sides.size === 2 ? 'changed' : sides.has('A') ? 'removed' : 'added';
    return { page, state, changes, isContinued };
  }

  *end(): Generator<ArticleChanges> {
    this.endTriple();
    if (this.changes.length > 0) yield this.take();
  }

  private endTriple(): void {
    const graphs = [...this.graphs];
    this.graphs = new Map();
    const of = (side: Side): string[] => graphs.filter(([, has]) => has === side).map(([graph]) => graph);
    const [removed, added] = [of('A'), of('B')];
    if (removed.length + added.length === 0) return;
    this.changes.push({
      triple: this.triple,
      removed,
      added,
      isKept: graphs.some(([, has]) => has === 'both'),
    });
  }
}
