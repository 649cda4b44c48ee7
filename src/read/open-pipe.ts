/** Opens named pipes, which wait until somebody writes to them. */
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** How long a writer is waited for, in milliseconds. */
const patience = 10_000;

/** Nobody wrote to a pipe in time. */
export class PipeError extends Error {
  constructor() {
    super(
      `Nobody has opened this pipe for writing within ${patience / 1000} seconds; start what writes to it first`,
    );
    this.name = 'PipeError';
  }
}

/**
 * The bytes that are written to a pipe.
 *
 * @throws PipeError where nobody writes to it
 */
export async function openPipe(path: string): Promise<AsyncIterable<Uint8Array>> {
  const opening = open(path);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  const file = await Promise.race([opening, late]);
  clearTimeout(timer);
  if (file) return file.createReadStream() as AsyncIterable<Uint8Array>;
  await release(path, opening);
  throw new PipeError();
}

/** Ends the wait, which would keep the process alive: a writer comes and goes. */
async function release(path: string, opening: Promise<FileHandle>): Promise<void> {
  const writer = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const reader = await opening;
  await Promise.all([writer.close(), reader.close()]);
}
