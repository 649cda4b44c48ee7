import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface Written {
  readonly path: string;
  readonly bytes: number;
}

/**
 * Writes a file as a whole or not at all: under another name beside it, then renamed. What fails leaves nothing.
 *
 * @throws the file system's error, such as EACCES or ENOSPC
 */
export async function writeFileWhole(path: string, text: string): Promise<Written> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path).slice(0, 100)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(text, 'utf8');
      // A full disk may tell of itself only here.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path, bytes: Buffer.byteLength(text) };
}
