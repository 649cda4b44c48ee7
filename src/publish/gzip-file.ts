import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Gzip } from 'node:zlib';
import { createGzip } from 'node:zlib';
import { openBeside } from './folder.js';

/** A compressed file and what is in it, so that each can be checked without the other. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The same of the uncompressed content. */
  readonly content: { readonly bytes: number; readonly sha256: string };
}

/** Of 9: N-Quads become 10 % larger than with the usual level 6, in less than half of its time. */
const level = 2;

/** Of 9: twice the usual memory, in which it goes a little faster. */
const memLevel = 9;

/** Bytes that are gathered before they are compressed. */
const batchLength = 1 << 18;

const encoder = new TextEncoder();

/**
 * A gzip file (RFC 1952, one member, no time stamp) that appears as a whole or not at all: it is written under another
 * name beside its own and renamed at the end. Of its content it holds no more than two batches.
 */
export class GzipFile {
  /** What is gathered, and what is being compressed: their memory is used in turns. */
  private batch = Buffer.allocUnsafeSlow(batchLength);
  private other = Buffer.allocUnsafeSlow(batchLength);
  private batchEnd = 0;
  private compressed: Buffer[] = [];
  private underway: Promise<void> = Promise.resolve();
  private readonly gzip: Gzip = createGzip({ level, memLevel, chunkSize: batchLength });
  private readonly hash: Hash = createHash('sha256');
  private readonly contentHash: Hash = createHash('sha256');
  private bytes = 0;
  private contentBytes = 0;
  private isCommitted = false;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly temporary: string,
  ) {
    this.gzip.on('data', (chunk: Buffer) => this.compressed.push(chunk));
  }

  /** @throws the file system's error, such as EACCES or ENOSPC; so do the other methods */
  static async create(path: string): Promise<GzipFile> {
    await mkdir(dirname(path), { recursive: true });
    const { file, temporary } = await openBeside(path);
    return new GzipFile(path, file, temporary);
  }

  /** Adds text. Waits while the batch before is still being written, and is to be waited for itself. */
  async write(text: string): Promise<void> {
    for (let rest = text; ; await this.flush()) {
      const { read, written } = encoder.encodeInto(rest, this.batch.subarray(this.batchEnd));
      this.batchEnd += written;
      if (read === rest.length) return;
      rest = rest.slice(read);
    }
  }

  /** Writes what is left, and gives the file its name. */
  async commit(): Promise<WrittenFile> {
    await this.flush();
    await this.underway;
    const ended = new Promise((resolve, reject) => this.gzip.once('end', resolve).once('error', reject));
    this.gzip.end();
    await ended;
    await this.store();
    // A full disk may tell of itself only here.
    await this.file.sync();
    await this.file.close();
    await rename(this.temporary, this.path);
    this.isCommitted = true;
    return {
      name: basename(this.path),
      bytes: this.bytes,
      sha256: this.hash.digest('hex'),
      content: { bytes: this.contentBytes, sha256: this.contentHash.digest('hex') },
    };
  }

  /** Leaves nothing behind; also after an error. What is committed stays. */
  async discard(): Promise<void> {
    // The temporary name may be another's by now.
    if (this.isCommitted) return;
    await this.underway.catch(() => {});
    this.gzip.destroy();
    await this.file.close().catch(() => {});
    await rm(this.temporary, { force: true });
  }

  private async flush(): Promise<void> {
    await this.underway;
    this.underway = this.compress(this.batch.subarray(0, this.batchEnd));
    [this.batch, this.other] = [this.other, this.batch];
    this.batchEnd = 0;
    // Who writes next, or ends, is told of the error.
    this.underway.catch(() => {});
  }

  private async compress(batch: Buffer): Promise<void> {
    this.contentBytes += batch.length;
    this.contentHash.update(batch);
    await new Promise<void>((resolve, reject) => {
      this.gzip.write(batch, (error) => (error ? reject(error) : resolve()));
    });
    await this.store();
  }

  private async store(): Promise<void> {
    const chunks = this.compressed;
    this.compressed = [];
    for (const chunk of chunks) {
      this.hash.update(chunk);
      this.bytes += chunk.length;
      await this.file.writeFile(chunk);
    }
  }
}
