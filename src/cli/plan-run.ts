import type { CutInput } from '../batch/plan.js';
import { makePlan, planLines } from '../batch/plan.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { writeFileWhole } from '../publish.js';
import { cutInput, findInputs, inspectInput } from '../read.js';
import type { Shard } from '../shard.js';
import type { ConversionOptions, Given } from './batch-options.js';
import { batchConfig } from './batch-options.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { articleInputs, replacedInput } from './kept-inputs.js';
import { openSettings } from './open-workshop.js';
import { writeOut } from './stdout-writer.js';
import { writeFailure } from './write-failure.js';

export interface PlanOptions extends ConversionOptions {
  /** In bytes of the stored file. */
  readonly shardSize?: number;
  readonly output: string;
  readonly given: Given;
}

/** One run of `plan`. It is made only where all inputs can be read and all settings hold. */
export class PlanRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: PlanOptions,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    const { options, environment } = this;
    const settings = await openSettings(options, (problem) => this.problem(problem));
    if (!settings) return this.code;
    const { output, shapes = [] } = options;
    const replaced = output === '-' ? null : await replacedInput(output, articleInputs(paths, shapes));
    if (replaced) this.problem(replaced);
    const inputs = await this.cut(paths);
    if (this.code !== exitCode.fine) return this.code;
    const shards = makePlan(inputs, batchConfig(options, options.given, settings.hash, environment.version));
    await this.write(shards);
    if (this.code === exitCode.fine) {
      const bytes = inputs.reduce((sum, { header }) => sum + header.size, 0);
      const text = `${plural(inputs.length, 'input')}, ${bytes} bytes, ${plural(shards.length, 'shard')}`;
      environment.console.tell({ type: 'plan', inputs: inputs.length, bytes, shards: shards.length }, [text]);
    }
    return this.code;
  }

  private async cut(paths: readonly string[]): Promise<CutInput[]> {
    const { shardSize } = this.options;
    const inputs: CutInput[] = [];
    for await (const found of findInputs(paths)) {
      const inspected = 'problem' in found ? found : await inspectInput(found.path);
      if ('problem' in inspected) this.problem(inspected.problem);
      else if ('path' in found) {
        const { header } = inspected;
        const ranges = cutInput(found.path, header, shardSize === undefined ? {} : { shardSize });
        inputs.push({ src: found.path, header, ranges });
      }
    }
    return inputs;
  }

  private async write(shards: readonly Shard[]): Promise<void> {
    const { output } = this.options;
    const { stdout } = this.environment;
    const lines = planLines(shards);
    if (output === '-') {
      for (const line of lines) await writeOut(stdout, line);
      return;
    }
    try {
      await writeFileWhole(output, [...lines].join(''));
    } catch (error) {
      this.problem(writeFailure(output, error));
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}
