import { LabelError } from '../diff/canonical-labels.js';
import { Canonicalization } from '../diff/canonicalization.js';
import type { Problem } from '../problem.js';
import type { Format } from '../rdf/formats.js';
import type { RdfFile } from '../read/rdf-files.js';
import { findRdfFiles, rdfFile } from '../read/rdf-files.js';
import { readStatements } from '../read/read-statements.js';
import { unreadable } from '../read/unreadable.js';
import { openOutput } from './data-output.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { rdfInputs, replacedInput } from './kept-inputs.js';
import { isSystemError, writeFailure } from './write-failure.js';

export interface CanonicalizeOptions {
  readonly output?: string;
  readonly hash?: true;
  readonly input?: Format;
  readonly timeLimit: number;
  readonly workFactor: number;
}

/** One run of `canonicalize`: nothing is written where a file could not be read. */
export class CanonicalizeRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: CanonicalizeOptions,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    const { timeLimit, workFactor, output } = this.options;
    const replaced = output === undefined ? null : await replacedInput(output, rdfInputs(paths));
    if (replaced) this.problem(replaced);
    if (replaced) return this.code;
    const files = await this.find(paths);
    const dataset = new Canonicalization({ seconds: timeLimit, workFactor });
    try {
      for (const [index, file] of files.entries()) await this.read(file, `f${index}_`, dataset);
      if (this.code === exitCode.fine) await this.write(dataset);
    } catch (error) {
      if (error instanceof LabelError) {
        const place = { source: paths.join(' ') };
        this.problem({ code: 'blank-nodes', severity: 'error', message: error.message, place });
      } else if (isSystemError(error))
        this.problem(writeFailure(error.path ?? 'temporary files (TMPDIR)', error));
      else throw error;
    } finally {
      await dataset.discard();
    }
    return this.code;
  }

  private async find(paths: readonly string[]): Promise<RdfFile[]> {
    const { input } = this.options;
    const found: RdfFile[] = [];
    for (const path of paths) {
      try {
        const files = path === '-' ? [rdfFile('-', input)] : await findRdfFiles(path, input);
        found.push(...files);
        if (files.length > 0) continue;
        const message = 'No RDF file was found in this folder.';
        this.problem({ code: 'no-input', severity: 'error', message, place: { source: path } });
      } catch (error) {
        if (!isSystemError(error)) throw error;
        this.problem(unreadable(path, error));
      }
    }
    return found;
  }

  private async read(file: RdfFile, scope: string, dataset: Canonicalization): Promise<void> {
    const input = file.path === '-' ? this.environment.stdin : undefined;
    for await (const batch of readStatements(file, scope, input)) {
      if ('problem' in batch) this.problem(batch.problem);
      else await dataset.add(batch.lines);
    }
  }

  private async write(dataset: Canonicalization): Promise<void> {
    const { output, hash } = this.options;
    const { stdout } = this.environment;
    const target = hash && output === undefined ? null : await openOutput(output, stdout);
    try {
      for await (const text of dataset.text()) await target?.write(text);
      await target?.commit();
    } finally {
      await target?.discard();
    }
    if (hash) stdout.write(`${dataset.sha256()}\n`);
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}
