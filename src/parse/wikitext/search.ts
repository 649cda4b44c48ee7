import { codes } from './characters.js';

const notSearched = -2;

/**
 * A search of a source for one thing that moves forward: each begins where the last one stopped, so all of them together
 * go over the source once.
 */
export class Search {
  /** Where it was found last, or -1 where the rest of the source has none. */
  private found = notSearched;

  constructor(
    private readonly source: string,
    private readonly what: string,
  ) {}

  /** The first place at or behind an offset, or -1. */
  find(from: number): number {
    if (this.found !== -1 && this.found < from) this.found = this.source.indexOf(this.what, from);
    return this.found;
  }
}

/** The next footnote with contents of its own. It moves forward too. */
export class FootnoteSearch {
  private found = notSearched;

  constructor(private readonly source: string) {}

  /** Where the first one at or behind an offset begins, or -1. */
  find(from: number): number {
    if (this.found !== -1 && this.found < from) this.found = this.footnoteBehind(from);
    return this.found;
  }

  private footnoteBehind(from: number): number {
    const { source } = this;
    let close = -1;
    for (let at = source.indexOf('<ref', from); at >= 0; at = source.indexOf('<ref', at + 4)) {
      const after = source.charCodeAt(at + 4);
      if (after !== 62 && after > 32) continue;
      if (close < at) close = source.indexOf('>', at);
      if (close < 0) return -1;
      if (source.charCodeAt(close - 1) !== codes.slash) return at;
    }
    return -1;
  }
}

/** Closing tags, each name on its own. */
export class ClosingTagSearch {
  private readonly searches = new Map<string, Search>();

  constructor(private readonly source: string) {}

  /** Where the next tag begins that closes one, in small letters or written as it is, or -1. */
  find({ name, written }: { readonly name: string; readonly written: string }, from: number): number {
    const small = this.findWritten(name, from);
    if (name === written) return small;
    const own = this.findWritten(written, from);
    return own < 0 || (small >= 0 && small < own) ? small : own;
  }

  private findWritten(name: string, from: number): number {
    let search = this.searches.get(name);
    if (!search) {
      search = new Search(this.source, `</${name}`);
      this.searches.set(name, search);
    }
    const isWhole = (at: number): boolean => !/[a-z]/i.test(this.source.charAt(at + 2 + name.length));
    let at = search.find(from);
    while (at >= 0 && !isWhole(at)) at = search.find(at + 2 + name.length);
    return at;
  }
}
