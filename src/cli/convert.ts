import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import type { Format, ProvenanceMode } from '../rdf/formats.js';
import { holds } from '../rdf/formats.js';
import { givenOptions } from './batch-options.js';
import type { ConvertOptions } from './convert-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import {
  baseTemplateOption,
  citationsOption,
  disambiguationsOption,
  failOnOption,
  formatOption,
  generatedAtOption,
  languageOption,
  mappingOption,
  mentionsOption,
  nameLinksOption,
  namespacesOption,
  parseIri,
  provenanceOption,
  redirectsOption,
  reportFormatOption,
  requireInputs,
  requireProvenance,
  shapesOption,
  shardSizeOption,
  titlesOption,
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
    .addOption(new Option('-o, --output <folder>', 'folder for the files').default('output'))
    .addOption(new Option('--stdout', 'write to standard output instead, in one format').conflicts('output'))
    .addOption(baseTemplateOption())
    .addOption(vocabularyBaseOption())
    .addOption(languageOption())
    .addOption(new Option('--url <iri>', 'address that the one article was published at').argParser(parseIri))
    .addOption(mappingOption())
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(titlesOption())
    .addOption(validateOption())
    .addOption(provenanceOption())
    .addOption(generatedAtOption())
    .addOption(mentionsOption())
    .addOption(nameLinksOption())
    .addOption(citationsOption())
    .addOption(disambiguationsOption())
    .addOption(namespacesOption())
    .addOption(redirectsOption())
    .addOption(
      workersOption('processes for inputs of many articles', availableParallelism(), 'one a processor'),
    )
    .addOption(shardSizeOption())
    .addOption(failOnOption())
    .addOption(new Option('--report <file>', 'write the validation report, in the format of its extension'))
    .addOption(reportFormatOption('--report-format <format>', 'format of the report'))
    .addHelpText(
      'after',
      `
An input of many articles becomes parts, as N-Quads where -f names no format: part-00000.nq.gz and so on, each with
its counts and hashes beside it. Stopped or killed, the same command again goes on with what is missing.

--provenance span puts each statement into a graph of the words it was read from (nquads, trig, jsonld), rdf12
annotates it with them (turtle, trig); page names the page as the graph in formats that have graphs, none does not.

Examples:
  article2rdf convert film.txt -f turtle --stdout
  article2rdf convert film.txt -f trig --provenance span
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
        Object.assign(options, { format: standardFormat(options) });
      }
      requireProvenance(options, command);
      const { ConvertRun } = await import('./convert-run.js');
      exit(await new ConvertRun(environment(), { ...options, given }).run(inputs));
    });
}

/** The first of the standard formats that can say what is asked for. */
function standardFormat({
  format,
  provenance,
}: {
  readonly format: readonly Format[];
  readonly provenance: ProvenanceMode;
}): Format[] {
  return [format.find((one) => holds(one, provenance)) ?? (format[0] as Format)];
}
