/** What a user gets: the packed package in an empty folder, and a fresh copy of the project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, temporaryFolder } from './program.js';

const run = (command: string, args: string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

it('installs and runs in an empty folder', () => {
  const folder = temporaryFolder();
  const [{ filename, files }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  const names: string[] = files.map(({ path }: { path: string }) => path);
  for (const wanted of [
    'dist/cli.js',
    'dist/index.d.ts',
    'dist/mappings.json',
    'mappings/kinds/film.yaml',
    'shapes/film.ttl',
    'vocab/film.ttl',
    'vocab/context.jsonld',
    'schemas/article.schema.json',
    'schemas/explanation.schema.json',
    'page/explanation.js',
    'LICENSE',
    'README.md',
  ]) {
    expect(names).toContain(wanted);
  }
  expect(names.filter((name) => /^(?:src|tests|articles|output)\//.test(name))).toEqual([]);

  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  run('npm', ['install', '--no-audit', '--no-fund', join(folder, filename)], folder);
  writeFileSync(join(folder, 'film.txt'), '= X =\n\nX\n- Director: Ann Lee\n\nX is a 2001 film.\n');
  run('npx', ['article2rdf', 'convert', 'film.txt'], folder);
  expect(readFileSync(join(folder, 'output/film.ttl'), 'utf8')).toContain('schema:director thing:Ann_Lee');
  expect(run('npx', ['article2rdf', 'lint'], folder)).toContain('fit together');
  run('npx', ['article2rdf', 'explain', 'film.txt', '--html', 'film.html'], folder);
  expect(readFileSync(join(folder, 'film.html'), 'utf8')).toContain('schema:director');

  writeFileSync(
    join(folder, 'use.js'),
    "import { convert } from 'article2rdf';\nconst { report, write } = await convert('= X =\\n\\nX is a 2001 film.');\nconsole.log(report.conforms, write('turtle').length > 100);\n",
  );
  expect(run(process.execPath, ['use.js'], folder)).toBe('true true\n');
});

it('starts from a fresh copy with one command, and then does nothing twice', () => {
  const folder = temporaryFolder();
  const files = run('git', ['ls-files', '-z'], root).split('\0').filter(Boolean);
  for (const file of files) cpSync(join(root, file), join(folder, file));
  const golden = readFileSync(join(folder, 'output/comrades-almost-a-love-story.ttl'), 'utf8');
  rmSync(join(folder, 'output'), { recursive: true });
  const first = spawnSync('npm', ['start'], { cwd: folder, encoding: 'utf8' });
  expect(first.status, first.stderr).toBe(0);
  expect(first.stderr).toContain('Installing dependencies');
  expect(readFileSync(join(folder, 'output/comrades-almost-a-love-story.ttl'), 'utf8')).toBe(golden);
  const second = spawnSync('npm', ['start'], { cwd: folder, encoding: 'utf8' });
  expect(second.status).toBe(0);
  expect(second.stderr).not.toMatch(/Installing|Building/);
});
