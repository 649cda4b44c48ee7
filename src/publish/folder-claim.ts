import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Who writes into a folder. */
export interface Claimant {
  readonly host: string;
  readonly pid: number;
  /** What it makes; those who make the same may share a folder. */
  readonly key: string;
}

/** Who has a folder, alone or with others. */
export interface User extends Claimant {
  readonly isAlone: boolean;
}

/** Whether a process of this machine runs. */
export type IsAlive = (pid: number) => boolean;

const aloneName = '.in-use';

/** Between two signs of life, in milliseconds, and how long one is waited for. */
const beat = 2000;
const patience = 4;

/**
 * Says in a folder that a run writes there. A run alone has it to itself; others may share it with those who make the same.
 * What a killed run left is known: its process is gone, or, of another machine, gives no sign of life.
 */
export class FolderClaim {
  private timer: NodeJS.Timeout | null = null;

  private constructor(private readonly path: string) {}

  /**
   * @returns who has the folder, where it is in use
   * @throws the file system's error
   */
  static async take(
    folder: string,
    own: Claimant,
    isAlone: boolean,
    isAlive: IsAlive,
  ): Promise<{ readonly claim: FolderClaim } | { readonly user: User }> {
    await mkdir(folder, { recursive: true });
    const path = join(folder, isAlone ? aloneName : sharedName(own));
    const begun = await beginOf(own.pid);
    const text = JSON.stringify({ ...own, begun });
    while (!(await create(path, text))) {
      const before = await entryOf(path);
      if (before && (await isLive(path, before, own, isAlive))) return { user: { ...before, isAlone } };
      if (before) await removeStale(path, before);
    }
    const claim = new FolderClaim(path);
    const user = await otherUser(folder, path, own, isAlone, isAlive);
    if (user) {
      await claim.release();
      return { user };
    }
    claim.timer = setInterval(() => void append(path), beat);
    claim.timer.unref();
    return { claim };
  }

  /** Who writes into a folder, alone or not; null where nobody does. */
  static async user(folder: string, own: Claimant, isAlive: IsAlive): Promise<User | null> {
    return otherUser(folder, '', own, true, isAlive);
  }

  async release(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await rm(this.path, { force: true });
  }
}

interface Entry extends Claimant {
  /** When the process began, as its system counts it; null where it does not say. */
  readonly begun: string | null;
  readonly size: number;
}

/** Removes what killed runs left on the way. */
async function otherUser(
  folder: string,
  ownPath: string,
  own: Claimant,
  isAlone: boolean,
  isAlive: IsAlive,
): Promise<User | null> {
  for (const name of await namesIn(folder)) {
    const path = join(folder, name);
    if (!name.startsWith(aloneName) || path === ownPath) continue;
    const entry = await entryOf(path);
    if (!entry) continue;
    if (!(await isLive(path, entry, own, isAlive))) await removeStale(path, entry);
    else if (isAlone || name === aloneName || entry.key !== own.key)
      return { ...entry, isAlone: name === aloneName };
  }
  return null;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function sharedName({ host, pid }: Claimant): string {
  return `${aloneName}.${host.replace(/[^\w-]+/g, '-').slice(0, 60)}.${pid}`;
}

/** False where there is one already. */
async function create(path: string, text: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** A sign of life: the file grows by a blank. */
async function append(path: string): Promise<void> {
  try {
    // Only where it is still there.
    const file = await open(path, 'r+');
    const { size } = await file.stat();
    await file.write(' ', size);
    await file.close();
  } catch {
    // The next one may be seen.
  }
}

/** Null where it is gone. What is being written this moment is somebody's, too. */
async function entryOf(path: string): Promise<Entry | null> {
  for (let attempt = 0; ; attempt++) {
    try {
      const text = await readFile(path, 'utf8');
      const { host, pid, key, begun } = JSON.parse(text) as Entry;
      return { host, pid, key, begun, size: text.length };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      if (!(error instanceof SyntaxError)) throw error;
      // Killed before it had written: nobody's.
      if (attempt === 5) return { host: '', pid: 0, key: '', begun: null, size: 0 };
      await setTimeout(20);
    }
  }
}

async function isLive(path: string, entry: Entry, own: Claimant, isAlive: IsAlive): Promise<boolean> {
  if (entry.pid === 0) return false;
  if (entry.host === own.host) {
    const begun = await beginOf(entry.pid);
    return isAlive(entry.pid) && (begun === null || entry.begun === null || begun === entry.begun);
  }
  for (let waited = 0; waited < patience; waited++) {
    await setTimeout(beat);
    const now = await entryOf(path);
    if (!now) return false;
    if (now.size !== entry.size) return true;
  }
  return false;
}

/** Renamed first, so that of two who find it one removes it, and what was put there meanwhile is put back. */
async function removeStale(path: string, { host, pid, begun }: Entry): Promise<void> {
  const aside = `${path}.gone`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await entryOf(aside);
  const isSame = moved === null || (moved.host === host && moved.pid === pid && moved.begun === begun);
  if (isSame) await rm(aside, { force: true });
  else await rename(aside, path);
}

/** A process's number is given again when it has ended; the time of its beginning is not. */
async function beginOf(pid: number): Promise<string | null> {
  try {
    const text = await readFile(`/proc/${pid}/stat`, 'utf8');
    // Behind the name, which may hold anything, in brackets: the 20th field.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
