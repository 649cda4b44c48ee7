import type { Quad } from '@rdfjs/types';
import { knownWords } from '../pipeline.js';
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import { shorten } from '../rdf/vocabulary.js';
import type { ExportedArticle } from '../read/read-exports.js';
import { readExports } from '../read/read-exports.js';
import { SourceFinder } from '../read/source-finder.js';
import { printable } from '../source/printable.js';
import type { DescribedSource } from '../trace/export-graph.js';
import { ExportGraph } from '../trace/export-graph.js';
import type { KnownWords, TraceFailure } from '../trace.js';
import { traceArticle } from '../trace.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { openSettings } from './open-workshop.js';
import { writeOut } from './stdout-writer.js';

export interface TraceOptions {
  readonly source?: readonly string[];
  readonly vocabBase: string;
  readonly mapping?: string;
}

/** One run of `trace`: an article after the other. */
export class TraceRun {
  private code: ExitCode = exitCode.fine;
  private readonly counts = { articles: 0, placed: 0, shown: 0, failures: 0, unplaced: 0 };
  /** Statements without a place, by their property. */
  private readonly properties = new Map<string, number>();
  private readonly finder: SourceFinder | null;

  constructor(
    private readonly environment: Environment,
    private readonly options: TraceOptions,
  ) {
    this.finder = options.source
      ? new SourceFinder(options.source, (problem) => this.problem(problem))
      : null;
  }

  async run(exports: readonly string[]): Promise<ExitCode> {
    const settings = await openSettings({ ...this.options, validate: false }, (problem) =>
      this.problem(problem),
    );
    if (!settings) return this.code;
    const known = knownWords(await settings.workshop());
    for await (const found of readExports(exports)) {
      if ('problem' in found) this.problem(found.problem);
      else await this.trace(found, known);
    }
    if (this.counts.placed === 0 && this.code === exitCode.fine) {
      const message =
        'No statement says where it was read. Only exports made with --provenance span do, not those of rdf12: convert again with it.';
      const place = { source: exports.join(' ') };
      this.problem({ code: 'no-spans', severity: 'error', message, place });
    }
    if (this.counts.placed > 0) this.tell();
    return this.code;
  }

  private async trace(article: ExportedArticle, known: KnownWords): Promise<void> {
    const { file, quads } = article;
    const graph = new ExportGraph(quads);
    const source = await this.sourceOf(article, graph.source);
    const { placed, shown, unplaced, failures } = traceArticle(graph, known, source);
    const { counts } = this;
    counts.articles++;
    counts.placed += placed;
    counts.shown += shown;
    counts.failures += failures.length;
    counts.unplaced += unplaced.length;
    for (const { predicate } of unplaced) {
      const name = shorten(predicate.value);
      this.properties.set(name, (this.properties.get(name) ?? 0) + 1);
    }
    if (failures.length > 0) this.code = worse(this.code, exitCode.nonConforming);
    for (const failure of failures) await this.print(file, failure);
  }

  private async sourceOf(
    { file, quads }: ExportedArticle,
    { sha256 }: DescribedSource,
  ): Promise<string | undefined> {
    if (!this.finder || !sha256) return undefined;
    const source = await this.finder.find(sha256);
    if (source !== null) return source;
    const message = `None of the sources has the SHA-256 ${sha256} of ${quads[0]?.graph.value}.`;
    this.problem({ code: 'no-source', severity: 'error', message, place: { source: file } });
    return undefined;
  }

  private async print(file: string, { place, anchor, quad, reason }: TraceFailure): Promise<void> {
    const what = quad ? `${written(quad.subject)} ${written(quad.predicate)} ${written(quad.object)}: ` : '';
    const line = `${file}: <${place}> ${JSON.stringify(cut(anchor))}: ${what}${reason}`;
    await writeOut(this.environment.stdout, `${printable(line)}\n`);
  }

  private tell(): void {
    const { articles, placed, shown, failures, unplaced } = this.counts;
    const properties = [...this.properties].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const share = placed === 0 ? '0' : percentage(shown, placed);
    const lines = [
      `${plural(articles, 'article')}, ${shown} of ${plural(placed, 'statement')} shown by their words (${share} %)`,
    ];
    if (failures > 0) lines.push(`${plural(failures, 'failure')}, printed on standard output`);
    if (unplaced > 0) {
      const named = properties.map(([name, n]) => `${n} ${name}`);
      lines.push(`without a place: ${plural(unplaced, 'statement')} (${named.join(', ')})`);
    }
    const record = { type: 'trace', ...this.counts, properties: Object.fromEntries(properties) };
    this.environment.console.tell(record, lines.map(printable));
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

/** Two decimals, cut and not rounded, so that only all is 100. */
function percentage(part: number, whole: number): string {
  return String(Math.floor((part / whole) * 10_000) / 100);
}

const longest = 160;

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
}

function written(term: Quad['subject'] | Quad['predicate'] | Quad['object']): string {
  if (term.termType === 'Literal') return JSON.stringify(cut(term.value));
  return term.termType === 'NamedNode' ? `<${term.value}>` : term.value;
}
