import { expect, it } from 'vitest';
import type { StoreProfile } from '../../src/load/store-profiles.js';
import { addressesOf, profileNamed } from '../../src/load/store-profiles.js';

const of = (name: string, endpoint: string, query?: string) =>
  addressesOf(profileNamed(name) as StoreProfile, endpoint, query);

it('finds the addresses of each store below its endpoint', () => {
  expect(of('virtuoso', 'http://h:8890/')).toEqual({
    graphs: 'http://h:8890/sparql-graph-crud-auth',
    quads: null,
    query: 'http://h:8890/sparql-auth',
    update: null,
  });
  expect(of('fuseki', 'http://h:3030/films')).toEqual({
    graphs: 'http://h:3030/films/data',
    quads: 'http://h:3030/films/data',
    query: 'http://h:3030/films/query',
    update: 'http://h:3030/films/update',
  });
  expect(of('graphdb', 'http://h:7200/repositories/films')).toEqual({
    graphs: 'http://h:7200/repositories/films/rdf-graphs/service',
    quads: 'http://h:7200/repositories/films/statements',
    query: 'http://h:7200/repositories/films',
    update: 'http://h:7200/repositories/films/statements',
  });
  expect(of('gsp', 'http://h/graphs/', 'http://h/ask')).toEqual({
    graphs: 'http://h/graphs/',
    quads: null,
    query: 'http://h/ask',
    update: null,
  });
});

it('takes an address below that for the one above', () => {
  expect(of('virtuoso', 'http://h:8890/sparql').graphs).toBe('http://h:8890/sparql-graph-crud-auth');
  expect(of('oxigraph', 'http://h:7878/query').graphs).toBe('http://h:7878/store');
  expect(of('fuseki', 'http://h:3030/films/update').query).toBe('http://h:3030/films/query');
});
