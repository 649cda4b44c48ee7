import { codes } from './characters.js';

const notSearched = -2;

/**
 * A search of a source that moves forward: each begins where the last one stopped, so all of them together go over the
 * source once.
 */
export class Search {
  /** Where it was found last, or -1 where the rest of the source has none. */
  private found = notSearched;

  /** @param next gives the first place at or behind an offset, or -1 */
  constructor(private readonly next: (from: number) => number) {}

  /** The first place at or behind an offset, or -1. */
  find(from: number): number {
    if (this.found !== -1 && this.found < from) this.found = this.next(from);
    return this.found;
  }
}

/** A search for words as they are written. */
export function searchFor(source: string, words: string): Search {
  return new Search((from) => source.indexOf(words, from));
}

/** A search for footnotes with contents of their own. */
export function searchFootnotes(source: string): Search {
  const mark = /<ref(?=[\s>])/gi;
  return new Search((from) => {
    let close = -1;
    mark.lastIndex = from;
    for (let match = mark.exec(source); match; match = mark.exec(source)) {
      const at = match.index;
      if (close < at) close = source.indexOf('>', at);
      if (close < 0) return -1;
      if (source.charCodeAt(close - 1) !== codes.slash) return at;
    }
    return -1;
  });
}

/** A search for the ends of footnotes. */
export function searchFootnoteEnds(source: string): Search {
  const mark = /<\/ref(?![a-z])/gi;
  return new Search((from) => {
    mark.lastIndex = from;
    return mark.exec(source)?.index ?? -1;
  });
}

/** Searches for closing tags. */
export class ClosingTagSearch {
  private readonly searches = new Map<string, Search>();

  constructor(private readonly source: string) {}

  /**
   * Where the next tag begins that closes one, or -1: it is in small letters where that is, else in any. So there are no
   * more searches than two for each name.
   */
  find({ name, written }: { readonly name: string; readonly written: string }, from: number): number {
    const key = name === written ? name : name.toUpperCase();
    let search = this.searches.get(key);
    if (!search) {
      search = name === written ? this.inSmall(name) : this.inAny(name);
      this.searches.set(key, search);
    }
    return search.find(from);
  }

  private inSmall(name: string): Search {
    const { source } = this;
    const mark = `</${name}`;
    const isWhole = (at: number): boolean => !/[a-z]/i.test(source.charAt(at + mark.length));
    return new Search((from) => {
      let at = source.indexOf(mark, from);
      while (at >= 0 && !isWhole(at)) at = source.indexOf(mark, at + mark.length);
      return at;
    });
  }

  private inAny(name: string): Search {
    const mark = new RegExp(`</${name}(?![a-z])`, 'gi');
    return new Search((from) => {
      mark.lastIndex = from;
      return mark.exec(this.source)?.index ?? -1;
    });
  }
}
