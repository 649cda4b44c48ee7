import type { FileHandle } from 'node:fs/promises';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstIndex } from '../first-index.js';
import { byCodePoints, sortByCodePoints } from '../rdf/code-point-order.js';

/** How many characters are sorted in memory at a time. */
const defaultMemory = 32 * 1024 * 1024;

/** As many runs are merged at a time: so no more files are open than a few levels of these. */
const fanIn = 16;

const pieceLength = 1 << 18;

/** How much is handed on at a time at most, but for a line that is longer. */
const [batchLines, batchCharacters] = [10_000, 1 << 20];

/**
 * Sorts lines by their code points, each once, in bounded memory: what is more than fits is kept in sorted runs, files
 * without a name in the system's folder for temporary files (`TMPDIR`), and merged. They need as much room as the lines,
 * and go with the process, however that ends.
 */
export class SortedLines {
  private texts: string[] = [];
  private length = 0;
  /** Runs by how often what is in them was merged. */
  private readonly levels: Run[][] = [];

  /** @param memory characters that are held */
  constructor(private readonly memory: number = defaultMemory) {}

  /**
   * @param lines without line feeds
   * @throws the file system's error, such as ENOSPC
   */
  async add(lines: readonly string[]): Promise<void> {
    for (let from = 0; from < lines.length; from += batchLines) {
      // A text of its own: a line alone would keep alive the whole piece of the file that it was cut from.
      const text = lines.slice(from, from + batchLines).join('\n');
      this.texts.push(text);
      this.length += text.length;
      if (this.length >= this.memory) await this.spill();
    }
  }

  /** All lines in order, some at a time. Nothing can be added then. */
  async *sorted(): AsyncGenerator<string[]> {
    const held = this.takeHeld();
    const runs = this.levels.splice(0).flat();
    if (runs.length === 0) yield held;
    else yield* merge([...runs.map((run) => run.batches()), oneBatch(held)]);
    for (const run of runs) await run.close();
  }

  /** Ends early; what was kept is gone. */
  async discard(): Promise<void> {
    this.texts = [];
    for (const run of this.levels.splice(0).flat()) await run.close();
  }

  private takeHeld(): string[] {
    const lines = sortByCodePoints(this.texts.flatMap((text) => text.split('\n')));
    this.texts = [];
    this.length = 0;
    return lines.filter((line, index) => index === 0 || line !== lines[index - 1]);
  }

  private async spill(): Promise<void> {
    await this.keep(await Run.write(oneBatch(this.takeHeld())), 0);
  }

  private async keep(run: Run, level: number): Promise<void> {
    this.levels[level] ??= [];
    const runs = this.levels[level];
    runs.push(run);
    if (runs.length < fanIn) return;
    const merged = await Run.write(merge(runs.map((one) => one.batches())));
    for (const one of runs.splice(0)) await one.close();
    await this.keep(merged, level + 1);
  }
}

async function* oneBatch(lines: string[]): AsyncGenerator<string[]> {
  yield lines;
}

/** Sorted lines in a file that has no name any more. */
class Run {
  private constructor(private readonly file: FileHandle) {}

  static async write(batches: AsyncIterable<readonly string[]>): Promise<Run> {
    const folder = await mkdtemp(join(tmpdir(), 'article2rdf-'));
    let file: FileHandle;
    try {
      file = await open(join(folder, 'run'), 'wx+');
    } finally {
      await rm(folder, { recursive: true });
    }
    try {
      for await (const lines of batches) {
        for (let from = 0; from < lines.length; from += batchLines)
          await file.writeFile(`${lines.slice(from, from + batchLines).join('\n')}\n`);
      }
    } catch (error) {
      await file.close();
      throw error;
    }
    return new Run(file);
  }

  async *batches(): AsyncGenerator<string[]> {
    const decoder = new TextDecoder();
    const piece = Buffer.alloc(pieceLength);
    let rest: string[] = [];
    for (let position = 0; ; ) {
      const { bytesRead } = await this.file.read(piece, 0, pieceLength, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      const lines = decoder.decode(piece.subarray(0, bytesRead), { stream: true }).split('\n');
      const last = lines.pop() as string;
      if (lines.length > 0) {
        lines[0] = rest.join('') + lines[0];
        yield lines;
        rest = [];
      }
      rest.push(last);
    }
  }

  async close(): Promise<void> {
    await this.file.close();
  }
}

/** Where a sorted sequence is being read. */
interface Cursor {
  lines: readonly string[];
  at: number;
  readonly next: AsyncIterator<readonly string[]>;
}

async function* merge(sequences: readonly AsyncIterable<readonly string[]>[]): AsyncGenerator<string[]> {
  const cursors: Cursor[] = [];
  for (const sequence of sequences) {
    const cursor = { lines: [], at: 0, next: sequence[Symbol.asyncIterator]() };
    if (await refill(cursor)) insert(cursors, cursor);
  }
  let merged: string[] = [];
  let length = 0;
  let last: string | null = null;
  for (let cursor = cursors.pop(); cursor !== undefined; cursor = cursors.pop()) {
    const line = lineOf(cursor);
    if (line !== last) {
      merged.push(line);
      length += line.length;
    }
    last = line;
    cursor.at++;
    if (cursor.at < cursor.lines.length || (await refill(cursor))) insert(cursors, cursor);
    if (merged.length < batchLines && length < batchCharacters) continue;
    yield merged;
    merged = [];
    length = 0;
  }
  yield merged;
}

function lineOf({ lines, at }: Cursor): string {
  return lines[at] as string;
}

async function refill(cursor: Cursor): Promise<boolean> {
  const { done, value } = await cursor.next.next();
  if (done) return false;
  cursor.lines = value;
  cursor.at = 0;
  return value.length > 0 || refill(cursor);
}

/** Cursors stand in falling order, so that the next line is the last one's. */
function insert(cursors: Cursor[], cursor: Cursor): void {
  const line = lineOf(cursor);
  const at = firstIndex(cursors.length, (i) => byCodePoints(lineOf(cursors[i] as Cursor), line) > 0);
  cursors.splice(at, 0, cursor);
}
