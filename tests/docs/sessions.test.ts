/** What pages of the documentation show is run, in a folder that holds the files they show. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');

/** Pages that need no server, with how many files and sessions they show. */
const pages = [['comparing.md', 2, 7]] as const;

describe.each(pages)('%s', (name, fileCount, sessionCount) => {
  const text = readFileSync(join(root, 'docs', name), 'utf8');
  const blocks = (pattern: RegExp): string[][] => [...text.matchAll(pattern)].map((match) => match.slice(1));
  const files = blocks(/<!-- file: (\S+) -->\n```text\n(.*?)```/gs);
  const sessions = blocks(/```console\n\$ article2rdf (.*?)\n(.*?)```/gs);

  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'article2rdf-docs-'));
    for (const [path, content] of files) writeFileSync(join(folder, path as string), content as string);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has files and sessions to run', () => {
    expect([files.length, sessions.length]).toEqual([fileCount, sessionCount]);
  });

  it.each(sessions)('article2rdf %s', (args, shown) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...(args as string).split(' ')], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, COLUMNS: '80' },
    });
    const [output, code = '0'] = (shown as string).split('$ echo $?\n');
    expect(`${stdout}${stderr}`.trimEnd()).toBe((output as string).trimEnd());
    expect(status).toBe(Number(code));
  });

  it('names only files that are there', () => {
    for (const [link] of blocks(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g))
      expect(() => readFileSync(join(root, 'docs', link as string)), link).not.toThrow(/ENOENT/);
  });
});
