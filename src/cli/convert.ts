import { Command, Option } from 'commander';
import type { ConvertOptions } from './convert-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import {
  baseOption,
  failOnOption,
  formatOption,
  languageOption,
  parseIri,
  reportFormatOption,
  requireInputs,
  shapesOption,
  vocabularyBaseOption,
} from './options.js';

export function convertCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('convert')
    .description('Convert articles into validated RDF')
    .argument('[inputs...]', 'files, folders of .txt files, patterns, or - for standard input')
    .addOption(formatOption())
    .addOption(new Option('-o, --output <folder>', 'where files are written').default('output'))
    .addOption(new Option('--stdout', 'write to standard output instead, in one format').conflicts('output'))
    .addOption(baseOption())
    .addOption(vocabularyBaseOption())
    .addOption(languageOption())
    .addOption(new Option('--url <iri>', 'where the one article was published').argParser(parseIri))
    .addOption(new Option('--mapping <folder>', 'your own mappings, besides the built-in ones'))
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(new Option('--no-validate', 'do not check against shapes'))
    .addOption(failOnOption())
    .addOption(new Option('--report <file>', 'write the validation report; its extension tells the format'))
    .addOption(reportFormatOption('--report-format <format>', 'format of the report'))
    .addHelpText(
      'after',
      `
Examples:
  article2rdf convert film.txt -f turtle --stdout
  article2rdf convert films/ --report report.sarif --fail-on warning
  cat film.txt | article2rdf convert - -o out`,
    )
    .action(async (inputs: string[], options: ConvertOptions, command: Command) => {
      requireInputs(inputs, options.shapes, command);
      if (options.stdout && options.format.length > 1) {
        if (command.getOptionValueSource('format') !== 'default') {
          command.error('error: --stdout takes one format; name it with -f', { exitCode: exitCode.usage });
        }
        Object.assign(options, { format: options.format.slice(0, 1) });
      }
      const { ConvertRun } = await import('./convert-run.js');
      exit(await new ConvertRun(environment(), options).run(inputs));
    });
}
