import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for files that processes hand on to each other, in the system's folder for temporary files (`TMPDIR`). */
export class LinesFolder {
  constructor(readonly path: string) {}

  pathOf(name: string): string {
    return join(this.path, name);
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  async discard(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

export async function temporaryLinesFolder(): Promise<LinesFolder> {
  return new LinesFolder(await mkdtemp(join(tmpdir(), 'article2rdf-titles-')));
}
