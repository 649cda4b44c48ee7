import { Command, Option } from 'commander';
import type { LintFiles } from '../lint.js';
import {
  readContext,
  readMappingFiles,
  readMappingFolder,
  readShapeFiles,
  readTextFile,
  readVocabularyFiles,
} from '../read/package-files.js';
import type { Context } from '../serialize/writer.js';
import type { TextFile } from '../source.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode } from './exit-code.js';
import { shapesOption } from './options.js';

interface LintOptions {
  readonly mapping?: string;
  readonly shapes?: readonly string[];
  readonly vocab?: readonly string[];
  readonly usage?: string;
}

export function lintCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('lint')
    .description('Hold mappings, vocabularies and shapes against each other')
    .argument('[folder]', 'your own mappings: the same as --mapping')
    .addOption(new Option('--mapping <folder>', 'your own mappings, besides the built-in ones'))
    .addOption(new Option('--vocab <file...>', 'your own vocabularies, besides the built-in ones'))
    .addOption(shapesOption('your own shapes, besides the built-in ones'))
    .addOption(
      new Option(
        '--usage <file>',
        'print which share of parameter uses the mappings claim; a table with tabs, columns template, parameter, uses',
      ),
    )
    .addHelpText(
      'after',
      `
Example:
  article2rdf lint my/mappings
  article2rdf lint --mapping my/mappings --vocab my/book.ttl --shapes my/book-shapes.ttl`,
    )
    .action(
      async (
        folder: string | undefined,
        { mapping = folder, shapes = [], vocab = [], usage }: LintOptions,
      ) => {
        const { lint, lintUsage } = await import('../lint.js');
        const { console, stdout } = environment();
        let own: LintFiles;
        let usageFile: TextFile | null;
        try {
          own = {
            mappings: mapping === undefined ? [] : readMappingFolder(mapping),
            vocabularies: vocab.map(readTextFile),
            shapes: shapes.map(readTextFile),
          };
          usageFile = usage === undefined ? null : readTextFile(usage);
        } catch (error) {
          const { message, path = '' } = error as NodeJS.ErrnoException;
          const place = { source: path };
          console.problem({
            code: 'unreadable',
            severity: 'error',
            message: `It cannot be read: ${message}.`,
            place,
          });
          exit(exitCode.ioError);
          return;
        }
        if (usageFile) {
          const files = [...readMappingFiles(), ...own.mappings];
          const { text, problems } = lintUsage(usageFile, files);
          stdout.write(text);
          for (const problem of problems) console.problem(problem);
          exit(problems.length === 0 ? exitCode.fine : exitCode.badInput);
          return;
        }
        const context = readContext() as Context;
        const problems = lint({
          mappings: readMappingFiles(),
          vocabularies: readVocabularyFiles(),
          shapes: readShapeFiles(),
          context,
          own,
        });
        for (const problem of problems) console.problem(problem);
        if (problems.length === 0) stdout.write('Mappings, vocabularies, shapes and context fit together.\n');
        const hasError = problems.some(({ severity }) => severity === 'error');
        exit(hasError ? exitCode.badInput : exitCode.fine);
      },
    );
}
