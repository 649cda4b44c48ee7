/**
 * The first index of a sorted list at which a test no longer holds: it holds of all before and of none behind; the length if
 * it holds of all. Binary search.
 *
 * @param length of the list
 */
export function firstIndex(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
