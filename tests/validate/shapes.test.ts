/** Every shape has an example that passes and one that fails. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openValidator } from '../../src/pipeline.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { defaultVocabularyBase } from '../../src/rdf/vocabulary.js';
import { changeByFailure, failures } from './failures.js';

const text = readFileSync(join(import.meta.dirname, 'valid.ttl'), 'utf8');
const valid = parseTurtleFamily(text, 'turtle');
const validator = await openValidator([], defaultVocabularyBase, [], true);

const folder = join(import.meta.dirname, '../../shapes');
/** Of the shapes that are made of mappings those of one kind; all are made in the same way. */
const files = [...readdirSync(folder).filter((name) => name.endsWith('.ttl')), 'kinds/film.ttl'];
const quads = files.flatMap((name) => parseTurtleFamily(readFileSync(join(folder, name), 'utf8'), 'turtle'));
const shapes = quads
  .filter(({ object }) => /shacl#(?:Node|Property)Shape$/.test(object.value))
  .map(({ subject }) => subject.value.replace(/.*#/, ''));

/** Shapes that others refer to are named by none of their own results; parts are those of groups, which films have not. */
const referredTo = ['CalendarDate', 'Words', 'Number', 'Duration', 'LanguageTag', 'film', 'Part-name'];

it('passes the valid graph, in which every property of every shape occurs', async () => {
  expect(await validator.validateQuads(valid)).toEqual({ conforms: true, results: [] });
  const used = new Set(valid.map(({ predicate }) => predicate.value));
  const paths = quads.filter(
    ({ predicate, object }) => predicate.value.endsWith('shacl#path') && object.termType === 'NamedNode',
  );
  expect(paths.length).toBeGreaterThan(100);
  expect(paths.map(({ object }) => object.value).filter((path) => !used.has(path))).toEqual([]);
});

it('has a failing example for every shape', () => {
  expect([...failures.map(([shape]) => shape), ...referredTo].sort()).toEqual([...shapes].sort());
});

describe('fails', () => {
  it.each(failures)('%s', async (...failure) => {
    const [shape, remove] = failure;
    const changed = changeByFailure(valid, failure);
    if (remove !== '')
      expect(
        valid.some((quad) => !changed.includes(quad)),
        `${remove} is in it`,
      ).toBe(true);
    const { conforms, results } = await validator.validateQuads(changed);
    expect(conforms).toBe(false);
    expect(results.map((result) => result.shape?.replace(/.*#/, ''))).toContain(shape);
    for (const { message } of results) expect(message).toMatch(/^\p{Lu}.*\.$/u);
  });
});
