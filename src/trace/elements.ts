/** What the elements of wikitext hold, between a tag and the one that closes it. */

export interface Element {
  readonly holds: string;
  /** Of what it holds and the tag that closes it. */
  readonly length: number;
}

/** Elements in which an entity is a character; in others it stands as it is. */
export const hasEntities = /^(?:nowiki|pre)$/;

/** Whether a tag opens no element: it closes one, or is one of its own. */
export const isWhole = (tag: string): boolean => tag.startsWith('</') || tag.endsWith('/>');

const footnote = /<ref(?=[\s>])[^<>]*(?<!\/)>/g;

export class Elements {
  /** Where each pattern was found last, so that searches that move forward go over the text once. */
  private readonly found = new Map<string, number>();
  private readonly patterns = new Map<string, RegExp>([
    ['<ref>', footnote],
    ['later <ref>', new RegExp(footnote)],
    ['later </ref>', /<\/ref(?![a-z])/g],
  ]);
  private smallText: string | null = null;

  constructor(private readonly text: string) {}

  /** What the element of a tag that ends at an offset holds; null where it has none, or is not closed. */
  behind(tag: string, name: string, at: number): Element | null {
    if (isWhole(tag)) return null;
    let end = this.first(`</${name}`, at);
    const next = name === 'ref' ? this.first('<ref>', at) : -1;
    if (next >= 0 && next < end) end = this.outerEnd(end);
    if (end < 0) return null;
    const closed = this.text.indexOf('>', end);
    const length = (closed < 0 ? this.text.length : closed + 1) - at;
    return { holds: this.text.slice(at, end), length };
  }

  /** The end of a footnote that holds another, where no further one begins before it: else it was never closed. */
  private outerEnd(inner: number): number {
    const end = this.first('later </ref>', inner + 1);
    const next = this.first('later <ref>', inner + 1);
    return next >= 0 && next < end ? -1 : end;
  }

  /** With small letters for the capitals that names of tags may have, and as long as the text. */
  private get small(): string {
    this.smallText ??= this.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
    return this.smallText;
  }

  /** The first place at or behind an offset, or -1. */
  private first(what: string, from: number): number {
    const last = this.found.get(what);
    if (last !== undefined && (last < 0 || last >= from)) return last;
    const pattern = this.patterns.get(what) ?? new RegExp(`${what}(?![a-z])`, 'g');
    this.patterns.set(what, pattern);
    pattern.lastIndex = from;
    const at = pattern.exec(this.small)?.index ?? -1;
    this.found.set(what, at);
    return at;
  }
}
