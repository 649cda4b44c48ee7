import { Command, Option } from 'commander';
import type { DiffOptions } from './diff-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';

export function diffCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('diff')
    .description('Compare two exports: the statements that came and went, article by article')
    .argument('<a>', 'a file in any of the formats, or a folder of them or of parts; .gz or not')
    .argument('<b>', 'another; its format, order and parts may be others')
    .addOption(
      new Option('-f, --format <format>', 'how the changes are written')
        .choices(['table', 'patch', 'update', 'json'])
        .default('table'),
    )
    .addOption(new Option('-o, --output <file>', 'a file instead of standard output'))
    .addOption(new Option('--stat', 'of the table, only how many changes each article has'))
    .addOption(new Option('--places', 'in the table, show also what is said of the words of the source'))
    .addOption(new Option('--ignore-graphs', 'compare triples, in whatever graphs they are'))
    .addHelpText(
      'after',
      `
In the table, + is a statement of B alone, - of A alone, and ~ one of both that was read at other words.
patch is RDF Patch and update is SPARQL Update; applied to A, they make B of it.
The exit code is 0 where both say the same, and 1 where they differ.

Examples:
  article2rdf diff old/ new/                            what changed, for people
  article2rdf diff old/ new/ -f update -o change.ru     what makes new of old in a triple store
  article2rdf diff film.nq film.ttl --ignore-graphs     two formats of an article`,
    )
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { DiffRun } = await import('./diff-run.js');
      exit(await new DiffRun(environment(), options).run(a, b));
    });
}
