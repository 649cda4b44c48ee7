/** The command `explain`. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/explanation.js';
import { article2rdf, root, temporaryFolder } from './program.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
const explain = (args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}) =>
  article2rdf(['explain', ...args], { cwd: folder, ...options });
const lantern =
  '= The Lantern =\n\nThe Lantern\n- Director: Oona Brandt\n- Colour: Eastmancolor\n\nThe Lantern is a 1998 film.\n';

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(at('lantern.txt'), lantern);
  copyFileSync(join(root, 'tests/cases/quiet-harbour/article.txt'), at('harbour.txt'));
});

it('prints text without colours where no terminal reads it, and nothing beside it', () => {
  const { status, stdout, stderr } = explain(['lantern.txt'], { env: { FORCE_COLOR: '1' } });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^The Lantern\nlantern\.txt · film · \d+ statements: \d+ facts, \d+ of structure\n/);
  expect(stdout).toContain('\n○ Colour: Eastmancolor (no fact)\n    article/field\n');
  expect(stdout).not.toContain(String.fromCharCode(27));
});

it('reads standard input, wikitext, and several articles one after the other', () => {
  expect(explain(['-'], { input: lantern }).stdout).toMatch(/^The Lantern\n<stdin> · film/);
  writeFileSync(
    at('Salt_Wind.wiki'),
    "{{Infobox film\n| director = [[Oona Brandt]]\n}}\n'''Salt Wind''' is a film.\n",
  );
  const { stdout, status } = explain(['Salt_Wind.wiki', 'lantern.txt']);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Salt Wind\n[\s\S]*● director: Oona Brandt\n[\s\S]*\n\nThe Lantern\n/);
});

it('prints JSON, with its messages as JSON', () => {
  const { stdout, stderr, status } = explain(['--json', 'lantern.txt', 'missing.txt']);
  expect(status).toBe(74);
  const explanation = JSON.parse(stdout) as Explanation;
  expect(explanation).toMatchObject({
    version: 1,
    title: 'The Lantern',
    source: 'lantern.txt',
    kind: 'film',
  });
  expect(JSON.parse(stderr)).toMatchObject({ type: 'problem', code: 'unreadable' });
});

it('takes base, language and mappings as convert does', () => {
  const { stdout } = explain(['lantern.txt', '--json', '--base', 'https://films.example', '--lang', 'fr']);
  const { statements, language } = JSON.parse(stdout) as Explanation;
  expect(language).toBe('fr');
  expect(statements[0]?.subject.iri).toBe('https://films.example/resource/The_Lantern');
  const book = join(root, 'tests/fixtures/book');
  const own = explain([
    join(book, 'article.txt'),
    '--mapping',
    join(book, 'mappings'),
    '--no-validate',
    '--json',
  ]);
  expect(JSON.parse(own.stdout)).toMatchObject({ kind: 'book' });
  expect(explain(['lantern.txt', '--mapping', 'nowhere']).status).toBe(74);
});

describe('--html', () => {
  it('writes the page of one article, whole or not at all', () => {
    const { status, stdout, stderr } = explain(['lantern.txt', '--html', 'out/page.html']);
    expect([status, stdout, stderr]).toEqual([0, '', 'wrote out/page.html\n']);
    expect(readFileSync(at('out/page.html'), 'utf8')).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
    expect(readdirSync(at('out'))).toEqual(['page.html']);
    const again = explain(['lantern.txt', '--html', 'again.html']);
    expect(again.status).toBe(0);
    expect(readFileSync(at('again.html'), 'utf8')).toBe(readFileSync(at('out/page.html'), 'utf8'));
  });

  it('refuses a second article, and tells where it cannot write', () => {
    const two = explain(['lantern.txt', 'harbour.txt', '--html', 'page.html', '--fail-on', 'never']);
    expect(two.status).toBe(65);
    expect(two.stderr).toMatch(/^harbour\.txt: error: A page shows one article; .* \[one-page\]$/m);
    expect(readFileSync(at('page.html'), 'utf8')).toContain('<h1 lang="en" dir="auto">The Lantern</h1>');
    mkdirSync(at('folder'));
    const blocked = explain(['lantern.txt', '--html', 'folder']);
    expect(blocked.status).toBe(74);
    expect(blocked.stderr).toMatch(/\[unwritable\]/);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

it('exits with 1 where the data does not conform, and tells why beside the words', () => {
  const { status, stdout, stderr } = explain(['harbour.txt', '--fail-on', 'warning']);
  expect([status, stderr]).toEqual([1, '']);
  expect(stdout).toMatch(/! (?:error|warning) \d+:\d+ “/);
  expect(explain(['harbour.txt', '--fail-on', 'never']).status).toBe(0);
  const unchecked = explain(['harbour.txt', '--no-validate', '--json']);
  expect(unchecked.status).toBe(0);
  expect(unchecked.stdout).not.toContain('shape:');
});

it('tells what cannot be used', () => {
  writeFileSync(at('bad.txt'), Buffer.from([0xff, 0xfe, 0x00]));
  const { status, stdout, stderr } = explain(['bad.txt']);
  expect([status, stdout]).toEqual([65, '']);
  expect(stderr).toMatch(/^bad\.txt: error:/);
  expect(explain([]).stderr).toMatch(/missing required argument 'inputs'/);
  expect(explain([]).status).toBe(2);
});
