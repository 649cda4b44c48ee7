import type { Account, Counts, FoundStretch, Region } from '../coverage.js';
import { accountFor, Entries, fateNames, noCounts, regions } from '../coverage.js';
import type { Workshop } from '../pipeline.js';
import { convertSource, defaultBase } from '../pipeline.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { defaultVocabularyBase } from '../rdf/vocabulary.js';
import { printable } from '../source/printable.js';
import type { Source } from '../source.js';
import { allSources } from './all-sources.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { openSettings } from './open-workshop.js';
import { writeOut } from './stdout-writer.js';

export interface CoverageOptions {
  readonly lang: string;
  readonly mapping?: string;
  readonly json: boolean;
  readonly verbose: boolean;
}

/** One run of `coverage`: an article after the other. */
export class CoverageRun {
  private code: ExitCode = exitCode.fine;
  private articles = 0;
  private left = 0;
  private readonly counts = Object.fromEntries(regions.map((region) => [region, noCounts()])) as Record<
    Region,
    Counts
  >;
  private readonly rules = new Map<string, { stretches: number; characters: number; first: string }>();

  constructor(
    private readonly environment: Environment,
    private readonly options: CoverageOptions,
  ) {}

  async run(inputs: readonly string[]): Promise<ExitCode> {
    const { mapping } = this.options;
    const settings = await openSettings(
      { vocabBase: defaultVocabularyBase, validate: false, ...(mapping === undefined ? {} : { mapping }) },
      (problem) => this.problem(problem),
    );
    if (!settings) return this.code;
    const workshop = await settings.workshop();
    for await (const result of allSources(inputs, this.environment.stdin, workshop.version)) {
      if ('problem' in result) this.problem(result.problem);
      else await this.account(result.source, workshop);
    }
    await this.tell();
    return this.code;
  }

  private async account(source: Source, workshop: Workshop): Promise<void> {
    const entries = new Entries();
    const options = { base: defaultBase, language: this.options.lang, ledger: entries };
    const conversion = await convertSource(source, workshop, options);
    if (conversion.statements.length === 0) {
      // It is said why nothing of it was converted.
      for (const problem of conversion.problems) this.problem(problem);
      this.left++;
      return;
    }
    this.articles++;
    const account = accountFor(source, conversion, entries, workshop);
    await this.add(source.name, account);
  }

  private async add(name: string, { counts, lost, hidden }: Account): Promise<void> {
    const own = noCounts();
    for (const region of regions) {
      for (const fate of fateNames) {
        this.counts[region][fate] += counts[region][fate];
        own[fate] += counts[region][fate];
      }
    }
    for (const [rule, stretches] of hidden) {
      const known = this.rules.get(rule) ?? {
        stretches: 0,
        characters: 0,
        first: placed(name, stretches[0]),
      };
      known.stretches += stretches.length;
      for (const { words } of stretches) known.characters += [...words].length;
      this.rules.set(rule, known);
    }
    if (lost.length > 0) this.code = worse(this.code, exitCode.nonConforming);
    for (const stretch of lost) await this.print('lost', name, stretch);
    if (!this.options.verbose) return;
    for (const [rule, stretches] of hidden) {
      if (rule !== 'markup')
        for (const stretch of stretches) await this.print(`hidden by ${rule}`, name, stretch);
    }
    this.environment.console.tell({ type: 'coverage-file', file: name, counts: own }, [
      printable(`${name}: ${shares(own)}`),
    ]);
  }

  private async print(what: string, name: string, stretch: FoundStretch): Promise<void> {
    const { words, region, line, column } = stretch;
    const text = this.options.json
      ? JSON.stringify({ type: what, source: name, line, column, region, words })
      : printable(`${placed(name, stretch)}: ${what}: ${JSON.stringify(cut(words))} (${region})`);
    await writeOut(this.environment.stdout, `${text}\n`);
  }

  private async tell(): Promise<void> {
    const { articles, left, counts } = this;
    const all = noCounts();
    for (const region of regions) for (const fate of fateNames) all[fate] += counts[region][fate];
    const rules = [...this.rules].sort(([a, x], [b, y]) => y.characters - x.characters || (a < b ? -1 : 1));
    const lines = [
      ...regions
        .filter((region) => sum(counts[region]) > 0)
        .map((region) => `${region}: ${shares(counts[region])}`),
      ...(this.options.verbose
        ? rules.map(
            ([rule, { stretches, characters, first }]) =>
              `hidden by ${rule}: ${characters} characters in ${stretches} places, first at ${first}`,
          )
        : []),
      `${plural(articles, 'article')}${left > 0 ? ` (${left} not converted)` : ''}: ${shares(all)}`,
      `${percentage(sum(all) - all.lost, sum(all))} % of ${sum(all)} characters accounted for`,
    ];
    const record = { type: 'coverage', articles, left, counts, rules: Object.fromEntries(rules) };
    this.environment.console.tell(record, lines.map(printable));
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

function sum(counts: Counts): number {
  return fateNames.reduce((total, fate) => total + counts[fate], 0);
}

function shares(counts: Counts): string {
  const total = sum(counts);
  return fateNames.map((fate) => `${fate} ${counts[fate]} (${percentage(counts[fate], total)} %)`).join(', ');
}

/** Two decimals, cut and not rounded, so that only all is 100; of nothing, all is. */
function percentage(part: number, whole: number): string {
  return whole === 0 ? '100' : String(Math.floor((part / whole) * 10_000) / 100);
}

function placed(name: string, stretch: FoundStretch | undefined): string {
  return stretch ? `${name}:${stretch.line}:${stretch.column}` : name;
}

const longest = 160;

function cut(words: string): string {
  return words.length > longest ? `${words.slice(0, longest).toWellFormed()}…` : words;
}
