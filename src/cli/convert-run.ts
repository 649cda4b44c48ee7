import { join, resolve, sep } from 'node:path';
import type { Conversion, Workshop } from '../pipeline.js';
import { convertSource, openWorkshop, writeStatements } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { writeFileWhole } from '../publish.js';
import type { Format } from '../rdf/formats.js';
import { slug } from '../rdf/iris.js';
import { readMappingFolder, readTextFile } from '../read/package-files.js';
import { readSources } from '../read.js';
import type { Source } from '../source.js';
import type { ReportFormat } from '../validate/report.js';
import { reportFormatOfFile } from '../validate/report.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, worse } from './exit-code.js';
import type { FailOn } from './options.js';
import { severityCounts } from './options.js';
import { StdoutWriter } from './stdout-writer.js';
import { Summary } from './summary.js';

export interface ConvertOptions {
  readonly format: readonly Format[];
  readonly output: string;
  readonly stdout?: boolean;
  readonly base: string;
  readonly vocabBase: string;
  readonly lang: string;
  readonly url?: string;
  readonly mapping?: string;
  readonly shapes?: readonly string[];
  readonly validate: boolean;
  readonly failOn: FailOn;
  readonly report?: string;
  readonly reportFormat?: ReportFormat;
}

/** One run of `convert`: reads the inputs, converts each, publishes what came out, and tells. */
export class ConvertRun {
  private code: ExitCode = exitCode.fine;
  private readonly summary = new Summary();
  private readonly stdout: StdoutWriter;
  /** What was written for which source, so that two inputs of one name do not overwrite each other. */
  private readonly targets = new Map<string, string>();

  constructor(
    private readonly environment: Environment,
    private readonly options: ConvertOptions,
  ) {
    this.stdout = new StdoutWriter(environment.stdout);
  }

  async run(inputs: readonly string[]): Promise<ExitCode> {
    const workshop = await this.openWorkshop();
    if (!workshop) return this.code;
    let count = 0;
    for await (const result of readSources(inputs, this.environment.stdin)) {
      if ('problem' in result) {
        this.problem(result.problem);
        continue;
      }
      count++;
      if (count > 1 && this.options.url !== undefined) {
        const message = '--url tells where one article was published; convert the others without it.';
        this.problem({ code: 'one-url', severity: 'error', message, place: { source: result.source.name } });
        continue;
      }
      await this.convert(result.source, workshop);
    }
    await this.stdout.end();
    await this.writeReport();
    this.environment.console.tell(this.summary.record(), this.summary.lines());
    return this.code;
  }

  private async openWorkshop(): Promise<Workshop | null> {
    const { mapping, shapes = [], vocabBase, validate } = this.options;
    const files = <T>(source: string, read: () => T): T | null => {
      try {
        return read();
      } catch (error) {
        const message = `It cannot be read: ${(error as Error).message}.`;
        this.problem({ code: 'unreadable', severity: 'error', message, place: { source } });
        return null;
      }
    };
    const mappingFiles = mapping === undefined ? [] : files(mapping, () => readMappingFolder(mapping));
    const shapeFiles = shapes.map((path) => files(path, () => readTextFile(path)));
    if (mappingFiles === null || shapeFiles.includes(null)) return null;
    const { workshop, problems } = await openWorkshop({
      mappingFiles,
      shapeFiles: shapeFiles.filter((file) => file !== null),
      vocabularyBase: vocabBase,
      validate,
    });
    for (const problem of problems) this.problem(problem);
    return workshop;
  }

  private async convert(source: Source, workshop: Workshop): Promise<void> {
    const { base, lang, url } = this.options;
    const conversion = await convertSource(source, workshop, {
      base,
      language: lang,
      ...(url === undefined ? {} : { url }),
    });
    for (const problem of conversion.problems) this.problem(problem, false);
    if (conversion.problems.some(({ severity }) => severity === 'error'))
      this.code = worse(this.code, exitCode.badInput);
    this.tellResults(conversion);
    if (conversion.statements.length === 0) return;
    this.summary.add(conversion);
    const target = this.options.stdout ? '' : this.targetOf(source, conversion);
    if (target === null) return;
    for (const format of this.options.format) {
      const text = writeStatements(conversion.statements, format.name, workshop, lang);
      if (this.options.stdout) await this.stdout.write(text, format.name);
      else await this.publish(join(this.options.output, `${target}.${format.extension}`), text);
    }
  }

  /** Where an article's files go, without extension; null where they would overwrite another's or lie outside. */
  private targetOf(source: Source, { article }: Conversion): string | null {
    const target = source.target ?? slug(article.name);
    const path = resolve(this.options.output, target);
    const before = this.targets.get(path);
    if (path.startsWith(resolve(this.options.output) + sep) && before === undefined) {
      this.targets.set(path, source.name);
      return target;
    }
    const message =
      before === undefined
        ? `Its files would lie outside ${this.options.output}; nothing was written.`
        : `Its files were already written for ${before}; convert them into different folders.`;
    this.problem({ code: 'same-file', severity: 'error', message, place: { source: source.name } });
    return null;
  }

  private async publish(path: string, text: string): Promise<void> {
    try {
      await writeFileWhole(path, text);
      this.summary.addFile(path);
    } catch (error) {
      this.failed(path, error);
    }
  }

  private tellResults({ report }: Conversion): void {
    if (!report) return;
    if (report.results.some(({ severity }) => severityCounts(severity, this.options.failOn))) {
      this.code = worse(this.code, exitCode.nonConforming);
    }
    for (const result of report.results) this.environment.console.result(result);
  }

  private async writeReport(): Promise<void> {
    const { report: path, reportFormat } = this.options;
    if (path === undefined) return;
    const format = reportFormat ?? reportFormatOfFile(path);
    try {
      await writeFileWhole(
        path,
        format.write({ ...this.summary.reportContent(), version: this.environment.version }),
      );
    } catch (error) {
      this.failed(path, error);
    }
  }

  private failed(path: string, error: unknown): void {
    const { code, message } = error as NodeJS.ErrnoException;
    const advice: Record<string, string> = {
      ENOSPC: 'The disk is full; make room or choose another folder with -o.',
      EACCES: 'You have no permission to write there; choose another folder with -o.',
      EROFS: 'That file system is read-only; choose another folder with -o.',
      ENOTDIR: 'A part of the path is a file; choose another folder with -o.',
      EEXIST: 'A part of the path is a file; choose another folder with -o.',
      EISDIR: 'A folder of that name is in the way.',
      ENAMETOOLONG: 'The name is too long for this file system.',
    };
    const text = `It could not be written. ${advice[code ?? ''] ?? `${message}.`}`;
    this.problem({ code: 'unwritable', severity: 'error', message: text, place: { source: path } });
  }

  private problem(problem: Problem, fatal = true): void {
    this.environment.console.problem(problem);
    this.summary.addProblem(problem);
    if (!fatal || problem.severity !== 'error') return;
    const isIo = ['unreadable', 'unwritable'].includes(problem.code);
    this.code = worse(this.code, isIo ? exitCode.ioError : exitCode.badInput);
  }
}
