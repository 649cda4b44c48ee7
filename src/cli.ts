#!/usr/bin/env node
/** The program. Each command has a file in cli/; exit codes are given here alone. */
import './cli/tune-runtime.js';
import { Command, CommanderError, Option } from 'commander';
import { canonicalizeCommand } from './cli/canonicalize.js';
import { completionCommand } from './cli/completion.js';
import type { ConsoleOptions } from './cli/console.js';
import { Console } from './cli/console.js';
import { convertCommand } from './cli/convert.js';
import { coverageCommand } from './cli/coverage.js';
import { diffCommand } from './cli/diff.js';
import type { Environment } from './cli/environment.js';
import { exitCode, exitCodeOf } from './cli/exit-code.js';
import { explainCommand } from './cli/explain.js';
import { finishCommand } from './cli/finish.js';
import { lintCommand } from './cli/lint.js';
import { loadCommand } from './cli/load.js';
import { newCommand } from './cli/new.js';
import { parseCommand } from './cli/parse.js';
import { pipeCommand } from './cli/pipe.js';
import { planCommand } from './cli/plan.js';
import { queryCommand } from './cli/query.js';
import { serveCommand } from './cli/serve.js';
import { closedReader } from './cli/stdout-writer.js';
import { titlesCommand } from './cli/titles.js';
import { traceCommand } from './cli/trace.js';
import { validateCommand } from './cli/validate.js';
import { workCommand } from './cli/work.js';
import { readPackageVersion } from './read/package-files.js';
import { TitlesFileError } from './read/titles-file.js';

const commands = [
  convertCommand,
  planCommand,
  workCommand,
  finishCommand,
  pipeCommand,
  titlesCommand,
  parseCommand,
  explainCommand,
  validateCommand,
  traceCommand,
  coverageCommand,
  queryCommand,
  loadCommand,
  serveCommand,
  diffCommand,
  canonicalizeCommand,
  lintCommand,
  newCommand,
];

function createProgram(): Command {
  const version = readPackageVersion();
  const program = new Command('article2rdf')
    .description('Turns encyclopedic articles into linked data that can be trusted.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addOption(new Option('-q, --quiet', 'print errors only'))
    .addOption(new Option('-v, --verbose', 'print also what is only worth knowing').conflicts('quiet'))
    .addOption(new Option('--json', 'print messages as JSON, one object a line, on stderr'))
    .showSuggestionAfterError()
    .showHelpAfterError('(article2rdf --help shows what there is)')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride();
  const environment = (): Environment => ({
    console: new Console(consoleOptions(program), process.stderr, process.env),
    stdin: process.stdin,
    stdout: process.stdout,
    version,
  });
  for (const command of commands) {
    program.addCommand(
      command(environment, (code) => {
        process.exitCode = code;
      }),
    );
  }
  program.addCommand(completionCommand(program, process.stdout));
  for (const command of program.commands) command.exitOverride().configureHelp({ showGlobalOptions: true });
  program.addHelpText(
    'after',
    `
Examples:
  article2rdf convert film.txt                  writes output/film.ttl and output/film.jsonld
  article2rdf convert films/ -f nquads -o out   a whole folder, as N-Quads
  article2rdf convert enwiki.xml.bz2 -o out     a dump of a wiki, in parts, on all processors
  article2rdf explain film.txt                  shows which words gave which statements
  article2rdf validate output/film.ttl          checks a file against the shapes
Exit codes:
  0 fine   1 the data does not conform   2 wrong use   65 bad input   74 a file cannot be read or written
  75 a part of the work could not be done this time   130, 143 stopped by a signal`,
  );
  return program;
}

function consoleOptions(program: Command): ConsoleOptions {
  const { quiet = false, verbose = false, json = false } = program.opts<Partial<ConsoleOptions>>();
  return { quiet, verbose, json };
}

const program = createProgram();
process.stdout.on('error', (error) => closedReader(program.args[0] ?? '', error));
// Messages that nobody reads are no reason to stop.
process.stderr.on('error', () => {});

try {
  await program.parseAsync();
} catch (error) {
  // Commander has told what is wrong, or printed the help that was asked for.
  if (error instanceof TitlesFileError) {
    new Console(consoleOptions(program), process.stderr, process.env).problem(error.problem);
    process.exitCode = exitCodeOf(error.problem);
  } else if (!(error instanceof CommanderError)) throw error;
  else process.exitCode = error.exitCode === 0 ? exitCode.fine : exitCode.usage;
}
