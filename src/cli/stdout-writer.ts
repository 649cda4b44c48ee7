import { once } from 'node:events';
import type { FormatName } from '../rdf/formats.js';
import { exitCode } from './exit-code.js';

/** Writes a text, and waits where the reader is slow. */
export async function writeOut(stdout: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stdout.write(text)) await once(stdout, 'drain');
}

/** Writes articles to standard output. */
export class StdoutWriter {
  /** The first JSON-LD document, held back until it is known whether more will follow. */
  private held: string | null = null;
  private inArray = false;

  constructor(private readonly stdout: NodeJS.WriteStream) {}

  /** Texts follow each other; JSON-LD documents of several articles become the items of one array. */
  async write(text: string, format: FormatName): Promise<void> {
    if (format !== 'jsonld') {
      await writeOut(this.stdout, text);
    } else if (this.inArray) {
      await writeOut(this.stdout, `,\n${text.trimEnd()}`);
    } else if (this.held === null) {
      this.held = text;
    } else {
      await writeOut(this.stdout, `[\n${this.held.trimEnd()},\n${text.trimEnd()}`);
      this.inArray = true;
      this.held = null;
    }
  }

  async end(): Promise<void> {
    if (this.inArray) await writeOut(this.stdout, '\n]\n');
    else if (this.held !== null) await writeOut(this.stdout, this.held);
  }
}

/** Commands whose output is of use only as a whole. */
const wholeOutput = ['pipe', 'plan', 'finish', 'canonicalize'];

/**
 * Ends the process where standard output can no longer be written. A reader that has read enough, such as `head`, is
 * no error, but where a command's output is of use as a whole.
 */
export function closedReader(command: string, error: NodeJS.ErrnoException): void {
  const isClosed = error.code === 'EPIPE';
  // The verdict of a validation is in its exit code, whoever reads the report.
  if (isClosed && command === 'validate') return;
  // Where changes were being written, there are some.
  if (isClosed && command === 'diff') process.exit(exitCode.different);
  if (isClosed && !wholeOutput.includes(command)) process.exit(exitCode.fine);
  const reason = isClosed ? 'its reader has ended before everything was written' : error.message;
  process.stderr.write(`<stdout>: error: It could not be written: ${reason}. [unwritable]\n`);
  process.exit(exitCode.ioError);
}
