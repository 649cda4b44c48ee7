import { Command, InvalidArgumentError, Option } from 'commander';
import { formats } from '../rdf/formats.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import { baseOption } from './options.js';
import { graphFormats, rowFormats } from './query-formats.js';
import type { QueryOptions } from './query-run.js';
import { credentialsOf, endpointOption, remoteOptions } from './remote-options.js';

export function queryCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  const command = new Command('query')
    .description('Ask files of RDF, or a SPARQL endpoint, a question')
    .argument('[paths...]', `files (${extensions()}; each also .gz), or folders of them`)
    .addOption(new Option('-e, --query <sparql>', 'the query').conflicts(['file', 'named', 'list']))
    .addOption(
      new Option('--file <file>', 'file that holds the query, or - for standard input').conflicts([
        'named',
        'list',
      ]),
    )
    .addOption(new Option('--named <name>', 'a query that comes with the program').conflicts('list'))
    .addOption(
      new Option(
        '--about <article>',
        'of --named: only what this article says; its title, or the IRI of its page',
      ),
    )
    .addOption(baseOption())
    .addOption(new Option('--list', 'print the names of those, and what they answer'))
    .addOption(
      new Option(
        '-f, --format <format>',
        'of SELECT and ASK the first five, of CONSTRUCT and DESCRIBE the others',
      ).choices([...rowFormats, ...graphFormats]),
    )
    .addOption(
      new Option('--limit <rows>', 'print as many solutions or triples at most')
        .default(100_000)
        .argParser(parseRows),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'give the query up after that')
        .default(60)
        .argParser(parseSeconds),
    )
    .addOption(endpointOption('ask this endpoint instead of files'));
  for (const option of remoteOptions()) command.addOption(option);
  return command
    .addHelpText(
      'after',
      `
The default graph is all graphs together, each triple once; GRAPH asks for one. SELECT and ASK are printed as a table,
which cuts long values (csv and the others do not), CONSTRUCT and DESCRIBE as Turtle. The prefixes schema, raw, prov, nif,
rdf, rdfs, owl, skos, xsd and those of the package's vocabularies, such as article and award, need not be declared. Nothing
is ever fetched but from --endpoint: SERVICE is refused, and so are updates.
The password or token of an endpoint comes from an environment variable or a file, never from the command line.

Examples:
  article2rdf query output/ --named credits
  article2rdf query films/ --named cast --about 'Army of Darkness'
  article2rdf query output/film.ttl -e 'SELECT ?who { ?film schema:director/schema:name ?who }'
  article2rdf query parts/ --file question.rq -f csv > answer.csv
  article2rdf query --list
  article2rdf query --endpoint http://localhost:3030/films/query --named cast`,
    )
    .action(async (paths: string[], options: QueryOptions, action: Command) => {
      requireQuestion(paths, options, action);
      const credentials = options.list ? undefined : credentialsOf(options, process.env, action);
      const { QueryRun } = await import('./query-run.js');
      exit(await new QueryRun(environment(), options, credentials).run(paths));
    });
}

function extensions(): string {
  return [...formats.map(({ extension }) => `.${extension}`), '.jsonl'].join(' ');
}

function requireQuestion(paths: readonly string[], options: QueryOptions, command: Command): void {
  const fail = (message: string): never => command.error(`error: ${message}`, { exitCode: exitCode.usage });
  const { list, query, file, named, about, endpoint } = options;
  if (list) return;
  if (query === undefined && file === undefined && named === undefined)
    fail('there is no query; give --query SPARQL, --file FILE or --named NAME (--list shows the names)');
  if (about !== undefined && named === undefined)
    fail('--about is for queries of --named; name the article in your own query');
  if (paths.length === 0 && endpoint === undefined)
    fail('there is nothing to ask; give files, folders or --endpoint URL');
  if (paths.length > 0 && endpoint !== undefined) fail('give either files or --endpoint, not both');
}

const mostRows = 10_000_000;

function parseRows(text: string): number {
  const rows = Number(text);
  if (!/^\d{1,9}$/.test(text) || rows < 1 || rows > mostRows)
    throw new InvalidArgumentError(`Give a number from 1 to ${mostRows}.`);
  return rows;
}

/** No timer of Node.js goes further. */
const longest = 86_400;

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,5}(?:\.\d{1,3})?$/.test(text) || seconds <= 0 || seconds > longest)
    throw new InvalidArgumentError(`Give seconds, up to ${longest}.`);
  return seconds;
}
