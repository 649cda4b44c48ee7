import { Command, Option } from 'commander';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { mappingOption, vocabularyBaseOption } from './options.js';
import type { TraceOptions } from './trace-run.js';

export function traceCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('trace')
    .description('Check that the words behind every statement of an export show it')
    .argument(
      '<exports...>',
      'files in N-Quads, TriG or JSON-LD, or folders of parts, made with --provenance span',
    )
    .addOption(
      new Option('--source <input...>', 'what was converted: holds its words against those of the export'),
    )
    .addOption(vocabularyBaseOption())
    .addOption(mappingOption())
    .addHelpText(
      'after',
      `
A statement is shown where its place holds the words of its literal or a name of its object, the digits of its number,
date or duration, or a word that mappings/ knows for its code. What a thing is, and that it belongs to the article, is
shown by its name. Case, punctuation, white space and markup between words do not count; order does.
Statements that are not shown are printed with their place and words; the exit code is then 1.

Examples:
  article2rdf convert film.txt --provenance span -f nquads -o out && article2rdf trace out/film.nq
  article2rdf trace out/ --source enwiki-latest-pages-articles-multistream.xml.bz2`,
    )
    .action(async (exports: string[], options: TraceOptions) => {
      const { TraceRun } = await import('./trace-run.js');
      exit(await new TraceRun(environment(), options).run(exports));
    });
}
