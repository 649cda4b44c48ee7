import { Command } from 'commander';
import type { CoverageOptions } from './coverage-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { languageOption, mappingOption } from './options.js';

export function coverageCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('coverage')
    .description('Account for every character of articles: stated, kept, hidden by a rule, reported or lost')
    .argument('<inputs...>', 'files, folders of articles, patterns, dumps, or - for standard input')
    .addOption(languageOption())
    .addOption(mappingOption())
    .addHelpText(
      'after',
      `
Each character of a page is behind a fact, kept as it stands (in a raw field or the text of a section), hidden by a rule
that has a name, or reported by a problem. What is none of these is lost: it is printed with its place, and the exit code
is then 1. --verbose also prints what each file comes to and what each rule hides; docs/conservation.md tells the rules.

Examples:
  article2rdf coverage film.wiki
  article2rdf coverage --verbose films/ | less
  article2rdf coverage enwiki-latest-pages-articles-multistream.xml.bz2`,
    )
    .action(
      async (inputs: string[], options: Omit<CoverageOptions, 'json' | 'verbose'>, command: Command) => {
        const { json = false, verbose = false } = command.optsWithGlobals<{
          json?: boolean;
          verbose?: boolean;
        }>();
        const { CoverageRun } = await import('./coverage-run.js');
        exit(await new CoverageRun(environment(), { ...options, json, verbose }).run(inputs));
      },
    );
}
