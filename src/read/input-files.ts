/** The files that a run reads, known by what they are and not by how their paths are spelled. */
import { fstat, stat } from 'node:fs';
import { promisify } from 'node:util';

const identities = { path: promisify(stat), descriptor: promisify(fstat) };

/** Links of both sorts and other spellings lead to one file. Of inputs that a path does not lead to nothing is known. */
export class InputFiles {
  private known: Map<string, string> | null = null;

  /** @param find the paths of the inputs, `-` for standard input; asked for only where a file is in the way */
  constructor(private readonly find: () => Iterable<string> | AsyncIterable<string>) {}

  /** The input that writing to a path would replace, as it was spelled; null where it is none of them. */
  async at(path: string): Promise<string | null> {
    const identity = await identityOf(path);
    if (identity === null) return null;
    this.known ??= await this.load();
    return this.known.get(identity) ?? null;
  }

  private async load(): Promise<Map<string, string>> {
    const known = new Map<string, string>();
    for await (const path of this.find()) {
      const identity = await identityOf(path);
      if (identity !== null && !known.has(identity)) known.set(identity, path);
    }
    return known;
  }
}

/** Null where there is no file, and for what is none, such as a terminal. */
async function identityOf(path: string): Promise<string | null> {
  try {
    const bigint = { bigint: true } as const;
    const found = path === '-' ? await identities.descriptor(0, bigint) : await identities.path(path, bigint);
    return found.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    return null;
  }
}
