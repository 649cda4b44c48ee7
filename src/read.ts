/** Paths and streams to sources. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { Problem } from './problem.js';
import { decode } from './read/decode.js';
import type { Source } from './source.js';

/** Files that a folder or pattern stands for. */
const articleExtensions = new Set(['.txt', '.text', '.wiki', '.wikitext']);

/** Largest input that is taken, in bytes: a string cannot hold much more. */
const largestInput = 400 * 1024 * 1024;

/** A source, or the reason why an input gave none. */
export type ReadResult = { readonly source: Source } | { readonly problem: Problem };

/**
 * Reads inputs in the order given: files, folders (their .txt files, sorted, at any depth), glob patterns, and `-` for
 * standard input. An input that cannot be read gives a problem; the others go on.
 */
export async function* readSources(
  inputs: readonly string[],
  stdin: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<ReadResult> {
  for (const input of inputs) {
    if (input === '-') yield await readWhole('<stdin>', stdin, {});
    else yield* readPath(input);
  }
}

async function* readPath(input: string): AsyncGenerator<ReadResult> {
  const problems: Problem[] = [];
  const found = await filesOf(input, problems);
  for (const problem of problems) yield { problem };
  if (found.length + problems.length === 0) {
    const message = 'No article was found here: give files, or folders and patterns that hold .txt files.';
    yield { problem: { code: 'no-input', severity: 'error', message, place: { source: input } } };
  }
  for (const { path, target } of found) {
    const title = basename(path, extname(path)).replaceAll('_', ' ');
    yield await readWhole(path, createReadStream(path), { title, target });
  }
}

interface FoundFile {
  readonly path: string;
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
  return isFolder ? filesIn(input, problems) : [{ path: input, target: withoutExtension(basename(input)) }];
}

async function filesMatching(pattern: string): Promise<FoundFile[]> {
  const { glob } = await import('tinyglobby');
  const paths = await glob(pattern, { onlyFiles: true, expandDirectories: false });
  return paths.sort(byCodeUnits).map((path) => ({ path, target: withoutExtension(basename(path)) }));
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
          found.push({ path, target: withoutExtension(relative(root, path)).split(sep).join('/') });
        }
      }
    } catch (error) {
      problems.push(unreadable(folder, error));
    }
  }
  return found.sort((a, b) => byCodeUnits(a.path, b.path));
}

async function readWhole(
  name: string,
  stream: AsyncIterable<Uint8Array | string>,
  about: Pick<Source, 'title' | 'target'>,
): Promise<ReadResult> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > largestInput)
        return { problem: invalid('too-large', name, `It is larger than ${largestInput} bytes; split it.`) };
      chunks.push(bytes);
    }
  } catch (error) {
    return { problem: unreadable(name, error) };
  }
  const decoded = decode(Buffer.concat(chunks, size));
  if ('text' in decoded) return { source: { name, text: decoded.text, ...about } };
  const { code, message, line } = decoded;
  return {
    problem: { code, severity: 'error', message, place: { source: name, ...(line ? { line } : {}) } },
  };
}

function invalid(code: string, source: string, message: string): Problem {
  return { code, severity: 'error', message, place: { source } };
}

function unreadable(source: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Record<string, string> = {
    ENOENT: 'There is no such file or folder; check the path.',
    EACCES: 'You have no permission to read it.',
    EISDIR: 'It is a folder.',
  };
  return invalid('unreadable', source, reasons[code] ?? `It cannot be read: ${(error as Error).message}.`);
}

function withoutExtension(path: string): string {
  const extension = extname(path);
  return extension === '' ? path : path.slice(0, -extension.length);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
