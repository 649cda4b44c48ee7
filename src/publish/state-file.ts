import { readFile, rm } from 'node:fs/promises';
import { writeFileWhole } from './folder.js';

/** A small file that says how far something is: there as a whole, or not at all. All methods throw the file system's error. */
export class StateFile {
  constructor(readonly path: string) {}

  /** Null where there is none. */
  async read(): Promise<string | null> {
    try {
      return await readFile(this.path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async write(text: string): Promise<void> {
    await writeFileWhole(this.path, text);
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}
