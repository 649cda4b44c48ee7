/** What other tools say of the same files: rapper of our syntax, pySHACL of our shapes. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openValidator } from '../../src/pipeline.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { defaultVocabularyBase } from '../../src/rdf/vocabulary.js';
import { readWithN3 } from '../support/read-back.js';
import { failures } from '../validate/failures.js';
import { root, temporaryFolder } from './program.js';

const cases = join(root, 'tests/cases');

describe('rapper', () => {
  it.each(readdirSync(cases))('reads %s as the same graph from Turtle and N-Quads', (slug) => {
    const triples = (name: string, format: string): string[] =>
      execFileSync('rapper', ['-q', '-i', format, '-o', 'ntriples', join(cases, slug, name)], {
        encoding: 'utf8',
        maxBuffer: 1e8,
      })
        .trimEnd()
        .split('\n')
        // Language tags are the same in any case; rapper writes those of N-Quads small.
        .map((line) => line.replace(/@[A-Za-z0-9-]+ \.$/, (tag) => tag.toLowerCase()))
        .sort();
    const fromQuads = triples('graph.nq', 'nquads');
    expect(fromQuads.length).toBe(
      readFileSync(join(cases, slug, 'graph.nq'), 'utf8')
        .trimEnd()
        .split('\n').length,
    );
    expect(triples('article.ttl', 'turtle')).toEqual(fromQuads);
  });

  it.each([
    ['comrades-almost-a-love-story/graph.span.trig', 'trig'],
    ['the-salt-ferry/graph.span.trig', 'trig'],
    ['the-salt-ferry/graph.span.nq', 'nquads'],
  ])('reads the words behind statements in %s', (name, format) => {
    const quads = execFileSync('rapper', ['-q', '-i', format, '-o', 'nquads', join(cases, name)], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const text = readFileSync(join(cases, name), 'utf8');
    expect(new Set(quads.trimEnd().split('\n')).size).toBe(
      readWithN3(text, format as 'trig' | 'nquads', true).length,
    );
  });

  it('refuses what is no Turtle', () => {
    expect(spawnSync('rapper', ['-q', '-i', 'turtle', '-c', join(root, 'README.md')]).status).not.toBe(0);
  });
});

it('pySHACL agrees with our validator on every case, every valid and every failing example', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  mkdirSync(data);
  const validText = readFileSync(join(root, 'tests/validate/valid.ttl'), 'utf8');
  writeFileSync(join(data, 'valid.ttl'), validText);
  for (const slug of readdirSync(cases))
    writeFileSync(join(data, `case-${slug}.ttl`), readFileSync(join(cases, slug, 'article.ttl')));
  const header = validText
    .split('\n')
    .filter((line) => line.startsWith('@prefix'))
    .join('\n');
  const statements = validText
    .split('\n')
    .filter((line) => !line.startsWith('@prefix'))
    .join('\n');
  for (const [shape, remove, add] of failures) {
    const [subject, property] = remove.split(' ');
    // A statement goes by its property being renamed to one that no shape knows.
    const changed =
      remove === ''
        ? statements
        : statements.replace(new RegExp(`^(${subject} a [^.]*?)${property} `, 'ms'), '$1ex:was ');
    writeFileSync(join(data, `fails-${shape}.ttl`), `${header}\n${changed}\n${add}\n`);
  }
  const python = process.env.PYTHON ?? 'python3';
  const output = execFileSync(
    python,
    [join(import.meta.dirname, 'pyshacl_conforms.py'), join(root, 'shapes'), data],
    { encoding: 'utf8' },
  );
  const theirs = JSON.parse(output) as Record<string, string[]>;

  const validator = await openValidator([], defaultVocabularyBase, [], true);
  const ours: Record<string, string[]> = {};
  for (const name of readdirSync(data)) {
    const report = await validator.validateQuads(
      parseTurtleFamily(readFileSync(join(data, name), 'utf8'), 'turtle'),
    );
    ours[name] = [...new Set(report.results.map(({ shape }) => shape ?? ''))].sort();
  }
  expect(Object.keys(theirs)).toHaveLength(failures.length + readdirSync(cases).length + 1);
  expect(theirs).toEqual(ours);
});
