import { codes } from './characters.js';
import type { Page } from './page.js';
import { kinds, tagMates } from './tokens.js';

/** Counts which elements and which marks of italic and bold are open in a line. */
export class Holders {
  private elements = 0;
  private isItalic = false;
  private isBold = false;

  constructor(private readonly page: Page) {}

  get areOpen(): boolean {
    return this.elements > 0 || this.isItalic || this.isBold;
  }

  add(token: number): void {
    const { units, tokens } = this.page;
    const [begin, end] = [tokens.begin[token] as number, tokens.end[token] as number];
    if (tokens.kind[token] === kinds.quotes) {
      const size = end - begin;
      if (size === 2 || size >= 5) this.isItalic = !this.isItalic;
      if (size >= 3) this.isBold = !this.isBold;
    } else if (tokens.kind[token] === kinds.tag && tokens.mate[token] === tagMates.inline) {
      if (units[end - 2] === codes.slash) return;
      const isClosing = units[begin + 1] === codes.slash;
      this.elements = Math.max(0, this.elements + (isClosing ? -1 : 1));
    }
  }
}
