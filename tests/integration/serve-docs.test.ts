/** docs/serving.md, run: what it shows of curl is what comes. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Running } from '../serve/start.js';
import { serve } from '../serve/start.js';
import { article2rdf, root } from './program.js';

const page = readFileSync(join(root, 'docs/serving.md'), 'utf8');
const [, name, text] = /<!-- file: (\S+) -->\n```text\n(.*?)```/s.exec(page) as unknown as [
  string,
  string,
  string,
];
const sessions = [...page.matchAll(/```console\n\$ (curl .*?)\n(.*?)```/gs)].map((match) => match.slice(1));

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article2rdf-serving-'));
  writeFileSync(join(folder, name), text);
  article2rdf(['convert', name, '-f', 'nquads', '-o', 'films'], { cwd: folder });
  server = await serve([join(folder, 'films'), '--source', join(folder, name)]);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

it('shows what is to be seen', () => {
  expect(sessions).toHaveLength(8);
});

describe('sessions', () => {
  it.each(sessions)('%s', (command, expected) => {
    const here = (command as string).replaceAll('http://127.0.0.1:8080/', server.url);
    const { stdout } = spawnSync('sh', ['-c', here], { encoding: 'utf8' });
    // Lines of CSV end with both.
    expect(stdout.replaceAll('\r\n', '\n')).toBe(expected);
  });
});

it('logs as it says', async () => {
  const [, shown] = /```json\n(.*?)\n```/s.exec(page) as unknown as [string, string];
  const keys = Object.keys(JSON.parse(shown));
  await expect.poll(() => server.requests().map((record) => Object.keys(record))).toContainEqual(keys);
});
