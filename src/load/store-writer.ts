/** Articles to a store: in pieces that it takes, down to the statement that it does not. */

import { entry } from '../entry.js';
import { isIri } from '../rdf/iris.js';
import { nif } from '../rdf/vocabulary.js';
import { LoadError } from './load-error.js';
import type { Loadable, LoadableArticle, RefusedStatement } from './loadable.js';
import { longestStatement } from './loadable.js';
import type { Outcome, Store } from './store.js';

export type LoadMode = 'append' | 'replace';

export interface PieceLimits {
  readonly mostStatements: number;
  readonly mostBytes: number;
}

/** A store that takes not one of as many statements is no store for them. */
const mostRefusedAtFirst = 20;

/** Of one load; then something else is wrong than a statement here and there. */
const mostRefused = 1000;

/** Span graphs that are asked for and deleted at a time: Virtuoso gives no more than 10,000 rows. */
const mostDropped = 1000;

type Send = (statements: readonly Loadable[]) => Promise<Outcome>;

export class StoreWriter {
  private hasTaken = false;
  private refusedCount = 0;

  constructor(
    private readonly store: Store,
    private readonly limits: PieceLimits,
    /** The first that was not taken ends the load where this throws. */
    private readonly onRefused: (refused: RefusedStatement) => void,
  ) {}

  /** Adds the statements of articles to what is there. */
  async append(articles: readonly LoadableArticle[]): Promise<void> {
    if (!this.store.takesQuads) {
      for (const article of articles)
        for (const [graph, statements] of byGraph(article)) await this.fillGraph(article, graph, statements);
      return;
    }
    const statements = articles.flatMap((article) => article.statements);
    const files = new Map(
      articles.flatMap((article) => article.statements.map((one) => [one, article.file])),
    );
    for (const piece of this.piecesOf(statements)) {
      await this.add(
        piece,
        (part) => this.store.addQuads(part),
        (one) => files.get(one) as string,
      );
    }
  }

  /**
   * Gives the graphs of articles these statements and no others, and takes away the graphs of spans that they have no
   * more. What is described is always there to be found: the graphs of spans go first, and come last, so that a load
   * that is stopped between leaves none that the next one does not know of.
   */
  async replace(articles: readonly LoadableArticle[]): Promise<void> {
    await this.dropSpans(articles.map(({ page }) => page));
    for (const article of articles) {
      const [page, ...others] = [...byGraph(article)];
      if (page) await this.replaceGraph(article, ...page);
      // Graphs of spans that were there are gone by now; where nobody could be asked for them, each is put anew.
      const isGone = (graph: string): boolean =>
        this.store.canQuery && isSpanOf(graph, new Set([article.page]));
      for (const [graph, statements] of others)
        if (!isGone(graph)) await this.replaceGraph(article, graph, statements);
      const spans = others.filter(([graph]) => isGone(graph)).flatMap(([, statements]) => statements);
      await this.append([{ ...article, statements: spans }]);
    }
  }

  /** The graphs of spans that the graphs of pages describe and that are there. */
  private async dropSpans(pages: readonly string[]): Promise<void> {
    if (!this.store.canQuery) return;
    const known = new Set(pages);
    for (let before: readonly string[] = []; ; ) {
      const rows = await this.store.select(
        `SELECT DISTINCT ?g WHERE { VALUES ?page { ${pages.map((page) => `<${page}>`).join(' ')} } ` +
          `GRAPH ?page { ?g a <${nif.RFC5147String.value}> } ` +
          'FILTER STRSTARTS(STR(?g), CONCAT(STR(?page), "#char=")) ' +
          `FILTER EXISTS { GRAPH ?g { ?s ?p ?o } } } LIMIT ${mostDropped}`,
      );
      const graphs = rows.map(({ g = '' }) => g).filter((graph) => isSpanOf(graph, known));
      if (graphs.length === 0) return;
      if (graphs[0] === before[0] && graphs.length === before.length)
        throw this.store.keeps(graphs[0] as string);
      await this.store.drop(graphs);
      before = graphs;
    }
  }

  private async replaceGraph(
    article: LoadableArticle,
    graph: string,
    statements: readonly Loadable[],
  ): Promise<void> {
    const [first = [], ...others] = this.piecesOf(statements);
    if (first.length > 0 && (await this.store.writeGraph('PUT', graph, first)).ok) this.hasTaken = true;
    else {
      await this.store.drop([graph]);
      await this.fillGraph(article, graph, first);
    }
    for (const piece of others) await this.fillGraph(article, graph, piece);
  }

  private async fillGraph(
    { file }: LoadableArticle,
    graph: string,
    statements: readonly Loadable[],
  ): Promise<void> {
    for (const piece of this.piecesOf(statements)) {
      await this.add(
        piece,
        (part) => this.store.writeGraph('POST', graph, part),
        () => file,
      );
    }
  }

  /** Sends statements, and where they are not taken each half of them, until one is left. */
  private async add(
    statements: readonly Loadable[],
    send: Send,
    fileOf: (statement: Loadable) => string,
  ): Promise<void> {
    const [only] = statements;
    if (!only) return;
    const outcome = await send(statements);
    if (outcome.ok) {
      this.hasTaken = true;
      return;
    }
    if (statements.length > 1) {
      const middle = Math.ceil(statements.length / 2);
      await this.add(statements.slice(0, middle), send, fileOf);
      await this.add(statements.slice(middle), send, fileOf);
      return;
    }
    const { graph, triple, line } = only;
    const at = line === undefined ? {} : { line };
    this.refuse({
      file: fileOf(only),
      ...at,
      graph,
      statement: triple.slice(0, longestStatement).toWellFormed(),
      isSent: true,
      reason: outcome.reason,
    });
  }

  private refuse(refused: RefusedStatement): void {
    this.onRefused(refused);
    this.refusedCount++;
    if (this.refusedCount < (this.hasTaken ? mostRefused : mostRefusedAtFirst)) return;
    const message = this.hasTaken
      ? `It refuses too much: ${mostRefused} statements, the last because ${refused.reason}`
      : `It refuses every statement: ${refused.reason} Check --store and --endpoint.`;
    const place = { source: refused.file };
    throw new LoadError({ code: 'store-refused', severity: 'error', message, place });
  }

  private *piecesOf(statements: readonly Loadable[]): Generator<readonly Loadable[]> {
    const { mostStatements, mostBytes } = this.limits;
    let begin = 0;
    let bytes = 0;
    for (const [index, { graph, triple }] of statements.entries()) {
      // A character takes three bytes at most for each of its units.
      const own = 3 * (graph.length + triple.length);
      if (index > begin && (index - begin === mostStatements || bytes + own > mostBytes)) {
        yield statements.slice(begin, index);
        [begin, bytes] = [index, 0];
      }
      bytes += own;
    }
    if (begin < statements.length) yield statements.slice(begin);
  }
}

/** An address of our own kind, of one of these pages, and safe to write into an update. */
function isSpanOf(graph: string, pages: ReadonlySet<string>): boolean {
  const [page = '', span] = graph.split('#');
  return pages.has(page) && /^char=\d{1,15},\d{0,15}$/.test(span ?? '') && isIri(graph);
}

/** The graph of the page comes first. */
function byGraph({ statements, page }: LoadableArticle): Map<string, Loadable[]> {
  const graphs = new Map<string, Loadable[]>([[page, []]]);
  for (const statement of statements) entry(graphs, statement.graph, (): Loadable[] => []).push(statement);
  return graphs;
}
