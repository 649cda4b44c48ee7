import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packTriples, unpackTriples } from '../../src/rdf/packed-triples.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';

const quads = parseTurtleFamily(
  '<urn:a> <urn:p> "x"@en-gb, "x", 1, <urn:a>, _:n . _:n <urn:p> _:m . _:m <urn:p> _:n .',
  'turtle',
);

it('writes every term once', () => {
  expect(packTriples(quads)).toEqual({
    terms: [
      ...['urn:a', 'urn:p', ['x', '@en-gb'], ['x', 'http://www.w3.org/2001/XMLSchema#string']],
      ...[['1', 'http://www.w3.org/2001/XMLSchema#integer'], 0, 1],
    ],
    triples: [0, 1, 2, 0, 1, 3, 0, 1, 4, 0, 1, 0, 0, 1, 5, 5, 1, 6, 6, 1, 5],
  });
});

it('gives the terms again', () => {
  const unpacked = unpackTriples(JSON.parse(JSON.stringify(packTriples(quads))), 'n');
  const blank = unpacked.map(({ object }) => (object.termType === 'BlankNode' ? object.value : null));
  expect(blank).toEqual([null, null, null, null, 'n0', 'n1', 'n0']);
  for (const [index, { subject, predicate, object }] of unpacked.slice(0, 4).entries()) {
    expect(subject.equals(quads[index]?.subject)).toBe(true);
    expect(predicate.equals(quads[index]?.predicate)).toBe(true);
    expect(object.equals(quads[index]?.object)).toBe(true);
  }
});

it('gives our shapes again', () => {
  const path = join(import.meta.dirname, '../../shapes/film.ttl');
  const packed = packTriples(parseTurtleFamily(readFileSync(path, 'utf8'), 'turtle'));
  expect(packed.triples.length).toBeGreaterThan(1000);
  expect(packTriples(unpackTriples(packed, 'n'))).toEqual(packed);
});

it('refuses quoted triples', () => {
  const quoted = parseTurtleFamily('<urn:a> <urn:p> << <urn:a> <urn:p> <urn:b> >> .', 'turtle');
  expect(() => packTriples(quoted)).toThrow('Quad');
});
