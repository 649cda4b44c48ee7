import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import type { FinishOptions } from './finish-run.js';
import { failOnOption } from './options.js';

export function finishCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('finish')
    .description('Check that all parts of a plan are there, and say what they hold')
    .requiredOption('--plan <file>', 'the plan')
    .addOption(new Option('-o, --output <folder>', 'folder that holds the parts').default('output'))
    .addOption(new Option('--verify', 'read all files, and hold them against their hashes'))
    .addOption(failOnOption())
    .addHelpText(
      'after',
      `
Where all are there it writes _manifest.json and _SUCCESS. Where some are missing it exits with 75 and prints their
numbers on standard output, as work --shard takes them.

Examples:
  article2rdf finish --plan plan.ndjson -o out
  article2rdf finish --plan plan.ndjson -o out --verify --fail-on warning`,
    )
    .action(async (options: FinishOptions) => {
      const { finish } = await import('./finish-run.js');
      exit(await finish(options, environment()));
    });
}
