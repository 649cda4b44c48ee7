import { isFailure } from '../batch/work.js';
import type { Problem } from '../problem.js';
import type { Shard } from '../shard.js';
import type { ShardHooks, ShardWorker, Worked } from './shard-worker.js';

/** Shards at which workers died, before any was done, after which no more is tried: it is not the shards. */
const mostDeaths = 8;

/** How often a shard is given to a fresh worker after its worker died. */
const mostRetries = 2;

export interface PoolHooks {
  readonly progress: (articles: number, bytes: number) => void;
  /** A problem of an article; the run goes on and the shard is whole. */
  readonly problem: (problem: Problem) => void;
  /** A shard is not done. */
  readonly failure: (problem: Problem) => void;
}

/** Works shards off side by side, each worker one at a time. */
export class WorkerPool {
  private readonly workers = new Set<ShardWorker>();
  private isStopped = false;
  private done = 0;
  private deaths = 0;

  constructor(
    private readonly start: (isRetry: boolean) => ShardWorker,
    private readonly hooks: PoolHooks,
  ) {}

  async run(shards: readonly Shard[], size: number): Promise<void> {
    const waiting = shards.values();
    const lane = async (): Promise<void> => {
      let worker: ShardWorker | null = null;
      for (const shard of waiting) {
        if (this.isStopped) break;
        if (!worker?.isAlive) worker = this.begin(false);
        const outcome = await this.workAgain(shard, worker);
        this.judge(shard, outcome);
      }
      this.end(worker);
    };
    await Promise.all(Array.from({ length: Math.min(size, shards.length) }, lane));
  }

  stop(): void {
    this.isStopped = true;
    for (const worker of this.workers) worker.stop();
  }

  private begin(isRetry: boolean): ShardWorker {
    const worker = this.start(isRetry);
    this.workers.add(worker);
    return worker;
  }

  private end(worker: ShardWorker | null): void {
    if (!worker) return;
    worker.stop();
    this.workers.delete(worker);
  }

  private async workAgain(shard: Shard, first: ShardWorker): Promise<Worked> {
    let outcome = await this.work(shard, first);
    for (let retry = 1; outcome.type === 'died' && retry <= mostRetries && !this.isStopped; retry++) {
      const message = `A worker ended without a word (${outcome.how}) at shard ${shard.id}; another takes it over.`;
      this.hooks.problem({
        code: 'worker-died',
        severity: 'warning',
        message,
        place: { source: shard.src },
      });
      const worker = this.begin(true);
      outcome = await this.work(shard, worker);
      this.end(worker);
    }
    return outcome;
  }

  private async work(shard: Shard, worker: ShardWorker): Promise<Worked> {
    const told = { articles: 0, bytes: 0 };
    const hooks: ShardHooks = {
      progress: (articles, bytes) => {
        told.articles += articles;
        told.bytes += bytes;
        this.hooks.progress(articles, bytes);
      },
      problem: this.hooks.problem,
    };
    const outcome = await worker.work(shard, hooks);
    if (outcome.type === 'died') {
      this.workers.delete(worker);
      this.hooks.progress(-told.articles, -told.bytes);
    }
    return outcome;
  }

  private judge(shard: Shard, outcome: Worked): void {
    if (outcome.type === 'done') this.done++;
    if (outcome.type === 'failed') {
      this.hooks.failure(outcome.problem);
      // The others would run against the same wall: a full disk, another version of the mappings.
      if (!isFailure(outcome.problem)) this.isStopped = true;
    } else if (outcome.type === 'died' && !this.isStopped) {
      this.hooks.failure(deadlyShard(shard, outcome.how));
      if (++this.deaths === mostDeaths && this.done === 0) this.isStopped = true;
    }
  }
}

/** A shard that cannot be done this time. */
function deadlyShard({ id, src, start, end }: Shard, how: string): Problem {
  const message = `Shard ${id} (bytes ${start} to ${end}) could not be converted: its worker died ${mostRetries + 1} times (${how}). Run the same command again, or only this one: work --shard ${id}.`;
  return { code: 'shard-failed', severity: 'error', message, place: { source: src } };
}
