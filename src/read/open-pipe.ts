/** Opens named pipes, which wait until somebody writes to them. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';

/** How long a writer is waited for, in milliseconds. */
const patience = 10_000;
/** How long until a pipe is looked at again, in milliseconds. */
const pause = 10;

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

/**
 * The same at once, for what is read before anything else goes on.
 *
 * @throws PipeError where nobody writes to it
 */
export function readPipe(path: string): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const chunks: Buffer[] = [];
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  try {
    for (let waited = 0, isWritten = false; ; ) {
      const chunk = nextChunk(file);
      if (chunk === null || chunk.length > 0) isWritten = true;
      if (chunk?.length === 0 && isWritten) return Buffer.concat(chunks);
      if (chunk !== null && chunk.length > 0) chunks.push(chunk);
      else {
        if (!isWritten && waited >= patience) throw new PipeError();
        Atomics.wait(sleeper, 0, 0, pause);
        waited += pause;
      }
    }
  } finally {
    closeSync(file);
  }
}

/** What a pipe holds now: nothing where nobody writes to it, null where who does has not written yet. */
function nextChunk(file: number): Buffer | null {
  const buffer = Buffer.alloc(1 << 16);
  try {
    return buffer.subarray(0, readSync(file, buffer));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}

/** Ends the wait, which would keep the process alive: a writer comes and goes. */
async function release(path: string, opening: Promise<FileHandle>): Promise<void> {
  const writer = await open(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const reader = await opening;
  await Promise.all([writer.close(), reader.close()]);
}
