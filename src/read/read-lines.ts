import { lineBatches, textChunks } from './text-chunks.js';

/** The lines of a file of text that another process has written, some at a time. */
export function readLines(path: string): AsyncGenerator<string[]> {
  return lineBatches(textChunks(path, false));
}
