/** Bytes that are the same one after the other, behind which stands how many more of them there are. */
const runMark = 4;

const mostMore = 255;

/**
 * Undoes bzip2's first step: behind four bytes that are the same stands how many more of them there are.
 *
 * @param output is filled; a larger one takes its place where it is too small
 * @returns the bytes, in `output` or in a larger one; null where a run is without its number
 */
export function expandRuns(text: Uint8Array, output: Uint8Array): Uint8Array | null {
  const { length } = text;
  let into = output;
  let end = 0;
  let done = 0;
  for (let at = findRun(text, 0); done < length; at = findRun(text, done)) {
    const behind = Math.min(at + runMark, length);
    if (end + behind - done + mostMore > into.length) into = enlarged(into, end, length - done);
    into.set(text.subarray(done, behind), end);
    end += behind - done;
    if (at === length) break;
    if (behind === length) return null;
    const more = text[behind] as number;
    into.fill(text[at] as number, end, end + more);
    end += more;
    done = behind + 1;
  }
  return into.subarray(0, end);
}

/**
 * The first place from which on four bytes are the same; the length of the text where there is none. Of the three pairs
 * of neighbours in four bytes, one begins at every third place: so only there are two compared.
 */
function findRun(text: Uint8Array, from: number): number {
  const { length } = text;
  for (let at = from + 1; at < length; at += 3) {
    const byte = text[at];
    if (byte !== text[at - 1]) continue;
    let begin = at - 1;
    while (begin > from && text[begin - 1] === byte) begin--;
    let end = at + 1;
    while (end < length && end < begin + runMark && text[end] === byte) end++;
    if (end - begin >= runMark) return begin;
  }
  return length;
}

/** Twice as large, but no larger than the rest of the text can come to. */
function enlarged(output: Uint8Array, end: number, rest: number): Uint8Array {
  const most = end + Math.ceil(rest / (runMark + 1)) * (runMark + mostMore) + mostMore;
  const larger = new Uint8Array(Math.min(2 * (end + rest + mostMore), most));
  larger.set(output.subarray(0, end));
  return larger;
}
