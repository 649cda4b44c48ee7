import { Command, Option } from 'commander';
import { formats } from '../rdf/formats.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import {
  failOnOption,
  reportFormatOption,
  requireInputs,
  shapesOption,
  vocabularyBaseOption,
} from './options.js';
import type { ValidateOptions } from './validate-run.js';

export function validateCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('validate')
    .description('Check RDF files against SHACL shapes and print the report')
    .argument('[files...]', `files in ${formats.map(({ label }) => label).join(', ')}`)
    .addOption(shapesOption('shapes to check against, instead of the built-in ones'))
    .addOption(vocabularyBaseOption())
    .addOption(new Option('--input <format>', 'format of files whose names do not say it'))
    .addOption(reportFormatOption('-f, --format <format>', 'format of the report'))
    .addOption(failOnOption())
    .addHelpText(
      'after',
      `
Examples:
  article2rdf validate output/film.ttl
  article2rdf validate data.nq --shapes my-shapes.ttl -f sarif`,
    )
    .action(async (files: string[], options: ValidateOptions, command: Command) => {
      requireInputs(files, options.shapes, command);
      const { ValidateRun } = await import('./validate-run.js');
      exit(await new ValidateRun(environment(), options).run(files));
    });
}
