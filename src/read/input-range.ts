/** The bytes of an input that a part was made from, so that one that changed is noticed though its size is the same. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** What of a file was read, as it is stored. */
export interface InputRange {
  readonly start: number;
  /** Behind the last byte that was read, which may lie behind the shard's own. */
  readonly end: number;
  readonly sha256: string;
}

/** Hashes what is read, while it is read. */
export class InputHash {
  private readonly hash = createHash('sha256');
  private start = 0;
  private length = 0;

  begin(start: number): void {
    this.start = start;
  }

  add(bytes: Uint8Array): void {
    this.hash.update(bytes);
    this.length += bytes.length;
  }

  range(): InputRange {
    const { start, length } = this;
    return { start, end: start + length, sha256: this.hash.copy().digest('hex') };
  }
}

/**
 * Whether a file still holds in a range what was read from it.
 *
 * @throws the file system's error
 */
export async function holdsRange(path: string, { start, end, sha256 }: InputRange): Promise<boolean> {
  const hash = createHash('sha256');
  // The last byte is counted in.
  if (end > start)
    for await (const chunk of createReadStream(path, { start, end: end - 1, highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer);
  return hash.digest('hex') === sha256;
}
