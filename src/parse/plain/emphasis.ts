/** Marks of emphasis, `*x*`, `**x**`, `_x_`, `''x''`, that stand in pairs around words. */

/** A run of one mark, in UTF-16 offsets of the source. */
interface Opened {
  begin: number;
  end: number;
}

/**
 * Pairs the marks of emphasis of one text as they are met. A mark opens before a word and closes behind one, and never
 * stands inside: `M*A*S*H`, `snake_case` and `5 * 3` hold none.
 */
export class Emphasis {
  private readonly open = new Map<string, Opened[]>();
  /** The stretches that belong to pairs. */
  readonly paired: { readonly begin: number; readonly end: number }[] = [];

  /** @param begin where the text begins; what stands before it is none of it */
  constructor(
    private readonly source: string,
    private readonly begin: number,
    private readonly end: number,
  ) {}

  /** A run of marks of one kind. */
  meet(begin: number, end: number): void {
    const { source } = this;
    const mark = source.charAt(begin);
    const before = begin === this.begin ? ' ' : source.charAt(begin - 1);
    const behind = end === this.end ? ' ' : source.charAt(end);
    const opened = this.open.get(mark) ?? [];
    let from = begin;
    if (!isBlank(before) && !isWord(behind)) {
      // Each of the marks that close takes the last that opened, or as much of it as there is.
      for (let last = opened.at(-1); last && from < end; last = opened.at(-1)) {
        const size = Math.min(end - from, last.end - last.begin);
        if (mark === "'" && size < 2) break;
        this.paired.push({ begin: last.end - size, end: last.end }, { begin: from, end: from + size });
        last.end -= size;
        from += size;
        if (last.begin === last.end) opened.pop();
      }
    }
    const isWhole = from === begin;
    if (from === end || (isWhole ? isWord(before) : false) || isBlank(behind)) return;
    opened.push({ begin: from, end });
    this.open.set(mark, opened);
  }
}

function isBlank(character: string): boolean {
  return /\s/.test(character);
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
