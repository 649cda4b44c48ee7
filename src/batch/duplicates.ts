/**
 * Pages that several parts, or one part twice, hold statements of: their graphs would run into one.
 *
 * Of each page a hash of 53 bits is kept: 8 bytes for each page of a dump. Of those that meet, the first are then
 * looked up by their names.
 */
import type { PartsFolder } from '../publish.js';
import type { Shard } from '../shard.js';
import { optionsOf } from './plan.js';
import { partFileNames } from './work.js';

export interface Duplicates {
  readonly pages: number;
  /** The first of them, with the shards that they are in. */
  readonly first: readonly { readonly page: string; readonly shards: readonly number[] }[];
}

/** Pages that a manifest names, and parts that it names for one. */
const mostNamed = 100;

/** @param size number of pages in all parts */
export async function findDuplicates(
  plan: readonly Shard[],
  folder: PartsFolder,
  size: number,
): Promise<Duplicates> {
  const { count, suspects } = repeated(await hashesOf(plan, folder, size));
  if (count === 0) return { pages: 0, first: [] };
  const shardsOf = new Map<string, number[]>();
  for await (const { page, shard } of pagesOf(plan, folder)) {
    if (!suspects.has(hashOf(page))) continue;
    const shards = shardsOf.get(page) ?? [];
    shardsOf.set(page, shards);
    if (shards.length < mostNamed) shards.push(shard);
  }
  const found = [...shardsOf].filter(([, shards]) => shards.length > 1).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    pages: count - (shardsOf.size - found.length),
    first: found.map(([page, shards]) => ({ page, shards })),
  };
}

async function* pagesOf(plan: readonly Shard[], folder: PartsFolder) {
  for (const shard of plan) {
    const name = partFileNames(shard.id, optionsOf(shard)).at(-1) as string;
    for await (const page of folder.linesOf(name)) yield { page, shard: shard.id };
  }
}

async function hashesOf(plan: readonly Shard[], folder: PartsFolder, size: number): Promise<Float64Array> {
  const hashes = new Float64Array(size);
  let index = 0;
  for await (const { page } of pagesOf(plan, folder)) hashes[index++] = hashOf(page);
  return hashes.subarray(0, index);
}

/** How many hashes are there more than once, and the first of them. */
function repeated(hashes: Float64Array): { count: number; suspects: Set<number> } {
  hashes.sort();
  let count = 0;
  const suspects = new Set<number>();
  for (const [index, hash] of hashes.entries()) {
    if (hash !== hashes[index - 1] || hash === hashes[index - 2]) continue;
    count++;
    if (suspects.size < mostNamed) suspects.add(hash);
  }
  return { count, suspects };
}

/** Two FNV-1a hashes of 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/) from different bases, as one integer. */
export function hashOf(text: string): number {
  let [low, high] = [0x811c9dc5, 0x01234567];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (unit + i), 0x01000193);
  }
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
