/** No output replaces what was read, whatever the command and however the path is spelled. */
import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { article2rdf, cli, temporaryFolder } from './program.js';

const article = '= A =\n\nA\n- Director: Ann Lee\n\nA is a 2001 film.\n';
const turtle = '@prefix : <https://example.org/> .\n:a a :b .\n';
const quad = '<https://e.org/a> <https://e.org/b> <https://e.org/c> <https://e.org/g> .\n';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const run = (...args: string[]) => article2rdf(args, { cwd: folder });

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('a.txt'), article);
  writeFileSync(at('x.ttl'), turtle);
  writeFileSync(at('q.nq'), quad);
});

describe('convert', () => {
  it('refuses RDF by its name, and leaves it as it is', () => {
    for (const args of [['x.ttl'], ['x.ttl', '-o', '.'], ['q.nq', '-o', '.', '-f', 'nquads']]) {
      const { status, stderr } = run('convert', ...args);
      expect(stderr).toMatch(/error: This is (?:Turtle|N-Triples|N-Quads); did you mean validate\?/);
      expect(stderr).toContain('nothing was converted');
      expect(status).toBe(65);
    }
    expect(readFileSync(at('x.ttl'), 'utf8')).toBe(turtle);
    expect(readFileSync(at('q.nq'), 'utf8')).toBe(quad);
  });

  it.each<[string, () => string[]]>([
    [
      'an article named as its output',
      () => {
        writeFileSync(at('b.ttl'), article);
        return ['b.ttl', '-o', '.'];
      },
    ],
    [
      'an input that is read later',
      () => {
        writeFileSync(at('a.ttl'), article);
        return ['a.txt', 'a.ttl', '-o', '.'];
      },
    ],
    [
      'a symbolic link',
      () => {
        symlinkSync('a.txt', at('a.ttl'));
        return ['a.txt', '-o', folder];
      },
    ],
    [
      'a hard link',
      () => {
        linkSync(at('a.txt'), at('a.ttl'));
        return ['a.txt', '-o', '.'];
      },
    ],
    [
      'a folder behind a link',
      () => {
        writeFileSync(at('a.ttl'), article);
        symlinkSync('.', at('here'));
        return ['a.ttl', '-o', 'here'];
      },
    ],
    ['its own report', () => ['a.txt', '-o', 'out', '--report', './a.txt', '--report-format', 'json']],
  ])('does not write over %s', (_, prepare) => {
    const args = prepare();
    const before = readdirSync(folder).map((name) => [
      name,
      name === 'here' || name === 'out' ? '' : readFileSync(at(name), 'utf8'),
    ]);
    const { status, stderr } = run('convert', ...args, '-f', 'turtle');
    expect(stderr).toMatch(/an output never replaces/);
    expect([2, 65]).toContain(status);
    for (const [name, text] of before)
      if (text !== '') expect(readFileSync(at(name as string), 'utf8'), name).toBe(text);
  });

  it('replaces outputs of an earlier run', () => {
    expect(run('convert', 'a.txt', '-o', '.', '-f', 'turtle').status).toBe(0);
    expect(run('convert', 'a.txt', '-o', '.', '-f', 'turtle').status).toBe(0);
  });

  it('does not sweep an input that is named like a part', () => {
    mkdirSync(at('out'));
    const rows = `${JSON.stringify({ title: 'A', text: article })}\n`;
    writeFileSync(at('out', 'part-00007.nq'), rows);
    const { status, stderr } = run('convert', 'out/part-00007.nq', '-o', 'out');
    expect(stderr).toMatch(/part-00007\.nq: error: It is one of the inputs, which an output never replaces/);
    expect(status).toBe(2);
    expect(readFileSync(at('out', 'part-00007.nq'), 'utf8')).toBe(rows);
  });

  it('says how many inputs were not converted', () => {
    writeFileSync(at('a.wiki'), "'''A''' is a 2001 film.");
    const { status, stderr } = run('convert', 'a.txt', 'a.wiki', 'x.ttl', '-o', 'out', '-f', 'turtle');
    expect(stderr).toMatch(/a\.wiki: error: Its files were already written for a\.txt/);
    expect(stderr).toContain('1 article (film)');
    expect(stderr).toContain('2 inputs were not converted');
    expect(status).toBe(65);
  });
});

it.each<[string, string[], string]>([
  ['plan', ['plan', 'a.txt', '-o', 'a.txt'], 'a.txt'],
  ['canonicalize', ['canonicalize', 'q.nq', '-o', './q.nq'], 'q.nq'],
  ['canonicalize of a folder', ['canonicalize', '.', '-o', 'q.nq'], 'q.nq'],
  ['diff', ['diff', 'q.nq', 'x.ttl', '-o', 'x.ttl', '--ignore-graphs'], 'x.ttl'],
  ['explain', ['explain', 'a.txt', '--html', 'a.txt'], 'a.txt'],
  [
    'load: receipt',
    ['load', 'q.nq', '--store', 'fuseki', '--endpoint', 'http://127.0.0.1:9/', '--receipt', 'q.nq'],
    'q.nq',
  ],
  [
    'load: checkpoint',
    ['load', 'q.nq', '--store', 'fuseki', '--endpoint', 'http://127.0.0.1:9/', '--checkpoint', 'q.nq'],
    'q.nq',
  ],
])('%s does not replace its input', (_, args, name) => {
  const before = readFileSync(at(name), 'utf8');
  const { status, stderr } = run(...args);
  expect(stderr).toMatch(/It is (?:one of the inputs|the same file as)/);
  expect(status).toBe(2);
  expect(readFileSync(at(name), 'utf8')).toBe(before);
});

it.skipIf(process.platform === 'win32')('standard input from a file is one of the inputs', () => {
  expect(() =>
    execFileSync(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" canonicalize - --input nquads -o q.nq < q.nq`],
      {
        cwd: folder,
        stdio: 'pipe',
      },
    ),
  ).toThrow(/an output never replaces/);
  expect(readFileSync(at('q.nq'), 'utf8')).toBe(quad);
});
