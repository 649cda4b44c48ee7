import { createHash } from 'node:crypto';
import type { Problem } from '../problem.js';
import { SortedLines } from '../publish/sorted-lines.js';
import { hasBlankNode, joinLine, splitLine } from '../rdf/canonical-line.js';
import type { RdfFile } from '../read/rdf-files.js';
import { readStatements } from '../read/read-statements.js';
import type { ArticleChanges } from './article-changes.js';
import { articlePage } from './article-page.js';
import type { Side } from './compare-articles.js';
import { compareArticles, sideLine } from './compare-articles.js';
import { PageDigests } from './page-digests.js';

export interface ComparisonOptions {
  /** Compare triples, in whatever graphs they are. */
  readonly ignoreGraphs: boolean;
  /** Characters of statements that are sorted in memory at a time. */
  readonly memory?: number;
}

/** Statements of one page that follow each other have one digest, up to about this many characters. */
const runLength = 4 * 1024 * 1024;

/**
 * Compares two exports in two passes, in memory that grows by some bytes an article. The first takes digests of what each
 * says of each page; so pages may come in any order and be cut into parts anyhow, and what both say alike is read no
 * more than once again. The second sorts the statements of those pages that differ, through temporary files.
 */
export class ExportComparison {
  private readonly digests = new PageDigests();
  private readonly identity = { A: createHash('sha256'), B: createHash('sha256') };
  private hasProblems = false;
  private foldsLanguages: boolean;

  constructor(
    private readonly exports: Readonly<Record<Side, readonly RdfFile[]>>,
    private readonly options: ComparisonOptions,
    private readonly report: (problem: Problem) => void,
  ) {
    // The processor of JSON-LD writes the default language in lower case; a tag is the same in any case.
    this.foldsLanguages = [...exports.A, ...exports.B].some(({ format }) => format?.name === 'jsonld');
  }

  /** Articles in either export. */
  get articles(): number {
    return this.digests.size;
  }

  /** What tells this comparison from others: a hash of all that was read. */
  get id(): string {
    const { A, B } = this.identity;
    return createHash('sha256').update(A.copy().digest()).update(B.copy().digest()).digest('hex');
  }

  /**
   * The first pass.
   *
   * @returns whether all could be read; if not, why has been reported
   */
  async index(): Promise<boolean> {
    await this.takeDigests('A', 1);
    await this.takeDigests('B', -1);
    return !this.hasProblems;
  }

  /**
   * The second pass: articles in the order of their pages' IRIs, without those that are equal.
   *
   * @throws the file system's error where there is no room for temporary files
   */
  async *changes(): AsyncGenerator<ArticleChanges> {
    if (this.digests.differing() === 0) return;
    const sorter = new SortedLines(this.options.memory);
    try {
      for (const side of ['A', 'B'] as const) {
        for await (const lines of this.statements(side)) {
          const sided: string[] = [];
          for (const { page, line } of differing(lines, this.digests)) sided.push(sideLine(page, line, side));
          await sorter.add(sided);
        }
      }
      if (!this.hasProblems) yield* compareArticles(sorter.sorted());
    } finally {
      await sorter.discard();
    }
  }

  private async takeDigests(side: Side, sign: 1 | -1): Promise<void> {
    let run: string[] = [];
    let [page, length] = ['', 0];
    const end = (): void => {
      // Statements of one article are in another order in another format.
      const digest = createHash('sha256').update(run.sort().join('\n')).digest();
      this.digests.add(page, digest, sign);
      this.identity[side].update(page).update(digest);
      run = [];
      length = 0;
    };
    for await (const lines of this.statements(side)) {
      for (const line of lines) {
        const own = articlePage(line);
        if (run.length > 0 && (own !== page || length > runLength)) end();
        page = own;
        run.push(line);
        length += line.length;
      }
    }
    if (run.length > 0) end();
  }

  /** Statements of one of the exports, as they are compared. Stops at what cannot be. */
  private async *statements(side: Side): AsyncGenerator<string[]> {
    for (const file of this.exports[side]) {
      for await (const batch of readStatements(file, '')) {
        if ('problem' in batch) {
          this.problem(batch.problem);
          break;
        }
        const unnamed = batch.lines.find(hasBlankNode);
        if (unnamed !== undefined) {
          this.problem(blankNodeProblem(file.path, unnamed));
          break;
        }
        yield batch.lines.map((line) => this.compared(line));
      }
    }
  }

  private compared(line: string): string {
    const folded = this.foldsLanguages ? foldLanguage(line) : line;
    return this.options.ignoreGraphs ? joinLine(splitLine(folded).triple, '') : folded;
  }

  private problem(problem: Problem): void {
    this.hasProblems = true;
    this.report(problem);
  }
}

function* differing(
  lines: readonly string[],
  digests: PageDigests,
): Generator<{ readonly page: string; readonly line: string }> {
  let [known, differs] = ['', false];
  for (const line of lines) {
    const page = articlePage(line);
    if (page !== known) differs = digests.differs(page);
    known = page;
    if (differs) yield { page, line };
  }
}

/** The tag of a literal in lower case. */
function foldLanguage(line: string): string {
  const quote = line.lastIndexOf('"');
  if (line[quote + 1] !== '@') return line;
  const end = line.indexOf(' ', quote);
  return line.slice(0, quote) + line.slice(quote, end).toLowerCase() + line.slice(end);
}

function blankNodeProblem(source: string, line: string): Problem {
  const message = `It has a blank node (${line.slice(0, 80)}…), which has no name in another file; give what article2rdf exports, or compare what canonicalize makes of both with diff.`;
  return { code: 'blank-node', severity: 'error', message, place: { source } };
}

/** Whether the first statement of an export is in a named graph; null where there is none, or it cannot be read. */
export async function hasGraphs(files: readonly RdfFile[]): Promise<boolean | null> {
  for (const file of files) {
    for await (const batch of readStatements(file, '')) {
      if ('problem' in batch) return null;
      const [first] = batch.lines;
      if (first !== undefined) return splitLine(first).graph !== '';
    }
  }
  return null;
}
