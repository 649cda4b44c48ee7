import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';

export function parseCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('parse')
    .description('Print the article model as JSON')
    .argument('<inputs...>', 'files, folders of articles, patterns, or - for standard input')
    .addOption(new Option('--lines', 'one article a line, however many there are'))
    .addHelpText('after', '\nExample:\n  article2rdf parse film.txt | jq .infoboxes[0].fields[].key.value')
    .action(async (inputs: string[], options: { lines?: boolean }) => {
      const { runParse } = await import('./parse-run.js');
      exit(await runParse(inputs, options, environment()));
    });
}
