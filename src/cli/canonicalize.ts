import { Command, InvalidArgumentError, Option } from 'commander';
import { formatNamed, formats } from '../rdf/formats.js';
import type { CanonicalizeOptions } from './canonicalize-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';

export function canonicalizeCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('canonicalize')
    .description('Write RDF as sorted N-Quads that are the same for the same graph (RDFC-1.0)')
    .argument(
      '<files...>',
      'files in any of the formats, folders of them or of parts, .gz or not; - with --input',
    )
    .addOption(new Option('-o, --output <file>', 'a file instead of standard output'))
    .addOption(new Option('--hash', 'print the SHA-256 of the canonical form; without -o, that alone'))
    .addOption(
      new Option(
        '--input <format>',
        `format of files whose names do not say it: ${formats.map(({ name }) => name).join(', ')}`,
      ).argParser(parseFormat),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'how long blank nodes may take')
        .default(30)
        .argParser(parseSeconds),
    )
    .addOption(
      new Option(
        '--work-factor <number>',
        'how often blank nodes that look alike are compared, as a power of their number',
      )
        .default(3)
        .argParser(parseFactor),
    )
    .addHelpText(
      'after',
      `
All files together are one dataset; blank nodes of different files are different.
Files without blank nodes, such as those that article2rdf writes, are sorted in bounded memory, whatever their size.

Examples:
  article2rdf canonicalize output/film.ttl                 the same lines for Turtle, JSON-LD and N-Triples
  article2rdf canonicalize out/ --hash                     one number for a whole dump
  curl -s URL | article2rdf canonicalize - --input turtle`,
    )
    .action(async (files: string[], options: CanonicalizeOptions) => {
      const { CanonicalizeRun } = await import('./canonicalize-run.js');
      exit(await new CanonicalizeRun(environment(), options).run(files));
    });
}

function parseFormat(text: string) {
  const format = formatNamed(text);
  if (!format) throw new InvalidArgumentError(`Use ${formats.map(({ name }) => name).join(', ')}.`);
  return format;
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text) || seconds <= 0)
    throw new InvalidArgumentError('Give a number of seconds such as 30.');
  return seconds;
}

function parseFactor(text: string): number {
  if (!/^[0-9]$/.test(text)) throw new InvalidArgumentError('Give a whole number from 0 to 9.');
  return Number(text);
}
