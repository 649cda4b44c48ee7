import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import type { NewOptions } from './new-run.js';

export function newCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('new')
    .description('Write a first draft of a mapping from the parameters that pages really use')
    .addArgument(new Argument('<what>', 'what to write').choices(['kind']))
    .argument('<name>', 'of the kind, in lower case with hyphens', parseName)
    .addOption(new Option('--from <template>', 'the infobox').makeOptionMandatory())
    .addOption(new Option('--pages <file...>', 'pages that have it, or dumps').makeOptionMandatory())
    .addOption(new Option('--class <class>', 'of its things, such as schema:Mountain'))
    .addOption(new Option('--is <kind>', 'the kind that it is a sort of, whose fields it has too'))
    .addOption(
      new Option(
        '-o, --output <folder>',
        'your own mappings, where the file goes; without it, standard output',
      ),
    )
    .addHelpText(
      'after',
      `
Labels that other kinds know become fields of the library; other parameters get the type that reads at least four fifths of
their values; the rest is listed in comments, with how often each is used and an example. Check every line of the draft;
docs/mappings.md explains the language. No file is replaced.

Examples:
  article2rdf new kind mountain --from "Infobox mountain" --class schema:Mountain --pages pages/*.wiki
  article2rdf new kind mountain --from "Infobox mountain" --pages enwiki.xml.bz2 -o my/mappings
  article2rdf lint my/mappings`,
    )
    .action(async (_what: string, name: string, options: NewOptions) => {
      const { NewRun } = await import('./new-run.js');
      exit(await new NewRun(environment(), options).run(name));
    });
}

function parseName(text: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(text)) throw new InvalidArgumentError('Use a name such as mountain-range.');
  return text;
}
