/** Cells of a table that cover more than one row or column: their words come again beside those of other cells. */
import type { Token } from './token.js';

/** How many words the merged cells of a table can have whose words are put in another order. */
const most = 2000;

const covers = /(?:row|col)span/i;
const none: ReadonlySet<string> = new Set();

export class MergedCells {
  private readonly words: string[] = [];
  private added: ReadonlySet<string> = none;
  private isMerged = false;
  /** Whether the cells around the tables that are open are merged. */
  private readonly around: boolean[] = [];

  /** Takes words that were read. */
  take(words: readonly string[]): void {
    if (this.isMerged && this.words.length < most) this.words.push(...words);
  }

  openTable(): void {
    this.around.push(this.isMerged);
  }

  closeTable(): void {
    this.isMerged = this.around.pop() ?? false;
  }

  /** @param looks what says how the cell that begins looks, null where a row or table begins */
  beginCell(looks: string | null): void {
    const isInMerged = this.around.includes(true);
    this.isMerged = isInMerged || (looks !== null && covers.test(looks));
  }

  /** The words that may stand before the cell that comes next; null where there are none. */
  get before(): Token | null {
    if (this.words.length === 0) return null;
    if (this.added.size === 0 || this.counted !== this.words.length) this.added = new Set(this.words);
    this.counted = this.words.length;
    return { added: this.added };
  }

  private counted = 0;
}
