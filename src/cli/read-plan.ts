import { parsePlan } from '../batch/plan.js';
import type { Problem } from '../problem.js';
import { readTextFile } from '../read/package-files.js';
import type { Shard } from '../shard.js';

/** The plan in a file. */
export function readPlan(path: string): { shards: Shard[] } | { problem: Problem } {
  try {
    return parsePlan(readTextFile(path).text, path);
  } catch (error) {
    const message = `It cannot be read: ${(error as Error).message}.`;
    return { problem: { code: 'unreadable', severity: 'error', message, place: { source: path } } };
  }
}
