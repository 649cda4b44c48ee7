import { TextFile } from '../publish/text-file.js';
import { GzipFile } from '../publish.js';
import { writeOut } from './stdout-writer.js';

/** Where the data of a command go, piece by piece. */
export interface DataOutput {
  write(text: string): Promise<void>;
  /** All is written. */
  commit(): Promise<unknown>;
  /** Something failed: no part of a file is left. */
  discard(): Promise<void>;
}

/**
 * A file that appears as a whole, compressed where its name ends with .gz; without a path, standard output.
 *
 * @throws the file system's error, as its methods do
 */
export async function openOutput(path: string | undefined, stdout: NodeJS.WriteStream): Promise<DataOutput> {
  if (path !== undefined) return /\.gz$/i.test(path) ? GzipFile.create(path) : TextFile.create(path);
  return {
    write: (text) => writeOut(stdout, text),
    async commit() {},
    async discard() {},
  };
}
