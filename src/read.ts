/** Paths and streams to sources. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Problem } from './problem.js';
import { inspectBytes, inspectedBytes, inspectInput } from './read/inspect.js';
import { openPipe } from './read/open-pipe.js';
import { peek } from './read/peek.js';
import { readText, titleOfPath, withoutExtensions } from './read/read-text.js';
import { unreadable } from './read/unreadable.js';
import type { ShardHeader } from './shard.js';
import type { Source } from './source.js';

export { cutInput } from './read/cut-input.js';
export { inspectInput } from './read/inspect.js';
export type { ReadShardOptions } from './read/read-shard.js';
export { readShard } from './read/read-shard.js';
export type { LeftReason, ShardItem } from './read/shard-item.js';

/** Files that a folder stands for: articles. Exports and NDJSON are given by name, or by a pattern. */
const articleExtensions = new Set(['.txt', '.text', '.wiki', '.wikitext', '.mediawiki']);

/** A source, or the reason why an input gave none. */
export type ReadResult = { readonly source: Source } | { readonly problem: Problem };

/** A file of many articles, to be read shard by shard: see `cutInput` and `readShard`. */
export interface Container {
  /** Its path, or `-` for standard input. */
  readonly path: string;
  readonly header: ShardHeader;
  /** What a container gives that can be read only once; to be handed to `readShard`. */
  readonly stream?: AsyncIterable<Uint8Array>;
}

/**
 * Looks at inputs in the order given: files, folders (their articles, sorted, at any depth), glob patterns, and `-` for
 * standard input. Articles are read, containers of many are named. An input that cannot be read gives a problem; the
 * others go on.
 */
export async function* readInputs(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ReadResult | { readonly container: Container }> {
  for (const input of inputs) {
    if (input === '-') yield* await readStream('-', '<stdin>', stdin, {});
    else yield* readPath(input);
  }
}

/** Reads inputs as `readInputs` does, but single articles alone: a container gives a problem. */
export async function* readSources(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ReadResult> {
  for await (const result of readInputs(inputs, stdin)) {
    if (!('container' in result)) yield result;
    else {
      const message = 'It holds many articles; only single ones can be given here.';
      const place = { source: result.container.path };
      yield { problem: { code: 'many-articles', severity: 'error', message, place } };
    }
  }
}

type Read = ReadResult | { readonly container: Container };

async function* readPath(input: string): AsyncGenerator<Read> {
  for await (const found of findPath(input)) yield* 'problem' in found ? [found] : await readFile(found);
}

/** Finds the files that inputs stand for, as `readInputs` does, and reads none. Standard input is no file. */
export async function* findInputs(
  inputs: readonly string[],
): AsyncGenerator<FoundFile | { readonly problem: Problem }> {
  for (const input of inputs) {
    if (input !== '-') yield* findPath(input);
    else {
      const message = 'It can be read only once, and by one; give a file.';
      const place = { source: '<stdin>' };
      yield { problem: { code: 'no-file', severity: 'error', message, place } };
    }
  }
}

async function* findPath(input: string): AsyncGenerator<FoundFile | { readonly problem: Problem }> {
  const problems: Problem[] = [];
  const found = await filesOf(input, problems);
  for (const problem of problems) yield { problem };
  if (found.length + problems.length === 0) {
    const message =
      'No article was found here: give files, or folders and patterns that hold .txt or .wikitext files.';
    yield { problem: { code: 'no-input', severity: 'error', message, place: { source: input } } };
  }
  yield* found;
}

async function readFile({ path, target }: FoundFile): Promise<Read[]> {
  const about = { title: titleOfPath(path), isFileTitle: true, target };
  try {
    // A pipe gives its bytes only once.
    const found = await stat(path);
    if (found.isFIFO()) return await readStream(path, path, await openPipe(path), about);
    if (!found.isFile()) return await readStream(path, path, createReadStream(path), about);
  } catch (error) {
    return [{ problem: unreadable(path, error) }];
  }
  const inspected = await inspectInput(path);
  if ('problem' in inspected) return [inspected];
  const { header } = inspected;
  if (header.kind !== 'text') return [{ container: { path, header } }];
  return readText(path, createReadStream(path), header, about);
}

async function readStream(
  path: string,
  name: string,
  input: AsyncIterable<Uint8Array | string>,
  about: Pick<Source, 'title' | 'target'>,
): Promise<Read[]> {
  try {
    const { head, stream } = await peek(input, inspectedBytes);
    const inspected = await inspectBytes(name, head, 0);
    if ('problem' in inspected) return [inspected];
    const { header } = inspected;
    if (header.kind !== 'text') return [{ container: { path, header, stream } }];
    return await readText(name, stream, header, about);
  } catch (error) {
    return [{ problem: unreadable(name, error) }];
  }
}

/** A file that an input stands for. */
export interface FoundFile {
  readonly path: string;
  /** Path of its output without extension, in the output folder. */
  readonly target: string;
}

async function filesOf(input: string, problems: Problem[]): Promise<FoundFile[]> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(input)).isDirectory();
  } catch (error) {
    const isPattern = (error as NodeJS.ErrnoException).code === 'ENOENT' && /[*?[\]{}()!]/.test(input);
    if (isPattern) return filesMatching(input);
    problems.push(unreadable(input, error));
    return [];
  }
  return isFolder ? filesIn(input, problems) : [{ path: input, target: withoutExtensions(basename(input)) }];
}

async function filesMatching(pattern: string): Promise<FoundFile[]> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(pattern, { onlyFiles: true, expandDirectories: false });
  return paths.sort(byCodeUnits).map((path) => ({ path, target: withoutExtensions(basename(path)) }));
}

/** Symbolic links to folders are not followed, so that no circle of them is walked. */
async function filesIn(root: string, problems: Problem[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) waiting.push(path);
        else if (articleExtensions.has(extname(entry.name).toLowerCase())) {
          found.push({ path, target: withoutExtensions(relative(root, path)).split(sep).join('/') });
        }
      }
    } catch (error) {
      problems.push(unreadable(folder, error));
    }
  }
  return found.sort((a, b) => byCodeUnits(a.path, b.path));
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
