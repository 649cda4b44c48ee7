/**
 * The sum of a block: CRC-32 with the most significant bit first. The register is kept with its bytes in reverse, so
 * that eight bytes, as they stand in memory, are taken at a time with a table for each.
 */
const tables = sumTables();

function sumTables(): readonly Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    let sum = byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum < 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
    first[byte] = reversed(sum);
  }
  const all = [first];
  while (all.length < 8) {
    const last = all.at(-1) as Int32Array;
    all.push(last.map((sum) => (sum >>> 8) ^ (first[sum & 255] as number)));
  }
  return all;
}

/** The four bytes of a number the other way round. */
function reversed(word: number): number {
  return (word << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24);
}

/** The sum of the first `length` bytes, as an unsigned number. */
export function blockSum(bytes: Uint8Array, length: number): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as readonly [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  let sum = -1;
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    const low = view.getInt32(at, true) ^ sum;
    const high = view.getInt32(at + 4, true);
    sum =
      (t7[low & 255] as number) ^
      (t6[(low >>> 8) & 255] as number) ^
      (t5[(low >>> 16) & 255] as number) ^
      (t4[low >>> 24] as number) ^
      (t3[high & 255] as number) ^
      (t2[(high >>> 8) & 255] as number) ^
      (t1[(high >>> 16) & 255] as number) ^
      (t0[high >>> 24] as number);
  }
  for (; at < length; at++) sum = (sum >>> 8) ^ (t0[(sum ^ (bytes[at] as number)) & 255] as number);
  return reversed(~sum) >>> 0;
}
