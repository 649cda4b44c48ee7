import { join } from 'node:path';
import { baseOf } from '../batch/convert-items.js';
import { optionsOf } from '../batch/plan.js';
import { workShard } from '../batch/work.js';
import type { Workshop } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { PartsFolder, partName } from '../publish.js';
import { InputHash } from '../read/input-range.js';
import { readPackageVersion } from '../read/package-files.js';
import { TitlesFileError } from '../read/titles-file.js';
import { readShard } from '../read.js';
import type { Shard } from '../shard.js';
import { openSettings } from './open-workshop.js';
import type { ShardHooks, ShardWorker } from './shard-worker.js';
import type { Outcome } from './worker-messages.js';
import { isSystemError, writeFailure } from './write-failure.js';

/** Errors of one shard that are told; of more, only that there are more. All are in the part's file of problems. */
const mostTold = 10;

/** Pages between two messages of progress. */
const pagesATime = 20;

/** Converts shards in this process. */
export class OwnWorker implements ShardWorker {
  readonly isAlive = true;
  private readonly folder: PartsFolder;
  private readonly controller = new AbortController();
  private opened: { readonly of: string; readonly workshop: Workshop } | null = null;

  /** @param streams what shards of inputs that can be read only once are read from, by their numbers */
  constructor(
    private readonly path: string,
    private readonly streams: ReadonlyMap<number, AsyncIterable<Uint8Array>> = new Map(),
  ) {
    this.folder = new PartsFolder(path);
  }

  async work(shard: Shard, hooks: ShardHooks): Promise<Outcome> {
    const workshop = await this.workshopOf(shard, hooks);
    if ('type' in workshop) return workshop;
    const { signal } = this.controller;
    const progress = new PageProgress(shard, hooks);
    const errors = new FewErrors(shard, hooks, this.path);
    const stream = this.streams.get(shard.id);
    const hash = stream ? null : new InputHash();
    const items = readShard(shard, {
      signal,
      namespaces: new Set(optionsOf(shard).namespaces),
      ...baseOf(optionsOf(shard)),
      ...(stream ? { stream } : {}),
      ...(hash ? { hash } : {}),
      onProgress: (bytes) => progress.reach(bytes),
    });
    try {
      const worked = await workShard(shard, workshop, this.folder, items, {
        signal,
        ...(hash ? { input: () => hash.range() } : {}),
        onPage: (isConverted) => progress.add(isConverted),
        onProblem: (problem) => errors.add(problem),
      });
      if ('aborted' in worked) return { type: 'stopped' };
      if ('failure' in worked) return { type: 'failed', problem: worked.failure };
      progress.end();
      errors.end();
      return { type: 'done' };
    } catch (error) {
      if (error instanceof TitlesFileError) return { type: 'failed', problem: error.problem };
      if (!isSystemError(error)) throw error;
      return { type: 'failed', problem: writeFailure(join(this.path, partName(shard.id)), error) };
    }
  }

  stop(): void {
    this.controller.abort();
  }

  private async workshopOf(shard: Shard, { problem }: ShardHooks): Promise<Workshop | Outcome> {
    const options = optionsOf(shard);
    const key = JSON.stringify(options);
    if (this.opened?.of === key) return this.opened.workshop;
    const settings = await openSettings(options, problem);
    if (settings?.hash !== options.settings || shard.config.version !== readPackageVersion()) {
      const message = `The plan was made by version ${shard.config.version}, with mappings, shapes and context that are not those here; make it again.`;
      const place = { source: options.mapping ?? options.shapes[0] ?? 'mappings' };
      return { type: 'failed', problem: { code: 'other-settings', severity: 'error', message, place } };
    }
    this.opened = { of: key, workshop: await settings.workshop() };
    return this.opened.workshop;
  }
}

/** Adds pages up, and tells of them now and then. */
class PageProgress {
  private pages = 0;
  private articles = 0;
  private told = 0;
  private bytes = 0;

  constructor(
    private readonly shard: Shard,
    private readonly hooks: ShardHooks,
  ) {}

  reach(bytes: number): void {
    this.bytes = bytes;
  }

  add(isConverted: boolean): void {
    if (isConverted) this.articles++;
    if (++this.pages % pagesATime === 0) this.tell();
  }

  /** All of the shard is done, however far its last page reached. */
  end(): void {
    if (this.shard.src !== '-') this.bytes = this.shard.end - this.shard.start;
    this.tell();
  }

  private tell(): void {
    this.hooks.progress(this.articles, this.bytes - this.told);
    this.told = this.bytes;
    this.articles = 0;
  }
}

class FewErrors {
  private count = 0;

  constructor(
    private readonly shard: Shard,
    private readonly hooks: ShardHooks,
    private readonly folder: string,
  ) {}

  add(problem: Problem): void {
    if (problem.severity === 'error' && ++this.count <= mostTold) this.hooks.problem(problem);
  }

  end(): void {
    if (this.count <= mostTold) return;
    const source = join(this.folder, `${partName(this.shard.id)}.problems.ndjson.gz`);
    const message = `It holds ${this.count - mostTold} more errors.`;
    this.hooks.problem({ code: 'more-errors', severity: 'error', message, place: { source } });
  }
}
