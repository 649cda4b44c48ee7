/** The marks of wikitext, each with where it stands and which other mark closes it. */

export const kinds = {
  newline: 0,
  /** What no reader sees, such as a footnote. */
  hidden: 1,
  /** `''`, `'''` … */
  quotes: 2,
  entity: 3,
  /** `{{` */
  templateOpen: 4,
  templateClose: 5,
  /** `{|` at the beginning of a line. */
  tableOpen: 6,
  tableClose: 7,
  /** `[[` */
  linkOpen: 8,
  linkClose: 9,
  /** `[` before the address of a page elsewhere. */
  externalOpen: 10,
  externalClose: 11,
  /** `|` */
  pipe: 12,
  /** `||` or `!!` */
  cellBreak: 13,
  equals: 14,
  /** A tag of HTML whose contents are wikitext. */
  tag: 15,
  /** An element whose contents are shown as they stand, such as `<nowiki>`; `mate` is where they begin. */
  verbatim: 16,
  /** A line such as `== Plot ==`. */
  heading: 17,
  /** An element of pictures, such as `<gallery>`. */
  pictures: 18,
  /** `{{!}}`: a bar for links and tables, but not for the templates around it. */
  madeBar: 19,
  comment: 20,
  /** `__NOTOC__` */
  switch: 21,
  /** `{{{`: what a template is given by a name, or what stands behind the bar. */
  argumentOpen: 22,
  argumentClose: 23,
} as const;

export type TokenKind = (typeof kinds)[keyof typeof kinds];

/** What a tag does, in the place of the mark that closes it. */
export const tagMates = { inline: -1, break: -2, item: -3, space: -4 } as const;

/** To make columns anew for every page takes as long as to fill them. */
let spare: Tokens | null = null;
const mostSpare = 1 << 18;

/** Marks in the order of the source, as columns of numbers. Offsets are UTF-16 units. */
export class Tokens {
  count = 0;
  kind: Uint8Array;
  begin: Int32Array;
  end: Int32Array;
  /** Index of the mark that closes an opening one, or -1. */
  mate: Int32Array;

  constructor(sourceLength: number) {
    const capacity = (sourceLength >> 3) + 64;
    this.kind = new Uint8Array(capacity);
    this.begin = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.mate = new Int32Array(capacity);
  }

  /** Columns that hold marks of another source no longer, or new ones. One page is read at a time. */
  static take(sourceLength: number): Tokens {
    const tokens = spare ?? new Tokens(sourceLength);
    spare = null;
    tokens.count = 0;
    return tokens;
  }

  /** Gives the columns back for the next source, unless they have grown very large. */
  release(): void {
    if (this.kind.length <= mostSpare) spare = this;
  }

  /**
   * The columns may be other ones afterwards, so nothing may hold on to one of them across a call.
   *
   * @returns the index of the new mark
   */
  add(kind: TokenKind, begin: number, end: number, mate = -1): number {
    if (this.count === this.kind.length) this.grow();
    const index = this.count++;
    this.kind[index] = kind;
    this.begin[index] = begin;
    this.end[index] = end;
    this.mate[index] = mate;
    return index;
  }

  /** Index of the mark behind one and behind all that it holds. */
  after(index: number): number {
    const mate = this.mate[index] as number;
    return mate > index && this.kind[index] !== kinds.verbatim ? mate + 1 : index + 1;
  }

  private grow(): void {
    const bigger = <T extends Uint8Array | Int32Array>(column: T, empty: T): T => {
      empty.set(column);
      return empty;
    };
    const capacity = this.kind.length * 2;
    this.kind = bigger(this.kind, new Uint8Array(capacity));
    this.begin = bigger(this.begin, new Int32Array(capacity));
    this.end = bigger(this.end, new Int32Array(capacity));
    this.mate = bigger(this.mate, new Int32Array(capacity));
  }
}
