/** The order of texts by their UTF-16 units, which is the same in every place. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
