/** Lines and columns of a source, both from 1 and in code points, and the offsets that they stand for. */
export class SourceLines {
  /** Offsets at which lines begin, in code points. */
  private readonly begins: readonly number[];
  private readonly length: number;

  /** @param firstLine the line of its file that the source begins in */
  constructor(
    source: string,
    private readonly firstLine = 1,
  ) {
    const begins = [0];
    let at = 0;
    for (let i = 0; i < source.length; i++) {
      const code = source.charCodeAt(i);
      // The second half of a character is none of its own.
      if (code >= 0xdc00 && code <= 0xdfff && isFirstHalf(source.charCodeAt(i - 1))) continue;
      at++;
      const isLineFeed = code === 10;
      const isReturn = code === 13 && source.charCodeAt(i + 1) !== 10;
      if (isLineFeed || isReturn) begins.push(at);
    }
    this.begins = begins;
    this.length = at;
  }

  /** The offset of a place; null where the source has none such. */
  offset(line: number | undefined, column = 1): number | null {
    const begin = line === undefined ? undefined : this.begins[line - this.firstLine];
    if (begin === undefined || begin + column - 1 > this.length) return null;
    return begin + column - 1;
  }

  place(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.begins.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.begins[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + this.firstLine, column: offset - (this.begins[low] as number) + 1 };
  }
}

function isFirstHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
