import { join } from 'node:path';
import { TitleLines } from '../batch/title-records.js';
import { scanTitles } from '../batch/title-scanner.js';
import { isFailure } from '../batch/work.js';
import type { Workshop } from '../pipeline.js';
import { openWorkshop } from '../pipeline.js';
import { TextFile } from '../publish/text-file.js';
import type { Shard } from '../shard.js';
import { canonicalNamespaces } from '../source/namespaces.js';
import type { ShardHooks, ShardWorker } from './shard-worker.js';
import type { Outcome } from './worker-messages.js';
import { isSystemError, writeFailure } from './write-failure.js';

/** What decides the lines of a shard, besides its input. */
export interface ScanConfig {
  readonly namespaces: readonly number[];
  /** Whether tables are read too, whose rows know pages by their ids alone. */
  readonly hasTables: boolean;
}

/** Name of the file that a child writes the lines of a shard into. */
export function linesName(shard: number): string {
  return `${shard}.lines`;
}

/** Reads the titles of shards in this process. */
export class TitlesWorker implements ShardWorker {
  readonly isAlive = true;
  private readonly controller = new AbortController();
  private workshop: Workshop | null = null;

  /**
   * @param take what becomes of the lines
   * @param streams what shards of inputs that can be read only once are read from, in their order
   */
  constructor(
    private readonly take: ((lines: readonly string[]) => Promise<void>) | { readonly folder: string },
    private readonly streams: AsyncIterable<Uint8Array>[] = [],
  ) {}

  async work(shard: Shard, hooks: ShardHooks): Promise<Outcome> {
    if (typeof this.take === 'function') return this.scan(shard, hooks, this.take);
    const path = join(this.take.folder, linesName(shard.id));
    let file: TextFile | null = null;
    try {
      const created = await TextFile.create(path);
      file = created;
      const outcome = await this.scan(shard, hooks, (lines) =>
        lines.length === 0 ? Promise.resolve() : created.write(`${lines.join('\n')}\n`),
      );
      if (outcome.type === 'done') await file.commit();
      return outcome;
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return { type: 'failed', problem: writeFailure(path, error) };
    } finally {
      await file?.discard();
    }
  }

  stop(): void {
    this.controller.abort();
  }

  private async scan(
    shard: Shard,
    hooks: ShardHooks,
    take: (lines: readonly string[]) => Promise<void>,
  ): Promise<Outcome> {
    const { signal } = this.controller;
    const { namespaces, hasTables } = shard.config.options as unknown as ScanConfig;
    const names = shard.header.site?.namespaces ?? canonicalNamespaces;
    const wanted = new Set(namespaces);
    const lines = new TitleLines(names, wanted, null, hasTables);
    const stream = shard.src === '-' ? this.streams.shift() : undefined;
    const workshop = await this.opened();
    let before = 0;
    const onProgress = (bytes: number): void => {
      hooks.progress(0, bytes - before);
      before = bytes;
    };
    const options = { namespaces: wanted, signal, onProgress, ...(stream ? { stream } : {}) };
    try {
      for await (const part of scanTitles(shard, workshop, options)) {
        if ('problem' in part) {
          if (isFailure(part.problem)) return { type: 'failed', problem: part.problem };
          hooks.problem(part.problem);
        } else {
          await take(part.records.flatMap((record) => lines.ofPage(record)));
          hooks.progress(part.records.length, 0);
        }
      }
      return { type: 'done' };
    } catch (error) {
      if (signal.aborted) return { type: 'stopped' };
      throw error;
    }
  }

  private async opened(): Promise<Workshop> {
    this.workshop ??= (await openWorkshop({ validate: false })).workshop;
    if (!this.workshop) throw new Error('the mappings of the package do not hold together');
    return this.workshop;
  }
}
