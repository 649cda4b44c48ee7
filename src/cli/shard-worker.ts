/** Who converts shards: this process itself, or a child of its own for each that is to go on side by side. */
import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../problem.js';
import type { Shard } from '../shard.js';
import type { FromWorker, Outcome, ToWorker, WorkerJob } from './worker-messages.js';

/** What became of a shard that was given to a worker. */
export type Worked =
  | Outcome
  /** The worker is gone, without a word. */
  | { readonly type: 'died'; readonly how: string };

export interface ShardHooks {
  /** Articles converted and stored bytes read since it was told last. */
  readonly progress: (articles: number, bytes: number) => void;
  readonly problem: (problem: Problem) => void;
}

export interface ShardWorker {
  readonly isAlive: boolean;
  work(shard: Shard, hooks: ShardHooks): Promise<Worked>;
  /** Lets go of what it works on and ends. */
  stop(): void;
}

/** Time in which a worker that is asked to stop removes what it has begun, in milliseconds. */
const grace = 5000;

/** Where the largest heap of a worker lies, in MB: enough for any usual page; more for one that died of the first. */
const heaps = { first: 256, again: 1536 };

/** In UTF-16 units. */
const longestWords = 10_000;

export class ChildWorker implements ShardWorker {
  private readonly child: ChildProcess;
  private hooks: ShardHooks | null = null;
  private settle: ((outcome: Worked) => void) | null = null;
  private death: Worked | null = null;
  /** The end of what it wrote to its standard error, where a process tells why it cannot go on. */
  private lastWords = '';

  /** @param job what it does with shards */
  constructor(folder: string, isRetry: boolean, job: WorkerJob = 'convert') {
    const heap = isRetry ? heaps.again : heaps.first;
    this.child = fork(fileURLToPath(new URL('./worker.js', import.meta.url)), [folder, job], {
      execArgv: [`--max-old-space-size=${heap}`, '--max-semi-space-size=32'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.child.on('message', (message) => this.receive(message as FromWorker));
    this.child.on('error', (error) => this.died(error.message));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.lastWords = (this.lastWords + text).slice(-longestWords);
    });
    this.child.on('close', (code, signal) => this.died(signal ? `killed by ${signal}` : `exit code ${code}`));
  }

  get isAlive(): boolean {
    return this.death === null;
  }

  work(shard: Shard, hooks: ShardHooks): Promise<Worked> {
    return new Promise((resolve) => {
      if (this.death) return resolve(this.death);
      this.hooks = hooks;
      this.settle = resolve;
      this.send({ type: 'shard', shard });
    });
  }

  stop(): void {
    if (this.death) return;
    this.send({ type: 'stop' });
    setTimeout(() => this.child.kill('SIGKILL'), grace).unref();
  }

  private send(message: ToWorker): void {
    // A child that is gone tells so by its exit.
    this.child.send(message, () => {});
  }

  private receive(message: FromWorker): void {
    if (message.type === 'progress') this.hooks?.progress(message.articles, message.bytes);
    else if (message.type === 'problem') this.hooks?.problem(message.problem);
    else this.finish(message);
  }

  private died(how: string): void {
    const reason = /^.*Error: .*$|^FATAL ERROR: .*$/im.exec(this.lastWords)?.[0];
    this.death = { type: 'died', how: reason === undefined ? how : `${how}: ${reason.trim()}` };
    this.finish(this.death);
  }

  private finish(outcome: Worked): void {
    const settle = this.settle;
    this.settle = null;
    this.hooks = null;
    settle?.(outcome);
  }
}
