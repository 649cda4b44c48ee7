/**
 * The UTF-16 units of a source as a column of numbers, a zero behind the last: much of the time of reading goes into
 * looking at them one by one, and `charCodeAt` finds out each time anew how the string is stored.
 */
export type Units = Uint16Array;

/** To take new memory for every page takes longer than to fill it. */
let spare = new ArrayBuffer(0);
const mostSpare = 1 << 22;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The units of a source, until those of another are asked for. One page is read at a time. */
export function unitsOf(source: string): Units {
  const count = source.length + 1;
  const size = count * Uint16Array.BYTES_PER_ELEMENT;
  const memory = size <= spare.byteLength ? spare : new ArrayBuffer(size * 2);
  if (memory.byteLength <= mostSpare) spare = memory;
  const units = new Uint16Array(memory, 0, count);
  const bytes = Buffer.from(memory, 0, size);
  bytes.write(source, 'utf16le');
  if (!isLittleEndian) bytes.swap16();
  units[source.length] = 0;
  return units;
}
