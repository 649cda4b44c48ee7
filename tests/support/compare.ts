/** Exports in memory, compared as the program compares them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArticleChanges, ChangeTotals } from '../../src/diff/article-changes.js';
import { countChanges } from '../../src/diff/article-changes.js';
import type { ChangeWriter } from '../../src/diff/change-writer.js';
import type { ComparisonOptions } from '../../src/diff/export-comparison.js';
import { ExportComparison } from '../../src/diff/export-comparison.js';
import type { Problem } from '../../src/problem.js';
import { findRdfFiles } from '../../src/read/rdf-files.js';

/** Files of an export by their names. */
export type ExportFiles = Readonly<Record<string, string | Buffer>>;

export interface Compared {
  readonly articles: number;
  readonly changes: readonly ArticleChanges[];
  readonly totals: ChangeTotals;
  readonly problems: readonly Problem[];
  readonly write: (writer: ChangeWriter) => string;
}

export async function compare(
  a: ExportFiles,
  b: ExportFiles,
  options: Partial<ComparisonOptions> = {},
): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'article2rdf-compare-'));
  try {
    const filesOf = async (name: string, files: ExportFiles) => {
      const within = mkdtempSync(join(folder, name));
      for (const [file, content] of Object.entries(files)) writeFileSync(join(within, file), content);
      return findRdfFiles(within);
    };
    const problems: Problem[] = [];
    const comparison = new ExportComparison(
      { A: await filesOf('a', a), B: await filesOf('b', b) },
      { ignoreGraphs: false, ...options },
      (problem) => problems.push(problem),
    );
    const changes: ArticleChanges[] = [];
    if (await comparison.index()) for await (const article of comparison.changes()) changes.push(article);
    const totals = countChanges(changes.flatMap((article) => article.changes));
    const { articles, id } = comparison;
    const write = (writer: ChangeWriter): string =>
      [
        writer.begin(id),
        ...changes.map((article) => writer.article(article)),
        writer.end({ articles, changed: 0, onlyInA: 0, onlyInB: 0, ...totals }),
      ].join('');
    return { articles, changes, totals, problems, write };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
