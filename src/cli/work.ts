import { Command, Option } from 'commander';
import { indexVariables, parseSelection, selectionOf } from '../batch/selection.js';
import type { Shard } from '../shard.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf } from './exit-code.js';
import { workersOption } from './options.js';
import { readPlan } from './read-plan.js';

interface WorkOptions {
  readonly plan: string;
  readonly shard?: string;
  readonly output: string;
  readonly workers: number;
}

export function workCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('work')
    .description('Convert shards of a plan; those that are done already are skipped')
    .requiredOption('--plan <file>', 'the plan')
    .addOption(
      new Option(
        '--shard <numbers>',
        'such as 7, 3,7-9, or auto: the number that the scheduler gives; all by default',
      ),
    )
    .addOption(new Option('-o, --output <folder>', 'folder for the parts').default('output'))
    .addOption(workersOption('processes that work side by side', 1))
    .addHelpText(
      'after',
      `
auto reads the number of the task, where the first task is the one that stands behind the name:
${indexVariables.map(({ name, first, of }) => `  ${name.padEnd(27)}${first}  ${of}`).join('\n')}

Examples:
  article2rdf work --plan plan.ndjson -o out --workers 8
  sbatch --array=0-$(($(wc -l < plan.ndjson) - 1)) --wrap 'article2rdf work --plan plan.ndjson --shard auto -o out'
  seq $(wc -l < plan.ndjson) | parallel -N0 article2rdf work --plan plan.ndjson --shard auto -o out
  article2rdf work --plan plan.ndjson --shard "$(article2rdf finish --plan plan.ndjson -o out)" -o out`,
    )
    .action(async (options: WorkOptions, command: Command) => {
      const { plan, shard, output, workers } = options;
      const { console, ...rest } = environment();
      const read = readPlan(plan);
      if ('problem' in read) {
        console.problem(read.problem);
        exit(exitCodeOf(read.problem));
        return;
      }
      const shards = selected(read.shards, shard, command);
      const { BatchRun } = await import('./batch-run.js');
      const run = new BatchRun({ console, ...rest }, output, workers > 1 ? workers : 0);
      exit(await run.within(shards, false, () => run.run(shards)));
    });
}

function selected(shards: readonly Shard[], shard: string | undefined, command: Command): readonly Shard[] {
  if (shard === undefined) return shards;
  const selection =
    shard === 'auto' ? selectionOf(process.env, shards.length) : parseSelection(shard, shards.length);
  if ('error' in selection)
    return command.error(`error: --shard ${shard}: ${selection.error}`, { exitCode: exitCode.usage });
  return selection.ids.map((id) => shards[id] as Shard);
}
