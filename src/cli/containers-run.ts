import { baseOf, ItemConverter } from '../batch/convert-items.js';
import { Tally } from '../batch/counts.js';
import { ForeignPartError, planName, strayFiles, unfinish, writeManifest } from '../batch/finish.js';
import { makePlan, optionsOf, planLines } from '../batch/plan.js';
import type { Workshop } from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { Container } from '../read.js';
import { cutInput, readShard } from '../read.js';
import type { Shard, ShardConfig } from '../shard.js';
import { BatchRun } from './batch-run.js';
import { exitCodeOfCounts, tellCounts, tellManifest } from './batch-summary.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import type { FailOn } from './options.js';
import type { StdoutWriter } from './stdout-writer.js';
import { isSystemError, writeFailure } from './write-failure.js';

export interface ContainersOptions {
  readonly output: string;
  readonly workers: number;
  /** In bytes of the stored file. */
  readonly shardSize?: number;
  readonly failOn: FailOn;
}

/** Converts containers of many articles, as `plan`, `work` and `finish` do one after the other. */
export class ContainersRun {
  constructor(
    private readonly environment: Environment,
    private readonly options: ContainersOptions,
    private readonly config: ShardConfig,
  ) {}

  async toFolder(containers: readonly Container[]): Promise<ExitCode> {
    const { output, workers, shardSize } = this.options;
    const plan = this.planOf(containers, shardSize === undefined ? {} : { shardSize });
    const batch = new BatchRun(this.environment, output, workers, streamsOf(plan, containers));
    return batch.within(plan, true, () => this.convert(plan, batch));
  }

  private async convert(plan: readonly Shard[], batch: BatchRun): Promise<ExitCode> {
    const { output, failOn } = this.options;
    const { console } = this.environment;
    const { folder } = batch;
    try {
      await folder.make();
      await unfinish(folder);
      await folder.write(planName, [...planLines(plan)].join(''));
      const code = await batch.run(plan);
      if (code !== exitCode.fine) return code;
      await this.sweep(await strayFiles(plan, folder), batch);
      const manifest = await writeManifest(plan, folder);
      tellManifest(manifest, output, console);
      return exitCodeOfCounts(manifest.counts, failOn);
    } catch (error) {
      if (!isSystemError(error) && !(error instanceof ForeignPartError)) throw error;
      const problem =
        error instanceof ForeignPartError ? foreignPart(output, error) : writeFailure(output, error);
      console.problem(problem);
      return exitCodeOf(problem);
    }
  }

  /** In order and in this process; nothing is left in a folder. */
  async toStdout(
    containers: readonly Container[],
    workshop: Workshop,
    stdout: StdoutWriter,
  ): Promise<ExitCode> {
    const { console } = this.environment;
    let code: ExitCode = exitCode.fine;
    const tally = new Tally();
    const plan = this.planOf(containers, { shardSize: Number.MAX_SAFE_INTEGER });
    const streams = streamsOf(plan, containers);
    for (const shard of plan) {
      const { formats, namespaces } = optionsOf(shard);
      const converter = new ItemConverter(workshop, optionsOf(shard), tally, shard.header.site);
      const stream = streams.get(shard.id);
      const items = readShard(shard, {
        namespaces: new Set(namespaces),
        ...baseOf(optionsOf(shard)),
        ...(stream ? { stream } : {}),
      });
      for await (const item of items) {
        const { texts, problems, results } = await converter.convert(item);
        for (const problem of problems) {
          console.problem(problem);
          code = worse(code, exitCodeOf(problem));
        }
        for (const result of results) console.result(result);
        for (const [index, text] of texts.entries()) await stdout.write(text, formats[index] ?? 'nquads');
      }
    }
    tellCounts(tally.counts(), console);
    return worse(code, exitCodeOfCounts(tally.counts(), this.options.failOn));
  }

  private planOf(containers: readonly Container[], cut: { readonly shardSize?: number }): Shard[] {
    const inputs = containers.map(({ path, header, stream }) => {
      const src = stream ? '-' : path;
      return { src, header, ranges: cutInput(src, header, cut) };
    });
    return makePlan(inputs, this.config);
  }

  private async sweep(strays: readonly string[], { folder }: BatchRun): Promise<void> {
    if (strays.length === 0) return;
    await folder.remove(strays);
    const text = `removed ${strays.length} files of parts that another plan made`;
    this.environment.console.tell({ type: 'swept', files: strays }, [text]);
  }
}

/** What can be read only once has one shard each, in the order of the inputs. */
function streamsOf(
  plan: readonly Shard[],
  containers: readonly Container[],
): ReadonlyMap<number, AsyncIterable<Uint8Array>> {
  const streams = containers.flatMap(({ stream }) => (stream ? [stream] : []));
  const ids = plan.filter(({ src }) => src === '-').map(({ id }) => id);
  return new Map(streams.map((stream, index) => [ids[index] as number, stream]));
}

function foreignPart(source: string, { part }: ForeignPartError): Problem {
  const message = `${part} was made by another run while this one went on; convert again.`;
  return { code: 'parts-missing', severity: 'error', message, place: { source } };
}
