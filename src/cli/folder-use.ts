/** Who writes into a folder of parts. */
import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Problem } from '../problem.js';
import type { Claimant } from '../publish.js';
import type { Shard } from '../shard.js';

/** This process, and what it makes: the same of those who work off one plan. */
export function claimantOf(plan: readonly Shard[]): Claimant {
  const key = createHash('sha256')
    .update(JSON.stringify(plan[0]?.config ?? null))
    .digest('hex');
  return { host: hostname(), pid: process.pid, key };
}

/** Whether a process of this machine runs. */
export function isProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function folderInUse(source: string, { host, pid }: Claimant): Problem {
  const message = `The folder is in use: process ${pid} on ${host} writes into it. Wait until it has ended, or choose another folder with -o.`;
  return { code: 'folder-in-use', severity: 'error', message, place: { source } };
}
