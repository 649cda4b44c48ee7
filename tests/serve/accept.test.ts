/** Content negotiation, by the examples and rules of RFC 9110 §12.5.1. */
import { describe, expect, it } from 'vitest';
import { acceptsGzip, preferred } from '../../src/serve/accept.js';

const offered = ['text/html', 'text/turtle', 'application/ld+json', 'application/n-triples'];

describe('the type that is preferred', () => {
  it.each([
    [undefined, 'text/html'],
    ['', 'text/html'],
    ['*/*', 'text/html'],
    ['text/turtle', 'text/turtle'],
    ['TEXT/Turtle', 'text/turtle'],
    ['text/*', 'text/html'],
    ['application/*', 'application/ld+json'],
    ['text/turtle;q=0.5, application/ld+json', 'application/ld+json'],
    ['text/turtle;q=0.5,application/ld+json;q=0.4', 'text/turtle'],
    ['text/html;q=0, */*', 'text/turtle'],
    ['text/*;q=0.3, text/html;q=0.1, */*;q=0.2', 'text/turtle'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'application/ld+json'],
    ['text/turtle; charset=utf-8 ; q=0.9, text/html;q=0.8', 'text/turtle'],
    ['application/rdf+xml', null],
    ['text/turtle;q=0', null],
    ['*/*;q=0', null],
    ['nonsense, text/turtle', 'text/turtle'],
    ['text/turtle;q=5, application/ld+json;q=0.9', 'text/turtle'],
  ])('of %j is %j', (accept, expected) => {
    expect(preferred(accept, offered)).toBe(expected);
  });

  it('is found in time whatever is sent', () => {
    expect(preferred(`${'a/b;q=0.1,'.repeat(100_000)}text/turtle`, offered)).toBeNull();
  });
});

it.each([
  ['gzip', true],
  ['br, GZIP ; q=0.5', true],
  ['gzip;q=0', false],
  ['x-gzip', false],
  ['', false],
  [undefined, false],
])('of %j gzip is taken: %s', (accepted, expected) => {
  expect(acceptsGzip(accepted)).toBe(expected);
});
