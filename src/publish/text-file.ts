import type { FileHandle } from 'node:fs/promises';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openBeside } from './folder.js';

/** A file of text that is written piece by piece, and appears as a whole or not at all. */
export class TextFile {
  private isCommitted = false;

  private constructor(
    private readonly path: string,
    private readonly file: FileHandle,
    private readonly temporary: string,
  ) {}

  /** @throws the file system's error, such as EACCES or ENOSPC; so do the other methods */
  static async create(path: string): Promise<TextFile> {
    await mkdir(dirname(path), { recursive: true });
    const { file, temporary } = await openBeside(path);
    return new TextFile(path, file, temporary);
  }

  async write(text: string): Promise<void> {
    await this.file.writeFile(text);
  }

  async commit(): Promise<void> {
    // A full disk may tell of itself only here.
    await this.file.sync();
    await this.file.close();
    await rename(this.temporary, this.path);
    this.isCommitted = true;
  }

  /** Leaves nothing behind; also after an error. What is committed stays. */
  async discard(): Promise<void> {
    if (this.isCommitted) return;
    await this.file.close().catch(() => {});
    await rm(this.temporary, { force: true });
  }
}
