import { openValidator } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { formatNamed, formats } from '../rdf/formats.js';
import { parseRdf } from '../rdf/parse-rdf.js';
import { readTextFile } from '../read/package-files.js';
import type { RdfFile } from '../read/rdf-files.js';
import { rdfFile } from '../read/rdf-files.js';
import { rdfProblem } from '../read/rdf-problem.js';
import { textChunks } from '../read/text-chunks.js';
import type { ReportFormat } from '../validate/report.js';
import { reportFormats } from '../validate/report.js';
import type { ValidationResult, Validator } from '../validate.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import type { FailOn } from './options.js';
import { severityCounts } from './options.js';

export interface ValidateOptions {
  readonly shapes?: readonly string[];
  readonly vocabBase: string;
  readonly input?: string;
  readonly format?: ReportFormat;
  readonly failOn: FailOn;
}

/** One run of `validate`: checks each file and prints one report. */
export class ValidateRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: ValidateOptions,
  ) {}

  async run(files: readonly string[]): Promise<ExitCode> {
    const validator = await this.openValidator();
    if (!validator) return this.code;
    const reports = [];
    for (const file of files) reports.push(await this.validateFile(file, validator));
    // Of a file that could not be checked nothing is said but why.
    if (reports.every((report) => report === null)) return this.code;
    const results = reports.flatMap((report) => report ?? []);
    const format = this.options.format ?? (reportFormats[0] as ReportFormat);
    const { stdout, version } = this.environment;
    stdout.write(format.write({ results, problems: [], version }));
    if (results.some(({ severity }) => severityCounts(severity, this.options.failOn))) {
      this.code = worse(this.code, exitCode.nonConforming);
    }
    return this.code;
  }

  private async openValidator(): Promise<Validator | null> {
    const { shapes, vocabBase } = this.options;
    const problems: Problem[] = [];
    const files = (shapes ?? []).flatMap((path) => {
      try {
        return [readTextFile(path)];
      } catch (error) {
        this.unreadable(path, error);
        return [];
      }
    });
    const validator = await openValidator(files, vocabBase, problems, shapes === undefined);
    for (const problem of problems) {
      const isError = problem.severity === 'error';
      this.problem(problem, isError ? exitCode.usage : exitCode.fine);
    }
    return this.code === exitCode.fine ? validator : null;
  }

  private async validateFile(path: string, validator: Validator): Promise<ValidationResult[] | null> {
    const { format, isCompressed } = this.fileAt(path);
    if (!format) return null;
    try {
      const chunks: string[] = [];
      for await (const chunk of textChunks(path, isCompressed)) chunks.push(chunk);
      const report = await validator.validateQuads(await parseRdf(chunks.join(''), format.name));
      return report.results.map((result) => ({ ...result, place: { source: path } }));
    } catch (error) {
      if (error instanceof RangeError) {
        const message =
          'It could not be checked: its classes or lists form a circle, or are nested too deep. Look for an rdfs:subClassOf that leads back to its own class.';
        this.problem(
          { code: 'not-checked', severity: 'error', message, place: { source: path } },
          exitCode.badInput,
        );
      } else {
        const problem = rdfProblem(path, format, error);
        this.problem(problem, exitCodeOf(problem));
      }
      return null;
    }
  }

  private fileAt(path: string): RdfFile {
    const { input } = this.options;
    const file = rdfFile(path, input === undefined ? undefined : formatNamed(input));
    if (!file.format) {
      const message = `Its format is not known; name it with --input ${formats.map(({ name }) => name).join('|')}.`;
      this.problem(
        { code: 'unknown-format', severity: 'error', message, place: { source: path } },
        exitCode.badInput,
      );
    }
    return file;
  }

  private unreadable(source: string, error: unknown): void {
    const message = `It cannot be read: ${(error as Error).message}.`;
    this.problem({ code: 'unreadable', severity: 'error', message, place: { source } }, exitCode.ioError);
  }

  private problem(problem: Problem, code: ExitCode): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, code);
  }
}
