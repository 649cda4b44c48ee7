import { codes } from './characters.js';
import type { Page } from './page.js';
import { kinds } from './tokens.js';

/**
 * The apostrophes of one line: which are marks and which are shown
 * (https://www.mediawiki.org/wiki/Manual:Parser.php, `doQuotes`).
 *
 * Two are a mark of italic, three of bold, five of both; of four and of more than five, those before the mark are
 * shown. Where a line has an odd number of both marks, one mark of bold is an apostrophe before a mark of italic: the
 * first behind a single letter, else behind a longer word, else behind a space.
 */
export class QuoteLine {
  /** Where the line ends. */
  readonly end: number;
  /** The mark of bold that is an apostrophe and a mark of italic, or -1. */
  private mistaken = -1;

  /**
   * @param first the first mark of apostrophes in the line
   * @param most where the line ends at the latest
   */
  constructor(
    private readonly page: Page,
    first: number,
    most: number,
  ) {
    const { tokens } = page;
    let end = most;
    let italics = 0;
    let bolds = 0;
    let rank = Number.POSITIVE_INFINITY;
    for (let token = first; token < tokens.count; token = tokens.after(token)) {
      const at = tokens.begin[token] as number;
      if (at >= end) break;
      if (tokens.kind[token] === kinds.newline) end = at;
      if (tokens.kind[token] !== kinds.quotes) continue;
      const size = this.markOf(token);
      if (size !== 3) italics++;
      if (size !== 2) bolds++;
      const found = size === 3 ? this.rankOf(token) : rank;
      if (found < rank) {
        rank = found;
        this.mistaken = token;
      }
    }
    if (italics % 2 === 0 || bolds % 2 === 0) this.mistaken = -1;
    this.end = end;
  }

  /** How many apostrophes of a mark are shown; they stand at its beginning. */
  shown(token: number): number {
    const { tokens } = this.page;
    const size = (tokens.end[token] as number) - (tokens.begin[token] as number);
    return size - this.markOf(token) + (token === this.mistaken ? 1 : 0);
  }

  private markOf(token: number): 2 | 3 | 5 {
    const { tokens } = this.page;
    const size = (tokens.end[token] as number) - (tokens.begin[token] as number);
    return size === 2 ? 2 : size < 5 ? 3 : 5;
  }

  /** The lower, the sooner a mark of bold is taken for a mistake. */
  private rankOf(token: number): 0 | 1 | 2 {
    const { units, tokens } = this.page;
    let at = tokens.begin[token] as number;
    // The first of four is a word by itself.
    if ((tokens.end[token] as number) - at > 3) return units[at - 1] === codes.space ? 0 : 1;
    for (let comment = token - 1; this.isComment(comment, at); comment--)
      at = tokens.begin[comment] as number;
    if (units[at - 1] === codes.space) return 2;
    return units[at - 2] === codes.space ? 0 : 1;
  }

  /** Whether a mark is a comment that ends at an offset. */
  private isComment(token: number, end: number): boolean {
    const { tokens } = this.page;
    return token >= 0 && tokens.kind[token] === kinds.comment && tokens.end[token] === end;
  }
}
