/** The folder that parts are published in: their names, what is there, and what does not belong. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { syncFolder, temporaryName, writeFileWhole } from './folder.js';

/** The number of a shard in names of files; so they sort as the shards do. */
export function partName(id: number): string {
  return `part-${String(id).padStart(5, '0')}`;
}

/** Files that this program makes in such a folder, and no others. */
const ownName = /^(?:part-\d{5,}\.[a-z.]+|_(?:plan\.ndjson|manifest\.json|SUCCESS))$/;

export class PartsFolder {
  constructor(readonly path: string) {}

  pathOf(name: string): string {
    return join(this.path, name);
  }

  /** The JSON of a small file; null where it is missing or broken. */
  async readJson(name: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.pathOf(name), 'utf8'));
    } catch (error) {
      if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Size in bytes; null where there is no such file. */
  async sizeOf(name: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(name))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async sha256Of(name: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(this.pathOf(name))) hash.update(chunk);
    return hash.digest('hex');
  }

  /** The lines of a compressed file. */
  async *linesOf(name: string): AsyncGenerator<string> {
    const content = pipeline(createReadStream(this.pathOf(name)), createGunzip(), () => {});
    let rest = '';
    for await (const chunk of content.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() as string;
      yield* lines;
    }
    if (rest !== '') yield rest;
  }

  async make(): Promise<void> {
    await mkdir(this.path, { recursive: true });
  }

  /** Writes a small file whole, so that it outlasts a loss of power. */
  async write(name: string, text: string): Promise<void> {
    await writeFileWhole(this.pathOf(name), text);
    await this.sync();
  }

  async sync(): Promise<void> {
    await syncFolder(this.path);
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.pathOf(name), { force: true });
  }

  /** Files that were being written when a process was killed. */
  async temporaryFiles(): Promise<string[]> {
    return (await this.names()).filter((name) => ownName.test(temporaryName(name) ?? ''));
  }

  /** Files that this program may write anew or remove. */
  async ownFiles(): Promise<string[]> {
    return (await this.names()).filter((name) => ownName.test(name));
  }

  /** Files of parts. */
  async partFiles(): Promise<string[]> {
    return (await this.names()).filter((name) => name.startsWith('part-') && ownName.test(name));
  }

  private async names(): Promise<string[]> {
    try {
      return (await readdir(this.path)).sort();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
