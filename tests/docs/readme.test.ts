/** What the README shows is run, in a folder that holds the files it shows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'dist/cli.js');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = (pattern: RegExp): string[][] => [...readme.matchAll(pattern)].map((match) => match.slice(1));

const files = blocks(/<!-- file: (\S+) -->\n```text\n(.*?)```/gs);
const sessions = blocks(/```console\n\$ article2rdf (.*?)\n(.*?)```/gs);
const parts = blocks(/<!-- part of: article2rdf (.*?) -->\n```\w+\n(.*?)```/gs);
const script = blocks(/<!-- run -->\n```js\n(.*?)```\n\n<!-- output -->\n```text\n(.*?)```/gs)[0] as [
  string,
  string,
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-readme-'));
  for (const [name, text] of files) writeFileSync(join(folder, name as string), text as string);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: string): { output: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80' },
  });
  return { output: stdout + stderr, status };
}

it('has files, sessions, parts and a script to run', () => {
  expect([files.length, sessions.length, parts.length, script.length]).toEqual([4, 7, 5, 2]);
});

describe('sessions', () => {
  it.each(sessions)('article2rdf %s', (args, expected) => {
    const { output, status } = run(args as string);
    expect(output.trimEnd()).toBe((expected as string).trimEnd());
    expect(status).toBe(0);
  });
});

it.each(parts)('article2rdf %s gives the part that is shown', (args, expected) => {
  const { output } = run(args as string);
  for (const paragraph of (expected as string).trimEnd().split('\n\n'))
    expect(output).toContain(`\n${paragraph}\n`);
});

it('shows a script that runs as it says', () => {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules/article2rdf'));
  writeFileSync(join(folder, 'example.mjs'), script[0]);
  expect(execFileSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' })).toBe(script[1]);
  expect(
    script[0].split('\n').filter((line) => line.trim() !== '' && !line.startsWith('import')),
  ).toHaveLength(7);
});

it('names only files that are there', () => {
  for (const [link] of blocks(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
    expect(() => readFileSync(join(root, link as string)), link).not.toThrow(/ENOENT/);
  }
});

it('names only headings that are there', () => {
  const anchors = blocks(/^#+ (.*)$/gm).map(([heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [anchor] of blocks(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
});
