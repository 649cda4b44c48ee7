/** Gzip (https://www.rfc-editor.org/rfc/rfc1952): all that was unpacked whole is given before what is wrong is told. */
import * as zlib from 'node:zlib';

export class GzipError extends Error {
  /**
   * @param what `cut`: the data end too early; `damaged`: they are no gzip, or not as they were; `foreign`: behind the
   *   last member stand bytes that are none
   * @param at the byte at which `foreign` ones begin
   */
  constructor(
    readonly what: 'cut' | 'damaged' | 'foreign',
    readonly at = 0,
  ) {
    super(`gzip: ${what}`);
    this.name = 'GzipError';
  }
}

/** Most that is given to the inflater at a time; it may become a thousand times as much. */
const slice = 1 << 15;

/** The checksum, where this Node.js has it. */
const crc32 = (zlib as { crc32?: (data: Uint8Array, value?: number) => number }).crc32;

/**
 * The content of the members of a stream, one after the other. Zeros behind the last one fill blocks, and are nothing.
 *
 * @throws GzipError, and what the stream throws
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>, chunkSize: number): AsyncGenerator<Buffer> {
  const input = new Input(chunks);
  try {
    for (let members = 0; ; members++) {
      const head = await input.look(2);
      if (head.length === 0 && members > 0) return;
      if (head[0] !== 0x1f || (head[1] ?? 0x8b) !== 0x8b) {
        if (members === 0) throw new GzipError('damaged');
        const at = input.offset;
        if (await input.isZeros()) return;
        throw new GzipError('foreign', at);
      }
      await skipHeader(input);
      yield* member(input, chunkSize);
    }
  } finally {
    await input.close();
  }
}

async function* member(input: Input, chunkSize: number): AsyncGenerator<Buffer> {
  const inflate = zlib.createInflateRaw({ chunkSize });
  const unpacked: Buffer[] = [];
  inflate.on('data', (bytes: Buffer) => unpacked.push(bytes));
  // An error ends a write without a word to who waits for it.
  let fail = (): void => {};
  inflate.on('error', () => fail());
  let [sum, size, given] = [0, 0, 0];
  try {
    for (let isEnded = false; !isEnded; ) {
      const bytes = await input.next(slice);
      if (bytes.length === 0) throw new GzipError('cut');
      given += bytes.length;
      const isFine = await new Promise<boolean>((resolve) => {
        fail = () => resolve(false);
        inflate.write(bytes, (error) => resolve(!error));
      });
      for (const content of unpacked.splice(0)) {
        sum = crc32?.(content, sum) ?? 0;
        size += content.length;
        yield content;
      }
      if (!isFine) throw new GzipError('damaged');
      // What the inflater takes no more stands behind the member.
      const left = given - inflate.bytesWritten;
      isEnded = left > 0;
      input.giveBack(left);
    }
  } finally {
    inflate.destroy();
  }
  const trailer = await input.take(8);
  const isWhole = trailer.readUInt32LE(4) === size >>> 0 && (!crc32 || trailer.readUInt32LE(0) === sum);
  if (!isWhole) throw new GzipError('damaged');
}

const flags = { extra: 4, name: 8, comment: 16, sum: 2 } as const;

async function skipHeader(input: Input): Promise<void> {
  const header = await input.take(10);
  const flag = header[3] as number;
  if (header[2] !== 8 || flag > 31) throw new GzipError('damaged');
  if (flag & flags.extra) await input.take((await input.take(2)).readUInt16LE());
  for (const text of [flags.name, flags.comment]) if (flag & text) while ((await input.take(1))[0] !== 0);
  if (flag & flags.sum) await input.take(2);
}

/** The bytes of a stream, as many as are asked for. */
class Input {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);
  private at = 0;
  private isDone = false;
  /** Bytes of chunks before the one that is held. */
  private before = 0;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.source = chunks[Symbol.asyncIterator]();
  }

  get offset(): number {
    return this.before + this.at;
  }

  /** The next bytes, fewer at the end; they stay. */
  async look(count: number): Promise<Buffer> {
    while (this.held.length - this.at < count && (await this.more()));
    return this.held.subarray(this.at, this.at + count);
  }

  /** @throws GzipError where there are fewer */
  async take(count: number): Promise<Buffer> {
    const bytes = await this.look(count);
    if (bytes.length < count) throw new GzipError('cut');
    this.at += count;
    return bytes;
  }

  /** Some of the next bytes; none at the end. */
  async next(most: number): Promise<Buffer> {
    await this.look(1);
    const bytes = this.held.subarray(this.at, this.at + most);
    this.at += bytes.length;
    return bytes;
  }

  /** The last bytes of what `next` gave. */
  giveBack(count: number): void {
    this.at -= count;
  }

  async isZeros(): Promise<boolean> {
    for (let bytes = await this.next(slice); bytes.length > 0; bytes = await this.next(slice))
      if (bytes.some((byte) => byte !== 0)) return false;
    return true;
  }

  async close(): Promise<void> {
    await this.source.return?.();
  }

  private async more(): Promise<boolean> {
    if (this.isDone) return false;
    const next = await this.source.next();
    this.isDone = next.done === true;
    if (next.done) return false;
    const rest = this.held.subarray(this.at);
    this.before += this.at;
    const { buffer, byteOffset, length } = next.value;
    this.held =
      rest.length === 0 ? Buffer.from(buffer, byteOffset, length) : Buffer.concat([rest, next.value]);
    this.at = 0;
    return true;
  }
}
