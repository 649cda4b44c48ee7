/** What a run and its worker processes tell each other. No article crosses: a worker reads its own bytes. */
import type { Problem } from '../problem.js';
import type { Shard } from '../shard.js';

/** What a worker process is started for: to convert shards, or to read their titles. */
export type WorkerJob = 'convert' | 'titles';

export type ToWorker = { readonly type: 'shard'; readonly shard: Shard } | { readonly type: 'stop' };

export type FromWorker =
  | { readonly type: 'progress'; readonly articles: number; readonly bytes: number }
  | { readonly type: 'problem'; readonly problem: Problem }
  | Outcome;

/** What became of a shard. */
export type Outcome =
  | { readonly type: 'done' }
  | { readonly type: 'stopped' }
  /** Trying again would not help. */
  | { readonly type: 'failed'; readonly problem: Problem };
