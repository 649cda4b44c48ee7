import { optionsOf } from '../batch/plan.js';
import type { Sidecar } from '../batch/work.js';
import { finishedPart, isOfInput } from '../batch/work.js';
import type { Problem } from '../problem.js';
import { FolderClaim, PartsFolder } from '../publish.js';
import { InputFiles } from '../read/input-files.js';
import type { Shard } from '../shard.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { claimantOf, folderInUse, isProcess } from './folder-use.js';
import { Interruption } from './interruption.js';
import { replacedPart } from './kept-inputs.js';
import { OwnWorker } from './own-worker.js';
import { Progress } from './progress.js';
import { ChildWorker } from './shard-worker.js';
import { WorkerPool } from './worker-pool.js';
import { isSystemError, writeFailure } from './write-failure.js';

/** Works off those of some shards that are not done yet, and tells what could not be done. */
export class BatchRun {
  readonly folder: PartsFolder;
  private code: ExitCode = exitCode.fine;

  /**
   * @param workers child processes; 0 where this process does it itself
   * @param streams for shards of inputs that can be read only once, by their numbers
   */
  constructor(
    private readonly environment: Environment,
    output: string,
    private readonly workers: number,
    private readonly streams: ReadonlyMap<number, AsyncIterable<Uint8Array>> = new Map(),
  ) {
    this.folder = new PartsFolder(output);
  }

  /**
   * Does something in the folder, which no other run may write into meanwhile.
   *
   * @param isAlone whether also those who work off the same plan are kept out
   */
  async within(
    shards: readonly Shard[],
    isAlone: boolean,
    action: () => Promise<ExitCode>,
  ): Promise<ExitCode> {
    try {
      if (await this.replacesInput(shards)) return this.code;
      const taken = await FolderClaim.take(this.folder.path, claimantOf(shards), isAlone, isProcess);
      if ('user' in taken) {
        this.failure(folderInUse(this.folder.path, taken.user));
        return this.code;
      }
      try {
        return await action();
      } finally {
        await taken.claim.release();
      }
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.failure(writeFailure(this.folder.path, error));
      return this.code;
    }
  }

  /** The exit code of the work itself; what the articles hold does not count. */
  async run(shards: readonly Shard[]): Promise<ExitCode> {
    try {
      await this.folder.make();
      await this.work(await this.unfinished(shards));
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.failure(writeFailure(this.folder.path, error));
    }
    return this.code;
  }

  /** Whether an input lies where a part is written or removed, which is told. */
  private async replacesInput(shards: readonly Shard[]): Promise<boolean> {
    const { mapping = null, shapes = [], titles = null } = shards[0] ? optionsOf(shards[0]) : {};
    const others = [...shapes, ...[mapping, titles].filter((path) => path !== null)];
    const inputs = new InputFiles(() => [...new Set(shards.map(({ src }) => src)), ...others]);
    const problem = await replacedPart(this.folder, inputs);
    if (problem) this.failure(problem);
    return problem !== null;
  }

  private async unfinished(shards: readonly Shard[]): Promise<Shard[]> {
    const waiting: Shard[] = [];
    const changed = new Set<string>();
    for (const shard of shards) {
      // Standard input cannot be compared with what was read from it before.
      const sidecar = shard.src === '-' ? null : await finishedPart(shard, this.folder);
      const isCurrent = sidecar !== null && (await this.isOfInput(sidecar));
      if (!isCurrent) waiting.push(shard);
      if (sidecar && !isCurrent) changed.add(shard.src);
    }
    for (const source of changed) {
      const message = 'It changed since parts were made from it; they are made again.';
      this.environment.console.problem({
        code: 'input-changed',
        severity: 'warning',
        message,
        place: { source },
      });
    }
    const done = shards.length - waiting.length;
    if (done > 0) {
      const text = `${done} of ${shards.length} parts are there already`;
      this.environment.console.tell({ type: 'resumed', parts: shards.length, done }, [text]);
    }
    return waiting;
  }

  /** An input that cannot be read is told where it is to be converted. */
  private async isOfInput(sidecar: Sidecar): Promise<boolean> {
    return isOfInput(sidecar).catch(() => false);
  }

  private async work(shards: readonly Shard[]): Promise<void> {
    const { console } = this.environment;
    const total = shards.reduce((sum, { start, end }) => sum + end - start, 0);
    const progress = new Progress(console, total);
    const interruption = new Interruption();
    const hooks = {
      progress: (articles: number, bytes: number) => progress.add(articles, bytes),
      problem: (problem: Problem) => console.problem(problem),
      failure: (problem: Problem) => this.failure(problem),
    };
    const children = new WorkerPool((isRetry) => new ChildWorker(this.folder.path, isRetry), hooks);
    const own = new WorkerPool(() => new OwnWorker(this.folder.path, this.streams), hooks);
    interruption.signal.addEventListener('abort', () => {
      children.stop();
      own.stop();
    });
    try {
      const isOwn = ({ src }: Shard): boolean => this.workers === 0 || src === '-';
      await children.run(
        shards.filter((shard) => !isOwn(shard)),
        this.workers,
      );
      await own.run(shards.filter(isOwn), 1);
    } finally {
      interruption.end();
      progress.end();
    }
    if (interruption.code !== null) this.interrupted(interruption.code);
  }

  private interrupted(code: ExitCode): void {
    const lines = ['Stopped. The parts that are done stay; the same command again goes on with the others.'];
    this.environment.console.tell({ type: 'stopped', code }, lines);
    this.code = code;
  }

  private failure(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}
