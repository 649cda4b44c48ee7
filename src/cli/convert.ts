import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { givenOptions } from './batch-options.js';
import type { ConvertOptions } from './convert-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import {
  baseOption,
  failOnOption,
  formatOption,
  languageOption,
  mappingOption,
  namespacesOption,
  parseIri,
  redirectsOption,
  reportFormatOption,
  requireInputs,
  shapesOption,
  shardSizeOption,
  validateOption,
  vocabularyBaseOption,
  workersOption,
} from './options.js';

export function convertCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('convert')
    .description('Convert articles into validated RDF')
    .argument(
      '[inputs...]',
      'files, folders of articles, patterns, wiki exports, NDJSON, or - for standard input',
    )
    .addOption(formatOption())
    .addOption(new Option('-o, --output <folder>', 'where files are written').default('output'))
    .addOption(new Option('--stdout', 'write to standard output instead, in one format').conflicts('output'))
    .addOption(baseOption())
    .addOption(vocabularyBaseOption())
    .addOption(languageOption())
    .addOption(new Option('--url <iri>', 'where the one article was published').argParser(parseIri))
    .addOption(mappingOption())
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(validateOption())
    .addOption(namespacesOption())
    .addOption(redirectsOption())
    .addOption(
      workersOption('processes for inputs of many articles', availableParallelism(), 'one a processor'),
    )
    .addOption(shardSizeOption())
    .addOption(failOnOption())
    .addOption(new Option('--report <file>', 'write the validation report; its extension tells the format'))
    .addOption(reportFormatOption('--report-format <format>', 'format of the report'))
    .addHelpText(
      'after',
      `
An input of many articles becomes parts, as N-Quads where -f names no format: part-00000.nq.gz and so on, each with
its counts and hashes beside it. Stopped or killed, the same command again goes on with what is missing.

Examples:
  article2rdf convert film.txt -f turtle --stdout
  article2rdf convert films/ --report report.sarif --fail-on warning
  article2rdf convert enwiki-latest-pages-articles-multistream.xml.bz2 -o out --workers 8
  cat film.txt | article2rdf convert - -o out`,
    )
    .action(async (inputs: string[], options: Omit<ConvertOptions, 'given'>, command: Command) => {
      requireInputs(inputs, options.shapes, command);
      const given = givenOptions(command);
      if (options.stdout && options.format.length > 1) {
        if (given.format) {
          command.error('error: --stdout takes one format; name it with -f', { exitCode: exitCode.usage });
        }
        Object.assign(options, { format: options.format.slice(0, 1) });
      }
      const { ConvertRun } = await import('./convert-run.js');
      exit(await new ConvertRun(environment(), { ...options, given }).run(inputs));
    });
}
