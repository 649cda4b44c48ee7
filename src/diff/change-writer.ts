import type { ArticleChanges, ChangeTotals } from './article-changes.js';

/** What a comparison came to. */
export interface ComparisonTotals extends ChangeTotals {
  /** Articles in either export. */
  readonly articles: number;
  /** Articles that both have, and that differ. */
  changed: number;
  onlyInA: number;
  onlyInB: number;
}

/** Writes what two exports differ in, an article after the other. */
export interface ChangeWriter {
  /** @param id hexadecimal digits that tell this comparison from others */
  begin(id: string): string;
  article(changes: ArticleChanges): string;
  end(totals: ComparisonTotals): string;
}
