/** Whether all parts of a plan are there; what they hold together. */
import type { PartsFolder } from '../publish.js';
import type { Shard } from '../shard.js';
import type { Counts } from './counts.js';
import { isInputWhole, Tally } from './counts.js';
import type { Duplicates } from './duplicates.js';
import { findDuplicates } from './duplicates.js';
import { optionsOf, shardHash } from './plan.js';
import type { Sidecar } from './work.js';
import { finishedPart, isOfInput, partFileNames, sidecarName } from './work.js';

/** `_manifest.json`: everything that was made, and of what. */
export interface Manifest {
  readonly version: string;
  readonly options: Shard['config']['options'];
  readonly inputs: readonly { readonly src: string; readonly bytes: number; readonly parts: number }[];
  readonly counts: Counts;
  /** False where inputs end too early or are damaged: the parts hold what could be read. */
  readonly isInputWhole: boolean;
  /** Pages that are in the data more than once. */
  readonly duplicates: Duplicates;
  readonly parts: readonly Pick<Sidecar, 'shard' | 'hash' | 'src' | 'start' | 'end' | 'files'>[];
}

export const manifestName = '_manifest.json';
export const successName = '_SUCCESS';
export const planName = '_plan.ndjson';

export interface FolderState {
  /** Shards whose part is missing or is not what the plan makes. */
  readonly missing: readonly number[];
  /** Files of parts that the plan does not make. */
  readonly strays: readonly string[];
  /** Inputs that are not there any more, with which parts could not be compared. */
  readonly gone: readonly string[];
}

/** @param verify whether the files are read and held against their sidecars, and not their sizes alone */
export async function inspectFolder(
  plan: readonly Shard[],
  folder: PartsFolder,
  verify = false,
): Promise<FolderState> {
  const missing: number[] = [];
  const gone = new Set<string>();
  for (const shard of plan) {
    const sidecar = await finishedPart(shard, folder);
    const isRight =
      sidecar && (!verify || ((await isIntact(sidecar, folder)) && (await isCurrent(sidecar, gone))));
    if (!isRight) missing.push(shard.id);
  }
  return { missing, strays: await strayFiles(plan, folder), gone: [...gone] };
}

/** Whether its input still holds what it was made from; who finishes need not have the inputs. */
async function isCurrent(sidecar: Sidecar, gone: Set<string>): Promise<boolean> {
  try {
    return gone.has(sidecar.src) || (await isOfInput(sidecar));
  } catch {
    gone.add(sidecar.src);
    return true;
  }
}

async function isIntact({ files }: Sidecar, folder: PartsFolder): Promise<boolean> {
  for (const { name, sha256 } of files) if ((await folder.sha256Of(name)) !== sha256) return false;
  return true;
}

/** Files of parts that no shard of the plan makes, such as those of a longer plan or of another format. */
export async function strayFiles(plan: readonly Shard[], folder: PartsFolder): Promise<string[]> {
  const expected = new Set<string>();
  for (const shard of plan) {
    expected.add(sidecarName(shard.id));
    for (const name of partFileNames(shard.id, optionsOf(shard))) expected.add(name);
  }
  return (await folder.partFiles()).filter((name) => !expected.has(name));
}

/** Says that a folder is not, or no longer, whole. */
export async function unfinish(folder: PartsFolder): Promise<void> {
  await folder.remove([successName, manifestName]);
}

/**
 * Writes the manifest of a folder that has all parts, and says that it is whole, unless an input is not.
 *
 * @param sweeps whether what killed processes left is removed; not where others may be at work
 */
export async function writeManifest(
  plan: readonly Shard[],
  folder: PartsFolder,
  sweeps = true,
): Promise<Manifest> {
  const tally = new Tally();
  const parts: Manifest['parts'][number][] = [];
  for (const planned of plan) {
    const sidecar = (await folder.readJson(sidecarName(planned.id))) as Sidecar | null;
    if (sidecar?.hash !== shardHash(planned)) throw new ForeignPartError(sidecarName(planned.id));
    const { shard, hash, src, start, end, files } = sidecar;
    tally.merge(sidecar.counts);
    parts.push({ shard, hash, src, start, end, files });
  }
  const { version = '', options = {} } = plan[0]?.config ?? {};
  const counts = tally.counts();
  const duplicates = await findDuplicates(plan, folder, counts.articles + counts.redirects.mapped);
  const isWhole = isInputWhole(counts);
  const inputs = inputsOf(plan);
  const manifest = { version, options, inputs, counts, isInputWhole: isWhole, duplicates, parts };
  await folder.remove([successName, ...(sweeps ? await folder.temporaryFiles() : [])]);
  await folder.write(manifestName, `${JSON.stringify(manifest, null, 1)}\n`);
  if (isWhole) await folder.write(successName, '');
  return manifest;
}

/** A part was made by another run, with other options or of other inputs, while this one went on. */
export class ForeignPartError extends Error {
  constructor(readonly part: string) {
    super(`${part} is not of this plan`);
    this.name = 'ForeignPartError';
  }
}

function inputsOf(plan: readonly Shard[]): Manifest['inputs'] {
  const inputs = new Map<string, { src: string; bytes: number; parts: number }>();
  for (const { src, header } of plan) {
    const known = inputs.get(src);
    if (known) known.parts++;
    else inputs.set(src, { src, bytes: header.size, parts: 1 });
  }
  return [...inputs.values()];
}
