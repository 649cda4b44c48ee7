/** What docs/querying.md shows is run, one command after the other. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { expectGolden } from '../support/golden.js';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'docs/querying.md');

it('shows commands with what they print', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'article2rdf-querying-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'articles'), join(folder, 'articles'), { recursive: true });
  const program = join(folder, 'article2rdf');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'dist/cli.js')}' "$@"\n`, {
    mode: 0o755,
  });
  let sessions = 0;
  const text = readFileSync(path, 'utf8').replace(
    /```console\n\$ (.*)\n(?:.|\n)*?```/g,
    (_, command: string) => {
      sessions++;
      const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, env, encoding: 'utf8' });
      return `\`\`\`console\n$ ${command}\n${stdout.replace(/\r/g, '')}${stderr}\`\`\``;
    },
  );
  expect(sessions).toBeGreaterThan(6);
  expectGolden(path, text);
});
