/** Which file may import which: data flows one way. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');
const stages = ['read', 'parse', 'map', 'validate', 'serialize', 'trace', 'publish'];
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

/** The part of the house that a file is in: `map` for map.ts and for all in map/. */
const part = (path: string): string => path.replace(/\.[jt]s$/, '').split('/')[0] as string;

const imports = files.flatMap((file) =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(import|export)( type)? [^;]*?from '([^']+)'|import\('([^']+)'\)/g,
    ),
  ].map(([, , type, from, dynamic]) => ({
    file,
    isType: type !== undefined,
    isDynamic: dynamic !== undefined,
    target: (from ?? dynamic) as string,
  })),
);
const internal = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target, isType, isDynamic }) => ({
    file,
    isType,
    isDynamic,
    to: relative(root, join(root, dirname(file), target)),
  }));
const external = imports.filter(({ target }) => !target.startsWith('.'));

it('reads the imports', () => {
  expect(files.length).toBeGreaterThan(60);
  expect(internal.length).toBeGreaterThan(200);
});

it('has no stage that imports another', () => {
  const wrong = internal.filter(
    ({ file, to }) => stages.includes(part(file)) && stages.includes(part(to)) && part(file) !== part(to),
  );
  expect(wrong).toEqual([]);
});

it('flows from the program to the library to the pipeline to the stages to what they share', () => {
  const order = [
    'cli',
    'index',
    'new-kind',
    'lint',
    'batch',
    'serve',
    'load',
    'diff',
    'query',
    'explain',
    'coverage',
    'store',
    'pipeline',
    'generate',
    ...stages,
    'value',
    'titles',
    'rdf',
    'statement',
    'remote',
    'problem',
    'article',
    'shard',
    'remembered',
    'source',
    'plural',
    'entry',
    'first-index',
  ];
  const layer = (path: string): number => {
    const at = order.indexOf(part(path));
    return stages.includes(part(path)) ? order.indexOf('read') : at;
  };
  expect(files.filter((file) => layer(file) < 0)).toEqual([]);
  // Types of statements are shared by what writes terms.
  const allowed = (file: string, to: string): boolean =>
    part(file) === part(to) || layer(file) <= layer(to) || (part(file) === 'rdf' && part(to) === 'statement');
  expect(internal.filter(({ file, to }) => !allowed(file, to))).toEqual([]);
});

it('loads the validation engine only for a graph that needs it', () => {
  const users = external.filter(({ target }) => target === 'rdf-validate-shacl').map(({ file }) => file);
  expect(users).toEqual(['validate/engine.ts']);
  const importers = internal.filter(({ to, isType }) => to === 'validate/engine.js' && !isType);
  expect(importers).toMatchObject([{ file: 'validate.ts', isDynamic: true }]);
});

it('has no circles', () => {
  const needs = new Map<string, Set<string>>();
  for (const { file, to } of internal)
    needs.set(file, (needs.get(file) ?? new Set()).add(to.replace(/\.js$/, '.ts')));
  // Files that need nothing that is left go, until none is left, or a circle.
  for (let size = -1; size !== needs.size; ) {
    size = needs.size;
    for (const [file, targets] of needs)
      if (![...targets].some((target) => needs.has(target))) needs.delete(file);
  }
  expect([...needs.keys()]).toEqual([]);
});

it('knows articles and RDF together in the mapper alone', () => {
  const withArticles = (file: string): boolean =>
    internal.some(({ file: from, to, isType }) => from === file && !isType && part(to) === 'article');
  const withRdf = (file: string): boolean =>
    internal.some(({ file: from, to }) => from === file && part(to) === 'rdf');
  const both = files
    .filter((file) => part(file) !== 'index' && withArticles(file) && withRdf(file))
    .map(part);
  expect([...new Set(both)]).toEqual(['map']);
});

it('touches files in read and publish alone, the process in cli alone, the network in serve and remote', () => {
  const users = (pattern: RegExp): string[] =>
    [...new Set(external.filter(({ target }) => pattern.test(target)).map(({ file }) => part(file)))].sort();
  expect(users(/^node:fs/)).toEqual(['publish', 'read']);
  expect(users(/^node:(?:http|https|net|tls)/).filter((name) => name !== 'serve')).toEqual([]);
  expect(users(/^node:(?:child_process|cluster)/)).toEqual(['cli']);
  expect(users(/^node:worker_threads/).filter((name) => name !== 'store')).toEqual([]);
  const mentioning = (word: RegExp): string[] =>
    files.filter((file) => word.test(readFileSync(join(root, file), 'utf8'))).map(part);
  expect([...new Set(mentioning(/\bprocess\./))]).toEqual(['cli']);
  expect(mentioning(/\bfetch\(/).filter((name) => name !== 'remote')).toEqual([]);
});

it('asks neither clock nor chance nor locale', () => {
  // How fast a run goes is told by the clock; nothing that is written knows of it.
  const text = files
    .filter((file) => file !== 'cli/progress.ts')
    .map((file) => readFileSync(join(root, file), 'utf8'))
    .join('\n');
  expect(text).not.toMatch(
    /Date\.now|new Date\(|performance\.|hrtime|uptime|Math\.random|localeCompare|toLocale|randomUUID/,
  );
});

it('names no kind of article that it was first made for: what is said of films is data', () => {
  const isExample = (line: string): boolean => /article2rdf [a-z]|^ +cat /.test(line);
  const said = files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => /film|movie/i.test(line) && !(file.startsWith('cli') && isExample(line)))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(said).toEqual([]);
});
