import { describe, expect, it } from 'vitest';
import { boundedQuery } from '../../src/store/bounded-query.js';
import { scanQuery } from '../../src/store/scan-query.js';

const bounded = (query: string, rows: number): string => boundedQuery(query, scanQuery(query), rows);

describe('scanQuery', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'],
    ['PREFIX ask: <http://x/> BASE <http://select/> ask { ?s ask:construct ?o }', 'ask'],
    ['# SELECT\nCONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
    ['PREFIX select: <http://x/>DESCRIBE<http://x/>', 'describe'],
    ['VERSION "1.2" SELECT * {}', 'select'],
    ['INSERT DATA { <a:a> <a:b> "SELECT" }', null],
    ['', null],
  ])('knows the form of %s', (query, form) => {
    expect(scanQuery(query).form).toBe(form);
  });

  it('counts brackets outside of strings', () => {
    expect(scanQuery('SELECT * { { [] ?p "{{{{" } }').depth).toBe(2);
  });

  it('takes time linear in the length of what is not closed', () => {
    for (const open of ['"', "'''", '<', '{', '\\', '#'])
      expect(scanQuery(open.repeat(20_000)).form).toBe(null);
  });
});

describe('boundedQuery', () => {
  it('puts a LIMIT where there is none, before VALUES', () => {
    expect(bounded('SELECT * { ?s ?p ?o } # all', 5)).toMatch(/# all\nLIMIT 6\n$/);
    expect(bounded('SELECT * { ?s ?p ?o } ORDER BY ?s VALUES ?s { 1 }', 5)).toBe(
      'SELECT * { ?s ?p ?o } ORDER BY ?s \nLIMIT 6\nVALUES ?s { 1 }',
    );
  });

  it('makes a larger LIMIT smaller, and leaves a smaller one', () => {
    expect(bounded('SELECT * { ?s ?p ?o } limit 100 OFFSET 200', 5)).toBe(
      'SELECT * { ?s ?p ?o } limit 6 OFFSET 200',
    );
    expect(bounded('SELECT * { ?s ?p ?o } LIMIT 5', 5)).toBe('SELECT * { ?s ?p ?o } LIMIT 5');
  });

  it('does not take the LIMIT or VALUES of an inner query for its own', () => {
    const query = 'SELECT * { VALUES ?a { 1 } { SELECT ?s { ?s ?p ?o } LIMIT 2 } }';
    expect(bounded(query, 5)).toBe(`${query}\nLIMIT 6\n`);
  });

  it('marks each solution of a CONSTRUCT with a template, and leaves other forms', () => {
    expect(bounded('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }', 5)).toBe(
      'CONSTRUCT { [] <urn:x-article2rdf:solution> true .  ?s ?p ?o } { ?s ?p ?o }\nLIMIT 6\n',
    );
    for (const query of ['CONSTRUCT WHERE { ?s ?p ?o }', 'ASK { ?s ?p ?o }', 'DESCRIBE <http://x/>'])
      expect(bounded(query, 5)).toBe(query);
  });
});
