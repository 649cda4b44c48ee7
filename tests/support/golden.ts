import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/**
 * Compares with a file that was read by eye when it was made. `UPDATE=1` writes it; otherwise a missing file fails, and
 * a mismatch leaves what came out beside it as `*.changed`.
 */
export function expectGolden(path: string, actual: string): void {
  if (process.env.UPDATE === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
    return;
  }
  expect(existsSync(path), `${path} is missing: make it with UPDATE=1 and read it`).toBe(true);
  const expected = readFileSync(path, 'utf8');
  if (expected !== actual) writeFileSync(`${path}.changed`, actual);
  else rmSync(`${path}.changed`, { force: true });
  expect(actual).toBe(expected);
}

/** The same where nothing is to be: an old file fails. */
export function expectNoGolden(path: string): void {
  if (process.env.UPDATE === '1') rmSync(path, { force: true });
  expect(existsSync(path), `${path} is there, and nothing came out`).toBe(false);
}
