/** Articles of exports into a store, from where a load is on: what is read, checked, sent, and counted. */
import { createHash } from 'node:crypto';
import type { Problem } from '../problem.js';
import type { RdfFile } from '../read/rdf-files.js';
import type { ExportedArticle } from '../read/read-exports.js';
import { readExport } from '../read/read-exports.js';
import type { ValidationReport } from '../validate/result.js';
import type { Checkpoint } from './checkpoint.js';
import type { LoadableArticle, RefusedStatement } from './loadable.js';
import { prepare } from './loadable.js';
import type { LoadMode, PieceLimits, StoreWriter } from './store-writer.js';

/** Refused statements that are kept for the receipt; those of the store, which are fewer, all. */
const mostKept = 1000;

/** Articles that are sent together; stores are asked for the graphs of all of them at once. */
const mostArticles = 200;

/** What the loader tells while it works. */
export interface LoadEvents {
  readonly problem: (problem: Problem) => void;
  readonly refused: (refused: RefusedStatement) => void;
  /** @returns whether the article is loaded nevertheless */
  readonly notConforming: (article: ExportedArticle, report: ValidationReport) => boolean;
  /** Everything up to here is in the store. */
  readonly reached: (checkpoint: Checkpoint) => Promise<void>;
  /** @param bytes of the file as it is stored, since the last call */
  readonly progress: (articles: number, bytes: number) => void;
}

export interface LoadTask {
  readonly files: readonly RdfFile[];
  readonly mode: LoadMode;
  readonly limits: PieceLimits;
  readonly longestIri?: number;
  /** Null where nothing is sent. */
  readonly writer: StoreWriter | null;
  /** Null where nothing is checked. */
  readonly validate: ((article: ExportedArticle) => Promise<ValidationReport>) | null;
  readonly signal: AbortSignal;
}

export class Loader {
  /** Articles that are not sent yet, and where they end. */
  private batch: LoadableArticle[] = [];
  private size = { statements: 0, bytes: 0 };
  private pending: Checkpoint;
  private readonly seen = new Set<number>();
  /** Pages whose statements stand in several places; the graphs are filled from all of them. */
  readonly repeated = new Set<string>();

  constructor(
    private readonly task: LoadTask,
    private checkpoint: Checkpoint,
    private readonly events: LoadEvents,
  ) {
    this.pending = structuredClone(checkpoint);
  }

  /** @throws LoadError where the store ends the load; what was reached is kept by then */
  async run(): Promise<Checkpoint> {
    const { files, signal } = this.task;
    const begun = this.checkpoint;
    for (const [index, file] of files.entries()) {
      if (index < begun.files) await this.load(file, index, Number.POSITIVE_INFINITY);
      else {
        await this.load(file, index, index === begun.files ? begun.articles : 0);
        this.pending.files = index + 1;
        this.pending.articles = 0;
      }
      if (signal.aborted) return this.checkpoint;
    }
    await this.flush();
    return this.checkpoint;
  }

  /** @param skip how many articles of the file are in the store already; all, where it is infinite */
  private async load(file: RdfFile, index: number, skip: number): Promise<void> {
    let read = 0;
    let bytes = 0;
    for await (const found of readExport(file, { triples: true, skipsBadLines: true })) {
      if (this.task.signal.aborted) return;
      if ('problem' in found) {
        if (skip < Number.POSITIVE_INFINITY) this.leave(found.problem);
        continue;
      }
      read++;
      if (read <= skip) this.pass(found);
      else {
        await this.take(found);
        this.pending.files = index;
        this.pending.articles = read;
        if (this.isFull) await this.flush();
      }
      this.events.progress(1, (found.readBytes ?? 0) - bytes);
      bytes = found.readBytes ?? bytes;
    }
  }

  private leave(problem: Problem): void {
    this.events.problem(problem);
    this.pending.counts.unusable++;
  }

  /** What is in the store already is only remembered. */
  private pass(exported: ExportedArticle): void {
    const { article } = prepare(exported, this.task.longestIri);
    if (article) this.isRepeated(article.page);
  }

  private async take(exported: ExportedArticle): Promise<void> {
    const { article, problem, refused } = prepare(exported, this.task.longestIri);
    const { counts } = this.pending;
    if (problem) this.leave(problem);
    for (const one of refused) this.refuse(one);
    if (!article) return;
    if (!(await this.conforms(exported))) return;
    if (this.isRepeated(article.page) && this.task.mode === 'replace') {
      // What was loaded before of this page stays.
      await this.flush();
      await this.task.writer?.append([article]);
    } else this.batch.push(article);
    counts.articles++;
    counts.statements += article.statements.length;
    counts.graphs += new Set(article.statements.map(({ graph }) => graph)).size;
    this.size.statements += article.statements.length;
    this.size.bytes += article.statements.reduce(
      (sum, { graph, triple }) => sum + graph.length + triple.length,
      0,
    );
  }

  private async conforms(exported: ExportedArticle): Promise<boolean> {
    const report = await this.task.validate?.(exported);
    if (!report || report.results.every(({ severity }) => severity !== 'violation')) return true;
    this.pending.counts.nonConforming++;
    return this.events.notConforming(exported, report);
  }

  refuse(refused: RefusedStatement): void {
    this.events.refused(refused);
    this.pending.counts.refused++;
    if (refused.isSent) this.pending.counts.statements--;
    if (refused.isSent || this.pending.refused.length < mostKept) this.pending.refused.push({ ...refused });
  }

  private isRepeated(page: string): boolean {
    // 48 bits: among ten million pages there is one time in five a pair that is taken for one page.
    const hash = createHash('sha256').update(page).digest().readUIntBE(0, 6);
    if (!this.seen.has(hash)) {
      this.seen.add(hash);
      return false;
    }
    this.repeated.add(page);
    return true;
  }

  private get isFull(): boolean {
    const { mostStatements, mostBytes } = this.task.limits;
    return (
      this.size.statements >= mostStatements ||
      this.size.bytes >= mostBytes ||
      this.batch.length >= mostArticles
    );
  }

  private async flush(): Promise<void> {
    const { writer, mode } = this.task;
    const { batch } = this;
    this.batch = [];
    this.size = { statements: 0, bytes: 0 };
    if (batch.length > 0) await writer?.[mode](batch);
    this.checkpoint = structuredClone(this.pending);
    await this.events.reached(this.checkpoint);
  }
}
