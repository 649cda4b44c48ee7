/**
 * The UTF-16 units of a source as a column of numbers: much of the time of reading goes into looking at them one by one,
 * and `charCodeAt` finds out each time anew how the string is stored. Behind the last there are three zeros or more, as
 * many as make the column full eights.
 */
export type Units = Uint16Array;

/** To take new memory for every page takes longer than to fill it. */
let spare = new ArrayBuffer(0);
const mostSpare = 1 << 22;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The units of a source, until those of another are asked for. One page is read at a time. */
export function unitsOf(source: string): Units {
  const count = (source.length + 10) & ~7;
  const size = count * Uint16Array.BYTES_PER_ELEMENT;
  const memory = size <= spare.byteLength ? spare : new ArrayBuffer(size);
  if (memory.byteLength <= mostSpare) spare = memory;
  const bytes = Buffer.from(memory, 0, size);
  bytes.write(source, 'utf16le');
  if (!isLittleEndian) bytes.swap16();
  return new Uint16Array(memory, 0, count).fill(0, source.length);
}

/**
 * Offsets of the first halves of surrogate pairs. These have the highest bit, which few characters have, so eight units
 * are looked at at once.
 */
export function surrogatePairs(units: Units): number[] {
  const found: number[] = [];
  const twos = new Int32Array(units.buffer, 0, units.length / 2);
  for (let at = 0; at < twos.length; at += 4) {
    const eight =
      (twos[at] as number) | (twos[at + 1] as number) | (twos[at + 2] as number) | (twos[at + 3] as number);
    if ((eight & 0x80008000) !== 0) addPairs(units, at * 2, found);
  }
  return found;
}

function addPairs(units: Units, begin: number, found: number[]): void {
  for (let at = begin; at < begin + 8; at++) {
    const isFirst = ((units[at] as number) & 0xfc00) === 0xd800;
    if (isFirst && ((units[at + 1] as number) & 0xfc00) === 0xdc00) found.push(at);
  }
}
