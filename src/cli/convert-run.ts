import { join, resolve, sep } from 'node:path';
import type { Conversion, Workshop } from '../pipeline.js';
import { convertSource, writeStatements } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { writeFileWhole } from '../publish.js';
import { slug } from '../rdf/iris.js';
import type { Container } from '../read.js';
import { readInputs } from '../read.js';
import type { Source } from '../source.js';
import type { ReportFormat } from '../validate/report.js';
import { reportFormatOfFile } from '../validate/report.js';
import type { ConversionOptions, Given } from './batch-options.js';
import { askedFor, batchConfig } from './batch-options.js';
import type { ContainersOptions } from './containers-run.js';
import { ContainersRun } from './containers-run.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { articleInputs, replacedInput } from './kept-inputs.js';
import type { Settings } from './open-workshop.js';
import { openSettings } from './open-workshop.js';
import { severityCounts } from './options.js';
import { StdoutWriter } from './stdout-writer.js';
import { Summary } from './summary.js';
import { writeFailure } from './write-failure.js';

export interface ConvertOptions extends ConversionOptions, ContainersOptions {
  readonly stdout?: boolean;
  readonly url?: string;
  readonly report?: string;
  readonly reportFormat?: ReportFormat;
  readonly given: Given;
}

/**
 * One run of `convert`: reads the inputs, converts each, publishes what came out, and tells. Single articles come
 * first, each in files of its own; then the containers of many, in parts.
 */
export class ConvertRun {
  private code: ExitCode = exitCode.fine;
  private readonly summary = new Summary();
  private readonly stdout: StdoutWriter;
  /** What was written for which source, so that two inputs of one name do not overwrite each other. */
  private readonly targets = new Map<string, string>();
  private inputs = articleInputs([]);

  constructor(
    private readonly environment: Environment,
    private readonly options: ConvertOptions,
  ) {
    this.stdout = new StdoutWriter(environment.stdout);
  }

  async run(inputs: readonly string[]): Promise<ExitCode> {
    const { shapes = [], titles } = this.options;
    this.inputs = articleInputs(inputs, titles === undefined ? shapes : [...shapes, titles]);
    const settings = await openSettings(this.options, (problem) => this.problem(problem));
    if (!settings) return this.code;
    let count = 0;
    const containers: Container[] = [];
    for await (const result of readInputs(inputs, this.environment.stdin)) {
      if ('problem' in result) {
        this.summary.addNotConverted();
        this.problem(result.problem);
        continue;
      }
      count++;
      if ('container' in result) {
        if (this.takes(result.container)) containers.push(result.container);
      } else if (count > 1 && this.options.url !== undefined) {
        this.summary.addNotConverted();
        this.problem(oneUrl(result.source.name));
      } else await this.convert(result.source, await settings.workshop());
    }
    const sources = count - containers.length;
    if (containers.length > 0) await this.convertContainers(containers, settings);
    await this.stdout.end();
    await this.writeReport();
    if (sources > 0 || containers.length === 0)
      this.environment.console.tell(this.summary.record(), this.summary.lines());
    return this.code;
  }

  /** What is told of one article, or of few, suits no container of many. */
  private takes({ path }: Container): boolean {
    if (this.options.url !== undefined) this.problem(oneUrl(path));
    else if (this.options.report !== undefined) {
      const message =
        'It holds many articles, whose results no report holds; convert it without --report, and look into part-*.problems.ndjson.gz.';
      this.problem({ code: 'no-report', severity: 'error', message, place: { source: path } });
    } else return true;
    return false;
  }

  private async convertContainers(
    containers: readonly Container[],
    { hash, workshop }: Settings,
  ): Promise<void> {
    const { options, environment } = this;
    const config = batchConfig(options, options.given, hash, environment.version);
    const run = new ContainersRun(environment, options, config);
    const code = options.stdout
      ? await run.toStdout(containers, await workshop(), this.stdout)
      : await run.toFolder(containers);
    this.code = worse(this.code, code);
  }

  private async convert(source: Source, workshop: Workshop): Promise<void> {
    const { base, lang, url, given, mentions, nameLinks, provenance, generatedAt } = this.options;
    const conversion = await convertSource(given.lang ? { ...source, language: lang } : source, workshop, {
      base,
      language: lang,
      mentions,
      nameLinks,
      ...askedFor(this.options),
      ...(url === undefined ? {} : { url }),
      ...(generatedAt === undefined ? {} : { generatedAt }),
    });
    for (const problem of conversion.problems) this.problem(problem);
    this.tellResults(conversion);
    if (conversion.statements.length === 0) {
      if (conversion.left === undefined) this.summary.addNotConverted();
      return;
    }
    const target = this.options.stdout ? '' : await this.targetOf(source, conversion);
    if (target === null) return this.summary.addNotConverted();
    this.summary.add(conversion);
    const { statements, language } = conversion;
    const published = url === undefined ? source : { ...source, url };
    for (const format of this.options.format) {
      const writing = { language, provenance, source: published };
      const text = writeStatements(statements, format.name, workshop, writing);
      if (this.options.stdout) await this.stdout.write(text, format.name);
      else await this.publish(join(this.options.output, `${target}.${format.extension}`), text);
    }
  }

  /** Where an article's files go, without extension; null where they would overwrite another's or lie outside. */
  private async targetOf(source: Source, { article }: Conversion): Promise<string | null> {
    const target = source.target ?? slug(article.name);
    const path = resolve(this.options.output, target);
    const before = this.targets.get(path);
    for (const { extension } of this.options.format) {
      const replaced = await replacedInput(join(this.options.output, `${target}.${extension}`), this.inputs);
      if (!replaced) continue;
      this.problem(replaced);
      return null;
    }
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
      this.problem(writeFailure(path, error));
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
    const replaced = await replacedInput(path, this.inputs);
    if (replaced) return this.problem(replaced);
    const format = reportFormat ?? reportFormatOfFile(path);
    const content = { ...this.summary.reportContent(), version: this.environment.version };
    try {
      await writeFileWhole(path, format.write(content));
    } catch (error) {
      this.problem(writeFailure(path, error));
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.summary.addProblem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

function oneUrl(source: string): Problem {
  const message = '--url is the address of one article; convert the others without it.';
  return { code: 'one-url', severity: 'error', message, place: { source } };
}
