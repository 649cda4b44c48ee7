import { expect, it } from 'vitest';
import { mapRedirect } from '../../src/map/redirect.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { readShapeFiles } from '../../src/read/package-files.js';
import { writeNTriples } from '../../src/serialize/nquads.js';
import { Validator } from '../../src/validate.js';

const options = { base: 'https://example.org/', language: 'en' };

it('makes the title another name of what the target is about', async () => {
  const { page, statements } = mapRedirect({ title: 'Salt Way (film)', target: 'Salt Road' }, options);
  expect(page.value).toBe('https://example.org/page/Salt_Way_(film)');
  expect(writeNTriples(statements)).toBe(
    [
      '<https://example.org/resource/Salt_Way_(film)> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Thing> .',
      '<https://example.org/resource/Salt_Way_(film)> <https://schema.org/name> "Salt Way"@en .',
      '<https://example.org/resource/Salt_Way_(film)> <https://schema.org/sameAs> <https://example.org/resource/Salt_Road> .',
      '',
    ].join('\n'),
  );
  const shapes = readShapeFiles().flatMap(({ text }) => parseTurtleFamily(text, 'turtle'));
  expect(await new Validator(shapes).validate(statements, 'x')).toEqual({ conforms: true, results: [] });
});

it.each([
  ['into a section', 'Salt Road#Cast'],
  ['to itself', 'salt_Way'],
  ['nowhere', ' '],
])('says nothing of one that leads %s', (_, target) => {
  expect(mapRedirect({ title: 'Salt Way', target }, options).statements).toEqual([]);
});
