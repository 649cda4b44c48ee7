import { parseSource } from '../parse.js';
import { openWorkshop } from '../pipeline.js';
import { readSources } from '../read.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, worse } from './exit-code.js';
import { writeOut } from './stdout-writer.js';

/** Prints the article models of inputs, as JSON, indented or one a line. */
export async function runParse(
  inputs: readonly string[],
  { lines = false }: { readonly lines?: boolean },
  { console, stdin, stdout }: Environment,
): Promise<ExitCode> {
  const { workshop, problems } = await openWorkshop({ validate: false });
  for (const problem of problems) console.problem(problem);
  if (!workshop) return exitCode.badInput;
  let code: ExitCode = exitCode.fine;
  for await (const result of readSources(inputs, stdin)) {
    if ('problem' in result) {
      console.problem(result.problem);
      code = worse(code, result.problem.code === 'unreadable' ? exitCode.ioError : exitCode.badInput);
      continue;
    }
    const { article, problems } = parseSource(result.source, workshop.templates, workshop.usual);
    for (const problem of problems) console.problem(problem);
    await writeOut(stdout, `${JSON.stringify(article, null, lines ? undefined : 2)}\n`);
  }
  return code;
}
