/** One shard from its bytes to its files: the unit of work, whoever does it. */
import { setImmediate } from 'node:timers/promises';
import type { Workshop } from '../pipeline.js';
import type { Problem } from '../problem.js';
import type { WrittenFile } from '../publish.js';
import { GzipFile, type PartsFolder, partName } from '../publish.js';
import { formatNamed } from '../rdf/formats.js';
import type { InputRange } from '../read/input-range.js';
import { holdsRange } from '../read/input-range.js';
import type { ShardItem } from '../read.js';
import type { Shard } from '../shard.js';
import { plainResult } from '../validate/report-json.js';
import type { ValidationResult } from '../validate.js';
import type { ConvertedItem } from './convert-items.js';
import { ItemConverter, partExtension } from './convert-items.js';
import type { Counts } from './counts.js';
import { Tally } from './counts.js';
import { type BatchOptions, optionsOf, shardHash } from './plan.js';

/** What a part holds and how it came about, as `part-00017.json` beside it; it is written last. */
export interface Sidecar {
  readonly shard: number;
  /** Of the shard, the program's version and the options: a part of another hash is made anew. */
  readonly hash: string;
  readonly version: string;
  readonly src: string;
  readonly start: number;
  readonly end: number;
  /** What it was made from; null of what can be read only once. */
  readonly input: InputRange | null;
  readonly counts: Counts;
  readonly files: readonly WrittenFile[];
}

export interface WorkHooks {
  /** Stops the work; nothing is published then. */
  readonly signal?: AbortSignal;
  /** Told after each page, with whether statements were made of it. */
  readonly onPage?: (isConverted: boolean) => void;
  /** What was read of the input until now. */
  readonly input?: () => InputRange;
  /** Told of each problem, besides its line in the part's file of problems. */
  readonly onProblem?: (problem: Problem) => void;
}

export type Worked =
  | { readonly sidecar: Sidecar }
  /** Nothing was published: the input could not be read to the end. */
  | { readonly failure: Problem }
  | { readonly aborted: true };

/** Names of a part's files besides its sidecar: data, problems, and titles for finding those that come twice. */
export function partFileNames(id: number, { formats }: Pick<BatchOptions, 'formats'>): string[] {
  const extensions = formats.map((name) => partExtension(name, formatNamed(name)?.extension ?? name));
  return [...extensions, 'problems.ndjson', 'titles'].map((extension) => `${partName(id)}.${extension}.gz`);
}

export function sidecarName(id: number): string {
  return `${partName(id)}.json`;
}

/** The sidecar of a part that is there as this shard makes it; null where it is to be made. */
export async function finishedPart(shard: Shard, folder: PartsFolder): Promise<Sidecar | null> {
  const sidecar = (await folder.readJson(sidecarName(shard.id))) as Sidecar | null;
  if (sidecar?.hash !== shardHash(shard)) return null;
  for (const { name, bytes } of sidecar.files) if ((await folder.sizeOf(name)) !== bytes) return null;
  return sidecar;
}

/**
 * Whether a part was made from what its input holds now. It reads that part of the input, and converts nothing.
 *
 * @throws the file system's error where the input cannot be read
 */
export async function isOfInput({ src, input }: Sidecar): Promise<boolean> {
  return input === null || holdsRange(src, input);
}

/**
 * Converts a shard and publishes its part: the files first, then the sidecar that says that they are whole.
 *
 * @throws the file system's error where the part cannot be written
 */
export async function workShard(
  shard: Shard,
  workshop: Workshop,
  folder: PartsFolder,
  items: AsyncIterable<ShardItem>,
  hooks: WorkHooks = {},
): Promise<Worked> {
  const files: GzipFile[] = [];
  try {
    for (const name of partFileNames(shard.id, optionsOf(shard)))
      files.push(await GzipFile.create(folder.pathOf(name)));
    const tally = new Tally();
    const failure = await convertInto(files, shard, workshop, tally, items, hooks);
    if (failure) return { failure };
    // From here on the old part is gone: without a sidecar, no mixture of two can be taken for one.
    await folder.remove([sidecarName(shard.id)]);
    const sidecar = sidecarOf(shard, tally, hooks.input?.() ?? null, await commitAll(files));
    await folder.sync();
    await folder.write(sidecarName(shard.id), `${JSON.stringify(sidecar, null, 1)}\n`);
    return { sidecar };
  } catch (error) {
    if (hooks.signal?.aborted) return { aborted: true };
    throw error;
  } finally {
    for (const file of files) await file.discard();
  }
}

async function convertInto(
  files: readonly GzipFile[],
  shard: Shard,
  workshop: Workshop,
  tally: Tally,
  items: AsyncIterable<ShardItem>,
  { signal, onPage, onProblem }: WorkHooks,
): Promise<Problem | null> {
  const converter = new ItemConverter(workshop, optionsOf(shard), tally, shard.header.site);
  for await (const item of items) {
    signal?.throwIfAborted();
    if ('problem' in item && isFailure(item.problem)) return item.problem;
    const converted = await converter.convert(item);
    await writeItem(converted, files);
    if (onProblem) for (const problem of converted.problems) onProblem(problem);
    onPage?.('source' in item && converted.page !== null);
    // Messages from outside, such as one to stop, are heard between two pages.
    await setImmediate();
  }
  return null;
}

async function writeItem(
  { page, texts, problems, results }: ConvertedItem,
  files: readonly GzipFile[],
): Promise<void> {
  const [problemFile, titleFile] = files.slice(-2) as [GzipFile, GzipFile];
  for (const [index, text] of texts.entries()) await files[index]?.write(text);
  const lines = problemLines(problems, results);
  if (lines !== '') await problemFile.write(lines);
  if (page !== null) await titleFile.write(`${page}\n`);
}

/** Problems and results as `--json` tells them; what is only worth knowing is counted and not kept. */
function problemLines(problems: readonly Problem[], results: readonly ValidationResult[]): string {
  const records = [
    ...problems
      .filter(({ severity }) => severity !== 'info')
      .map((problem) => ({ type: 'problem', ...problem })),
    ...results.map((result) => ({ type: 'result', ...plainResult(result) })),
  ];
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

async function commitAll(files: readonly GzipFile[]): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const file of files) written.push(await file.commit());
  return written;
}

function sidecarOf(
  shard: Shard,
  tally: Tally,
  input: InputRange | null,
  files: readonly WrittenFile[],
): Sidecar {
  const { id, src, start, end, config } = shard;
  const hash = shardHash(shard);
  return { shard: id, hash, version: config.version, src, start, end, input, counts: tally.counts(), files };
}

/** Whether a problem is one of the file system and not of the content: another time it may be gone. */
export function isFailure({ code, severity }: Problem): boolean {
  return severity === 'error' && ['unreadable', 'input-changed'].includes(code);
}
