import { Command, Option } from 'commander';
import { givenOptions } from './batch-options.js';
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
  provenanceOption,
  requireProvenance,
  shapesOption,
  titlesOption,
  validateOption,
  vocabularyBaseOption,
} from './options.js';
import type { PipeOptions } from './pipe-run.js';

const formats = ['nquads', 'jsonld'];

export function pipeCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('pipe')
    .description('Convert articles that come in as lines of JSON, one after the other')
    .addOption(formatOption('nquads'))
    .addOption(baseTemplateOption())
    .addOption(vocabularyBaseOption())
    .addOption(languageOption())
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
    .addOption(failOnOption())
    .addOption(
      new Option(
        '--on-error <what>',
        'fail: stop at the first line that cannot be used; record: report it as JSON on stderr and go on',
      )
        .choices(['fail', 'record'])
        .default('fail'),
    )
    .addHelpText(
      'after',
      `
Each line of standard input is an object with "title" and "text", and "format" (plain or wikitext), "lang" and "url"
where they are known. Standard output gets N-Quads, or with -f jsonld one document a line. The last line on stderr
holds the counts.

Examples:
  zcat articles.ndjson.gz | article2rdf pipe | gzip > articles.nq.gz
  article2rdf pipe -f jsonld --on-error record < articles.ndjson 2> failed.ndjson | load-into-store`,
    )
    .action(async (options: Omit<PipeOptions, 'given'>, command: Command) => {
      const [format, ...others] = options.format;
      if (!format || others.length > 0 || !formats.includes(format.name))
        command.error('error: pipe writes nquads or jsonld', { exitCode: exitCode.usage });
      requireProvenance(options, command);
      const { pipe } = await import('./pipe-run.js');
      exit(await pipe({ ...options, given: givenOptions(command) }, environment()));
    });
}
