import type { Explanation } from '../explain/explanation.js';
import { Gaps } from '../explain/gaps.js';
import { writeGaps } from '../explain/write-gaps.js';
import { writeHtml } from '../explain/write-html.js';
import { writeText } from '../explain/write-text.js';
import { explainConversion } from '../explain.js';
import type { Workshop } from '../pipeline.js';
import { convertSource } from '../pipeline.js';
import type { Problem } from '../problem.js';
import { writeFileWhole } from '../publish.js';
import { readPageFiles } from '../read/package-files.js';
import { readSources } from '../read.js';
import type { Source } from '../source.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { articleInputs, replacedInput } from './kept-inputs.js';
import type { SettingsOptions } from './open-workshop.js';
import { openSettings } from './open-workshop.js';
import type { FailOn } from './options.js';
import { severityCounts } from './options.js';
import { writeOut } from './stdout-writer.js';
import { writeFailure } from './write-failure.js';

export interface ExplainOptions extends SettingsOptions {
  readonly html?: string;
  readonly gaps?: boolean;
  readonly json: boolean;
  readonly base: string;
  readonly lang: string;
  /** Whether the language was named; then it is the article's whatever its container says. */
  readonly isLanguageGiven: boolean;
  readonly citations?: boolean;
  readonly failOn: FailOn;
}

/** Columns of a line where standard output is no terminal, and the most that are well read. */
const usualWidth = 80;
const widest = 100;
const narrowest = 50;

/** One run of `explain`. What the explanation tells of problems is not told again on standard error. */
export class ExplainRun {
  private code: ExitCode = exitCode.fine;
  private count = 0;
  private gaps: Gaps | null = null;

  constructor(
    private readonly environment: Environment,
    private readonly options: ExplainOptions,
  ) {}

  async run(inputs: readonly string[]): Promise<ExitCode> {
    const { html, shapes = [] } = this.options;
    const replaced = html === undefined ? null : await replacedInput(html, articleInputs(inputs, shapes));
    if (replaced) this.problem(replaced);
    if (replaced) return this.code;
    const settings = await openSettings(this.options, (problem) => this.problem(problem));
    if (!settings) return this.code;
    for await (const result of readSources(inputs, this.environment.stdin)) {
      if ('problem' in result) this.problem(result.problem);
      else if (this.options.html !== undefined && this.count > 0) this.problem(onePage(result.source.name));
      else await this.explain(result.source, await settings.workshop());
    }
    if (this.gaps) await this.showGaps(this.gaps);
    return this.code;
  }

  private async explain(source: Source, workshop: Workshop): Promise<void> {
    const { base, lang, isLanguageGiven, failOn, citations } = this.options;
    const own = isLanguageGiven ? { ...source, language: lang } : source;
    const conversion = await convertSource(own, workshop, { base, language: lang, citations });
    if (conversion.statements.length === 0) {
      for (const problem of conversion.problems) this.problem(problem);
      return;
    }
    if (conversion.report?.results.some(({ severity }) => severityCounts(severity, failOn)))
      this.code = worse(this.code, exitCode.nonConforming);
    this.count++;
    const explanation = explainConversion(own, conversion, workshop);
    if (this.options.gaps !== true) return await this.show(explanation);
    this.gaps ??= new Gaps(workshop.mappings);
    this.gaps.add(explanation);
  }

  private async showGaps(gaps: Gaps): Promise<void> {
    const all = gaps.all();
    await this.print(this.options.json ? `${JSON.stringify(all, null, 2)}\n` : writeGaps(all));
  }

  private async show(explanation: Explanation): Promise<void> {
    const { html, json } = this.options;
    if (html !== undefined) await this.writePage(html, explanation);
    else if (json) await this.print(`${JSON.stringify(explanation, null, 2)}\n`);
    else await this.print(writeText(explanation, this.terminal()));
  }

  private terminal(): { width: number; isColored: boolean } {
    const { stdout, console } = this.environment;
    // Some terminals say that they have no columns at all.
    const width = Math.min(Math.max(stdout.columns || usualWidth, narrowest), widest);
    return { width, isColored: console.isColored(stdout) };
  }

  private async print(text: string): Promise<void> {
    const separated = this.count > 1 && !this.options.json ? `\n${text}` : text;
    await writeOut(this.environment.stdout, separated);
  }

  private async writePage(path: string, explanation: Explanation): Promise<void> {
    try {
      await writeFileWhole(path, writeHtml(explanation, readPageFiles()));
      this.environment.console.tell({ type: 'summary', files: [path] }, [`wrote ${path}`]);
    } catch (error) {
      this.problem(writeFailure(path, error));
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

function onePage(source: string): Problem {
  const message = 'A page shows one article; give each a --html file of its own.';
  return { code: 'one-page', severity: 'error', message, place: { source } };
}
