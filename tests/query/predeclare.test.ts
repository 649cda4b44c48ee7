import { expect, it } from 'vitest';
import { knownPrefixes, predeclare } from '../../src/query/predeclare.js';

it('knows the prefixes of the graph', () => {
  const usual = 'schema raw prov nif rdfs owl skos dcterms xsd rdf'.split(' ');
  const own =
    'article award concept event film language nature organisation person place science sport transport work'.split(
      ' ',
    );
  const promised = [...usual, ...own];
  expect(knownPrefixes().sort()).toEqual(promised.sort());
});

it('declares prefixes that are used and not declared, in a line of their own', () => {
  expect(predeclare('SELECT * { ?s schema:name ?n ; rdfs:label ?l }')).toEqual({
    text: 'PREFIX schema: <https://schema.org/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT * { ?s schema:name ?n ; rdfs:label ?l }',
    added: 1,
  });
});

it('leaves a query that declares its own', () => {
  const query = 'prefix schema: <http://other/> SELECT * { ?s schema:name myschema:film }';
  expect(predeclare(query)).toEqual({ text: query, added: 0 });
});
