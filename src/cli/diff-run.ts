import type { ArticleChanges } from '../diff/article-changes.js';
import { countChanges } from '../diff/article-changes.js';
import type { ChangeWriter, ComparisonTotals } from '../diff/change-writer.js';
import type { DiffFormat } from '../diff/diff-formats.js';
import { diffFormats } from '../diff/diff-formats.js';
import { ExportComparison, hasGraphs } from '../diff/export-comparison.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import type { RdfFile } from '../read/rdf-files.js';
import { canBeReadAgain, findRdfFiles } from '../read/rdf-files.js';
import { unreadable } from '../read/unreadable.js';
import { openOutput } from './data-output.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { rdfInputs, replacedInput } from './kept-inputs.js';
import { isSystemError, writeFailure } from './write-failure.js';

export interface DiffOptions {
  readonly format: DiffFormat;
  readonly output?: string;
  readonly stat?: true;
  readonly places?: true;
  readonly ignoreGraphs?: true;
}

/** An export, and whether its statements are in graphs, where that is known. */
interface SideGraphs {
  readonly path: string;
  readonly has: boolean | null;
}

/** One run of `diff`. */
export class DiffRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: DiffOptions,
  ) {}

  async run(a: string, b: string): Promise<ExitCode> {
    const { output } = this.options;
    const replaced = output === undefined ? null : await replacedInput(output, rdfInputs([a, b]));
    if (replaced) this.problem(replaced);
    if (replaced) return this.code;
    const [A, B] = [await this.find(a), await this.find(b)];
    if (!A || !B) return this.code;
    const [ofA, ofB] = [await hasGraphs(A), await hasGraphs(B)];
    const ignoreGraphs = this.ignoresGraphs({ path: a, has: ofA }, { path: b, has: ofB });
    if (ignoreGraphs === null) return this.code;
    const noun = ignoreGraphs || !(ofA || ofB) ? 'thing' : 'article';
    const comparison = new ExportComparison({ A, B }, { ignoreGraphs }, (problem) => this.problem(problem));
    if (!(await comparison.index())) return this.code;
    try {
      await this.write(comparison, noun);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.problem(writeFailure(error.path ?? 'temporary files (TMPDIR)', error));
    }
    return this.code;
  }

  private async find(path: string): Promise<RdfFile[] | null> {
    try {
      const files = await findRdfFiles(path);
      const [first] = files;
      if (first && (await canBeReadAgain(first))) return files;
      const message = first
        ? 'It can be read only once, and is compared in two passes; give a file.'
        : 'No RDF file was found here: give files, or a folder that an export was written to.';
      const code = first ? 'no-file' : 'no-input';
      this.problem({ code, severity: 'error', message, place: { source: path } });
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.problem(unreadable(path, error));
    }
    return null;
  }

  /** Where only one has graphs, triples are compared; null where that is not what was asked for. */
  private ignoresGraphs(a: SideGraphs, b: SideGraphs): boolean | null {
    if (this.options.ignoreGraphs) return true;
    if (a.has === null || b.has === null || a.has === b.has) return false;
    const source = a.has ? b.path : a.path;
    const isExact = this.options.format === 'patch' || this.options.format === 'update';
    const message = isExact
      ? 'It has no graphs, and the other export has: this would replace all of it. With --ignore-graphs, triples are compared and written.'
      : 'It has no graphs, and the other export has: triples are compared.';
    this.problem({ code: 'no-graphs', severity: isExact ? 'error' : 'warning', message, place: { source } });
    return isExact ? null : true;
  }

  private async write(comparison: ExportComparison, noun: string): Promise<void> {
    const { format, output, stat = false, places = false } = this.options;
    const { stdout, console } = this.environment;
    const colors = output === undefined && console.isColored(stdout);
    const writer: ChangeWriter = diffFormats[format]({ colors, stat, places });
    const totals = {
      articles: comparison.articles,
      changed: 0,
      onlyInA: 0,
      onlyInB: 0,
      removed: 0,
      added: 0,
      moved: 0,
      places: 0,
    };
    const target = await openOutput(output, stdout);
    try {
      await target.write(writer.begin(comparison.id));
      for await (const article of comparison.changes()) {
        count(totals, article);
        await target.write(writer.article(article));
      }
      if (this.code !== exitCode.fine) return;
      await target.write(writer.end(totals));
      await target.commit();
    } finally {
      await target.discard();
    }
    if (totals.changed + totals.onlyInA + totals.onlyInB > 0) this.code = exitCode.different;
    this.tell(totals, noun);
  }

  private tell(totals: ComparisonTotals, noun: string): void {
    const { articles, changed, onlyInA, onlyInB, added, removed, moved, places } = totals;
    const differ =
      changed + onlyInA + onlyInB === 0
        ? 'no difference'
        : `${changed} changed, ${onlyInA} only in A, ${onlyInB} only in B`;
    const lines = [`${plural(articles, noun)}: ${differ}`];
    const statements = added + removed + moved + places;
    const kinds = [`${added} added`, `${removed} removed`, `${moved} read elsewhere`];
    if (places > 0) kinds.push(`${places} about the words of the source`);
    if (statements > 0) lines.push(`${plural(statements, 'statement')}: ${kinds.join(', ')}`);
    this.environment.console.tell({ type: 'diff', ...totals }, lines);
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

function count(totals: ComparisonTotals, { state, changes, isContinued }: ArticleChanges): void {
  const { added, removed, moved, places } = countChanges(changes);
  totals.added += added;
  totals.removed += removed;
  totals.moved += moved;
  totals.places += places;
  if (isContinued) return;
  if (state === 'changed') totals.changed++;
  else if (state === 'removed') totals.onlyInA++;
  else totals.onlyInB++;
}
