import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import { baseOption, numberBetween } from './options.js';
import { credentialsOf, endpointOption, remoteOptions } from './remote-options.js';
import type { ServeOptions } from './serve-run.js';

export function serveCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  const command = new Command('serve')
    .description('Serve exports as linked data, as a SPARQL endpoint and as pages')
    .argument('[paths...]', 'files or folders of RDF, compressed or not')
    .addOption(new Option('--source <input...>', 'the articles that were converted, to show their words'))
    .addOption(endpointOption('serve what a SPARQL endpoint elsewhere holds, instead of files'));
  for (const option of remoteOptions()) command.addOption(option);
  return command
    .addOption(baseOption())
    .addOption(new Option('--host <address>', 'address to listen at').default('127.0.0.1'))
    .addOption(
      new Option('--port <number>', '0 for one that is free')
        .default(8080)
        .argParser(numberBetween(0, 65_535)),
    )
    .addOption(
      new Option('--host-name <name...>', 'names by which it may be asked, besides those of this machine'),
    )
    .addOption(new Option('--no-cors', 'keep pages of other sites from reading'))
    .addOption(
      new Option('--query-timeout <seconds>', 'for a query of a client')
        .default(10)
        .argParser(numberBetween(1, 600)),
    )
    .addOption(
      new Option('--query-rows <number>', 'solutions or triples that a query gives at most')
        .default(10_000)
        .argParser(numberBetween(1, 1_000_000)),
    )
    .addOption(
      new Option(
        '--query-threads <number>',
        'queries that are answered at once; each holds the data once more',
      )
        .default(2)
        .argParser(numberBetween(1, 64)),
    )
    .addOption(
      new Option('--query-memory <MB>', 'memory that each of these may take beyond that of the data')
        .default(512)
        .argParser(numberBetween(16, 4096)),
    )
    .addHelpText(
      'after',
      `
It listens on this machine alone unless --host says otherwise, and is told to stop by SIGINT or SIGTERM. Requests are
logged on standard error, as JSON, a line each; --quiet leaves them out. See docs/serving.md.

Examples:
  article2rdf serve output/
  article2rdf serve out/ --source films/ --base https://films.example/ --port 8000
  article2rdf serve --endpoint http://localhost:3030/films/sparql`,
    )
    .action(async (paths: string[], options: Omit<ServeOptions, 'quiet'>, action: Command) => {
      if ((paths.length === 0) === (options.endpoint === undefined))
        action.error('error: give files or folders, or --endpoint', { exitCode: exitCode.usage });
      const { quiet = false } = action.optsWithGlobals<{ quiet?: boolean }>();
      const credentials = credentialsOf(options, process.env, action);
      const { ServeRun } = await import('./serve-run.js');
      exit(await new ServeRun(environment(), { ...options, quiet }, credentials).run(paths));
    });
}
