import { Command, Option } from 'commander';
import { givenOptions } from './batch-options.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import {
  baseTemplateOption,
  citationsOption,
  disambiguationsOption,
  formatOption,
  generatedAtOption,
  languageOption,
  mappingOption,
  mentionsOption,
  nameLinksOption,
  namespacesOption,
  provenanceOption,
  redirectsOption,
  requireInputs,
  requireProvenance,
  shapesOption,
  shardSizeOption,
  titlesOption,
  validateOption,
  vocabularyBaseOption,
} from './options.js';
import type { PlanOptions } from './plan-run.js';

export function planCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('plan')
    .description('Divide inputs into shards that any number of machines can convert')
    .argument('[inputs...]', 'wiki exports, NDJSON, articles, folders of articles, patterns')
    .addOption(new Option('-o, --output <file>', 'file for the plan').default('-', 'standard output'))
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
    .addOption(namespacesOption())
    .addOption(redirectsOption())
    .addOption(shardSizeOption())
    .addHelpText(
      'after',
      `
A plan is one JSON object a line and a shard each. It holds all options of the conversion, and paths as they were
given: whoever works it off must find the inputs, mappings and shapes there.

Examples:
  article2rdf plan enwiki-latest-pages-articles-multistream.xml.bz2 -o plan.ndjson
  article2rdf plan films/ articles.ndjson.gz -f nquads,jsonld --shard-size 16M -o plan.ndjson
  wc -l plan.ndjson       how many shards there are`,
    )
    .action(async (inputs: string[], options: Omit<PlanOptions, 'given'>, command: Command) => {
      requireInputs(inputs, options.shapes, command);
      const given = givenOptions(command);
      if (given.format) requireProvenance(options, command);
      const { PlanRun } = await import('./plan-run.js');
      exit(await new PlanRun(environment(), { ...options, given }).run(inputs));
    });
}
