import { codes } from './characters.js';

/**
 * Searches of a source that move forward. Each begins where the last one of its sort stopped, so all of them together go
 * over the source once for each thing that is looked for.
 */
export class Search {
  /** By what is looked for, where it was found last. */
  private readonly found = new Map<string, number>();

  constructor(private readonly source: string) {}

  /** The first place at or behind an offset where something stands, or -1. */
  find(what: string, from: number): number {
    const known = this.found.get(what);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = this.source.indexOf(what, from);
    this.found.set(what, at);
    return at;
  }

  /** Where the next footnote with contents of its own begins. */
  nextFootnote(from: number): number {
    const known = this.found.get('next <ref');
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const at = this.footnoteWithContents(from);
    this.found.set('next <ref', at);
    return at;
  }

  private footnoteWithContents(from: number): number {
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

  /** Where the next tag begins that closes one, in small letters or written as it is, or -1. */
  closingTag(opening: number, length: number, from: number): number {
    const name = this.source.slice(opening + 1, opening + 1 + length);
    const small = this.closingMark(`</${name.toLowerCase()}`, from);
    if (name === name.toLowerCase()) return small;
    const own = this.closingMark(`</${name}`, from);
    return own < 0 || (small >= 0 && small < own) ? small : own;
  }

  private closingMark(mark: string, from: number): number {
    const isWhole = (at: number): boolean => !/[a-z]/i.test(this.source.charAt(at + mark.length));
    let at = this.find(mark, from);
    while (at >= 0 && !isWhole(at)) at = this.find(mark, at + mark.length);
    return at;
  }
}
