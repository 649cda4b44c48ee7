import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import type { ExplainOptions } from './explain-run.js';
import {
  baseTemplateOption,
  citationsOption,
  failOnOption,
  languageOption,
  mappingOption,
  requireInputs,
  shapesOption,
  validateOption,
  vocabularyBaseOption,
} from './options.js';

export function explainCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('explain')
    .description('Show which words of an article gave which statements')
    .argument('[inputs...]', 'files, folders of articles, patterns, or - for standard input')
    .addOption(new Option('--html <file>', 'write a page to look into it instead; it needs no network'))
    .option(
      '--gaps',
      'list what is near to what is read and gave no fact, of all articles together, by its shape',
    )
    .addOption(baseTemplateOption())
    .addOption(vocabularyBaseOption())
    .addOption(languageOption())
    .addOption(mappingOption())
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(validateOption())
    .addOption(citationsOption())
    .addOption(failOnOption())
    .addHelpText(
      'after',
      `
Each field, sentence, item and row of the article comes with the statements that were read from it, the rule that read
each, and the problems met there; what gave no fact is marked. With --json it is JSON: see docs/explanation.md.

With --gaps, it is the list items, rows and sentences nearest to what the mappings read of which nothing was read, grouped by
shape, most frequent first: see docs/explanation.md.

Examples:
  article2rdf explain film.txt | less
  article2rdf explain film.wiki --html film.html
  article2rdf explain film.txt --json | jq .coverage
  article2rdf explain --gaps films/ | head -40`,
    )
    .action(async (inputs: string[], options: Omit<ExplainOptions, 'json' | 'given'>, command: Command) => {
      requireInputs(inputs, options.shapes, command);
      const { json = false } = command.optsWithGlobals<{ json?: boolean }>();
      const { ExplainRun } = await import('./explain-run.js');
      const isLanguageGiven = command.getOptionValueSource('lang') === 'cli';
      exit(await new ExplainRun(environment(), { ...options, json, isLanguageGiven }).run(inputs));
    });
}
