import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TextFile } from '../source.js';
import { readPackageVersion, whenBuilt } from './package-files.js';

/** How many are kept: one is a few megabytes if it holds hundreds of kinds. */
const mostKept = 8;

/**
 * What was made of a user's own mappings before: to parse and check hundreds of kinds takes longer than to convert most
 * articles. It is kept in a folder under the hash of all that it was made of, so nothing in it is ever out of date; where the
 * folder cannot be read or written, all is made anew.
 */
export class MappingCache {
  private readonly path: string;

  /** @param files the user's own mappings */
  constructor(
    private readonly folder: string,
    files: readonly TextFile[],
  ) {
    const hash = createHash('sha256').update(`${readPackageVersion()}\n${whenBuilt()}\n`);
    for (const { name, text } of files) hash.update(`${name}\n${text.length}\n`).update(text);
    this.path = join(folder, `${hash.digest('hex')}.json`);
  }

  /** Null where nothing is kept of these files. */
  read(): unknown {
    try {
      return JSON.parse(readFileSync(this.path, 'utf8'));
    } catch {
      return null;
    }
  }

  write(made: unknown): void {
    // Whoever writes it at the same time writes the same.
    const temporary = `${this.path}.tmp`;
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      writeFileSync(temporary, JSON.stringify(made), { mode: 0o600 });
      renameSync(temporary, this.path);
      this.forgetOldest();
    } catch {
      // It is made anew next time.
    }
  }

  private forgetOldest(): void {
    const kept = readdirSync(this.folder)
      .map((name) => join(this.folder, name))
      .map((path) => ({ path, at: statSync(path).mtimeMs }))
      .sort((a, b) => b.at - a.at);
    for (const { path } of kept.slice(mostKept)) rmSync(path, { force: true });
  }
}
