import { Command, Option } from 'commander';
import { parseSource } from '../parse.js';
import type { Workshop } from '../pipeline.js';
import { openWorkshop } from '../pipeline.js';
import { readSources } from '../read.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, worse } from './exit-code.js';
import { writeOut } from './stdout-writer.js';

export function parseCommand(environment: () => Environment, exit: (code: ExitCode) => void): Command {
  return new Command('parse')
    .description('Print the article model as JSON')
    .argument('<inputs...>', 'files, folders of articles, patterns, or - for standard input')
    .addOption(new Option('--lines', 'one article a line, however many there are'))
    .addHelpText('after', '\nExample:\n  article2rdf parse film.txt | jq .infoboxes[0].fields[].key.value')
    .action(async (inputs: string[], { lines = false }: { lines?: boolean }) => {
      const { workshop, problems } = await openWorkshop({ validate: false });
      for (const problem of problems) environment().console.problem(problem);
      exit(workshop ? await printArticles(inputs, lines, workshop, environment()) : exitCode.badInput);
    });
}

async function printArticles(
  inputs: readonly string[],
  lines: boolean,
  { templates, usual }: Pick<Workshop, 'templates' | 'usual'>,
  { console, stdin, stdout }: Environment,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.fine;
  for await (const result of readSources(inputs, stdin)) {
    if ('problem' in result) {
      console.problem(result.problem);
      code = worse(code, result.problem.code === 'unreadable' ? exitCode.ioError : exitCode.badInput);
      continue;
    }
    const { article, problems } = parseSource(result.source, templates, usual);
    for (const problem of problems) console.problem(problem);
    await writeOut(stdout, `${JSON.stringify(article, null, lines ? undefined : 2)}\n`);
  }
  return code;
}
