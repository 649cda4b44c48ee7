import { Command, InvalidArgumentError, Option } from 'commander';
import { bulkStores, isBulkStore } from '../load/bulk-commands.js';
import { profileNamed, storeProfiles } from '../load/store-profiles.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import type { LoadOptions } from './load-run.js';
import { shapesOption, vocabularyBaseOption } from './options.js';
import { credentialsOf, endpointOption, parseEndpoint, remoteOptions } from './remote-options.js';

const stores = [...new Set<string>([...storeProfiles.map(({ name }) => name), ...bulkStores])];

export function loadCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  const command = new Command('load')
    .description('Load exports into a triple store, each article into its own graph')
    .argument('<exports...>', 'files in N-Quads, TriG, JSON-LD, Turtle or N-Triples, or folders of parts')
    .addOption(
      new Option('--store <name>', 'which store; gsp is any with a SPARQL 1.1 Graph Store')
        .choices(stores)
        .makeOptionMandatory(),
    )
    .addOption(endpointOption('where the store is, such as http://localhost:3030/dataset'))
    .addOption(
      new Option('--query-endpoint <url>', 'address for queries, if it is another one').argParser(
        parseEndpoint,
      ),
    )
    .addOption(
      new Option('--mode <mode>', 'add to the graphs of the articles, or replace them')
        .choices(['append', 'replace'])
        .default('append'),
    )
    .addOption(
      new Option(
        '--validate <mode>',
        'articles that do not conform to the shapes: refuse them, report and load them, or off: do not check',
      )
        .choices(['refuse', 'report', 'off'])
        .default('refuse'),
    )
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(vocabularyBaseOption());
  for (const option of remoteOptions()) command.addOption(option);
  return command
    .addOption(
      new Option('--checkpoint <file>', 'how far the load is; a file beside the first input by default'),
    )
    .addOption(
      new Option('--retries <number>', 'how often a request is sent again')
        .default(6)
        .argParser(parseRetries),
    )
    .addOption(new Option('--verify', 'count the statements of each graph when all are loaded'))
    .addOption(new Option('--receipt <file>', 'write the receipt there, instead of to standard output'))
    .addOption(new Option('--dry-run', 'read, check and count, and send nothing'))
    .addOption(
      new Option('--emit-bulk', "print the commands of the store's own loader, and load nothing").conflicts([
        'dryRun',
        'verify',
      ]),
    )
    .addHelpText(
      'after',
      `
A load that was stopped goes on with the same command. Loading twice changes nothing. With --mode replace an article's
graph, and those of its stretches of text, hold what the export says and nothing else; other articles are not touched.
What a store does not take is told statement by statement, and all else is loaded.

Examples:
  article2rdf load output/ --store oxigraph --endpoint http://localhost:7878 --verify
  article2rdf load output/ --store fuseki --endpoint http://localhost:3030/articles --mode replace
  STORE_PASSWORD=... article2rdf load output/ --store virtuoso --endpoint http://localhost:8890 \\
    --user loader --secret-env STORE_PASSWORD
  article2rdf load output/ --store qlever --emit-bulk
Exit codes: 0 all is loaded   1 articles do not conform   2 wrong use, address or password   65 statements or articles
  could not be loaded   74 the store cannot be reached, or holds something else   75 the store went away; try again`,
    )
    .action(async (exports: string[], given: Omit<LoadOptions, 'credentials'>, own: Command) => {
      const fail = (message: string): never => own.error(`error: ${message}`, { exitCode: exitCode.usage });
      const profile = profileNamed(given.store);
      if (given.emitBulk) {
        if (!isBulkStore(given.store)) fail(`--store ${given.store} has no loader of its own`);
      } else if (!profile) fail(`--store ${given.store} is for --emit-bulk alone`);
      else if (given.endpoint === undefined && !given.dryRun)
        fail(`--endpoint is missing; it is to be like ${profile.example}`);
      if (given.verify && profile?.query === null && given.queryEndpoint === undefined)
        fail(`--verify asks the store; say where it answers with --query-endpoint`);
      const credentials = credentialsOf(given, process.env, own, profile?.auth);
      const options: LoadOptions = { ...given, ...(credentials && { credentials }) };
      const { LoadRun } = await import('./load-run.js');
      exit(await new LoadRun(environment(), options).run(exports));
    });
}

function parseRetries(text: string): number {
  if (!/^\d{1,2}$/.test(text)) throw new InvalidArgumentError('Give a number from 0 to 99.');
  return Number(text);
}
