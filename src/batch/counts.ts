/** What was counted while articles were converted: of a shard, and of many shards together. */
import type { Conversion } from '../pipeline.js';
import type { Problem, Severity } from '../problem.js';
import type { ResultSeverity } from '../validate.js';
import { Counter } from './counter.js';

/** As it stands in a sidecar and in a manifest. */
export interface Counts {
  /** Articles that gave statements. */
  readonly articles: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly validated: number;
  readonly conforming: number;
  /** Results of validation. */
  readonly results: Readonly<Record<ResultSeverity, number>>;
  /** Redirects that became statements, and those that could not or should not. */
  readonly redirects: { readonly mapped: number; readonly counted: number };
  /** Pages that are no articles to convert, by reason. */
  readonly left: Readonly<Record<string, number>>;
  /** Problems by severity and code. */
  readonly problems: Readonly<Record<Severity, Readonly<Record<string, number>>>>;
  /** What problems of a code are about most often, such as the fields that no mapping claims. */
  readonly about: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The kind that articles of no known kind are counted under. */
export const unknownKind = 'of no known kind';

/** Names that a sidecar and a manifest give of what problems are about. */
const mostNames = 100;

export class Tally {
  private articles = 0;
  private statements = 0;
  private validated = 0;
  private conforming = 0;
  private readonly kinds = new Counter();
  private readonly results = { violation: 0, warning: 0, info: 0 };
  private readonly redirects = { mapped: 0, counted: 0 };
  private readonly left = new Counter();
  private readonly problems = { error: new Counter(), warning: new Counter(), info: new Counter() };
  private readonly about = new Map<string, Counter>();

  /**
   * An article that gave statements.
   *
   * @param statements how many, each counted once
   */
  addArticle({ kind, report }: Pick<Conversion, 'kind' | 'report'>, statements: number): void {
    this.articles++;
    this.statements += statements;
    this.kinds.add(kind ?? unknownKind);
    if (!report) return;
    this.validated++;
    if (report.conforms) this.conforming++;
    for (const { severity } of report.results) this.results[severity]++;
  }

  /** @param statements how many it gave; none where it was only counted */
  addRedirect(statements: number): void {
    this.statements += statements;
    this.redirects[statements > 0 ? 'mapped' : 'counted']++;
  }

  addLeft(reason: string): void {
    this.left.add(reason);
  }

  addProblem({ severity, code, about }: Problem): void {
    this.problems[severity].add(code);
    if (about !== undefined) this.namesOf(code).add(about);
  }

  /** Adds what was counted elsewhere. */
  merge(counts: Counts): void {
    this.articles += counts.articles;
    this.statements += counts.statements;
    this.validated += counts.validated;
    this.conforming += counts.conforming;
    this.kinds.merge(counts.kinds);
    for (const severity of ['violation', 'warning', 'info'] as const)
      this.results[severity] += counts.results[severity];
    this.redirects.mapped += counts.redirects.mapped;
    this.redirects.counted += counts.redirects.counted;
    this.left.merge(counts.left);
    for (const severity of ['error', 'warning', 'info'] as const)
      this.problems[severity].merge(counts.problems[severity]);
    for (const [code, names] of Object.entries(counts.about)) this.namesOf(code).merge(names);
  }

  counts(): Counts {
    const { articles, statements, validated, conforming } = this;
    return {
      articles,
      kinds: this.kinds.record(),
      statements,
      validated,
      conforming,
      results: { ...this.results },
      redirects: { ...this.redirects },
      left: this.left.record(),
      problems: {
        error: this.problems.error.record(),
        warning: this.problems.warning.record(),
        info: this.problems.info.record(),
      },
      about: Object.fromEntries(
        [...this.about]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([code, names]) => [code, names.record(mostNames)]),
      ),
    };
  }

  private namesOf(code: string): Counter {
    const known = this.about.get(code) ?? new Counter();
    this.about.set(code, known);
    return known;
  }
}

/** Problems by which pages of an input are missing, and not only one that is wrong itself. */
const missingInput = ['truncated', 'corrupt', 'corrupt-block', 'lost-article'];

/** Whether all of the inputs was there to be read. */
export function isInputWhole({ problems }: Pick<Counts, 'problems'>): boolean {
  return !missingInput.some((code) => Object.hasOwn(problems.error, code));
}

/** How many problems of a severity there are. */
export function problemCount({ problems }: Pick<Counts, 'problems'>, severity: Severity): number {
  return Object.values(problems[severity]).reduce((sum, n) => sum + n, 0);
}
