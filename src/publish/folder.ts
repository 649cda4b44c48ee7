import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface Written {
  readonly path: string;
  readonly bytes: number;
}

/** Names beside the target that are tried; one in use is another process's, or was left by one that was killed. */
const mostAttempts = 1000;

/**
 * Writes a file as a whole or not at all: under another name beside it, then renamed. What fails leaves nothing.
 *
 * @throws the file system's error, such as EACCES or ENOSPC
 */
export async function writeFileWhole(path: string, text: string): Promise<Written> {
  await mkdir(dirname(path), { recursive: true });
  const { file, temporary } = await openBeside(path);
  try {
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

/**
 * Opens a new file for writing beside a path, under a name that no article's file has and that
 * {@link temporaryName} knows again.
 */
export async function openBeside(path: string): Promise<{ file: FileHandle; temporary: string }> {
  for (let attempt = 1; ; attempt++) {
    const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${attempt}.tmp`);
    try {
      return { file: await open(temporary, 'wx'), temporary };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === mostAttempts) throw error;
    }
  }
}

/** The name that a file of {@link openBeside} was to get; null for any other file. */
export function temporaryName(name: string): string | null {
  return /^\.(.+)\.\d+\.tmp$/.exec(name)?.[1] ?? null;
}

/** Makes renames in a folder outlast a loss of power, where the system can. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    // Some systems do not open folders, or do not sync them; the files themselves are synced in any case.
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
  }
}
