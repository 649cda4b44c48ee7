import { expect, it } from 'vitest';
import { Addresses, wordsOfIri } from '../../../src/serve/pages/addresses.js';

const addresses = new Addresses('https://example.org/data/');

it.each([
  ['https://example.org/data/resource/Salt_Wind', '/data/resource/Salt_Wind'],
  ['https://example.org/data/resource/Am%22b#cast-x', '/data/resource/Am%22b#cast-x'],
  ['https://w3id.org/article2rdf/film#budget', '/vocab/film#budget'],
  ['https://w3id.org/article2rdf/shapes#Movie', '/shapes#Movie'],
  ['https://w3id.org/article2rdf/raw#colour', null],
  ['https://schema.org/Movie', 'https://schema.org/Movie'],
  ['mailto:who@example.org', 'mailto:who@example.org'],
  ['javascript:alert(1)', null],
  ['JavaScript:alert(1)', null],
  ['data:text/html,x', null],
  ['vbscript:x', null],
  ['https://x.example/"onclick="x', null],
  ['//evil.example', null],
])('leads from %s to %s', (iri, href) => expect(addresses.href(iri)).toBe(href));

it('never takes a path of two slashes for a path', () => {
  expect(new Addresses('https://example.org/').href('https://example.org//evil.example/x')).toBeNull();
});

it.each([
  ['/data/page/Salt_Wind', 'https://example.org/data/resource/Salt_Wind', ''],
  ['/data/resource/Salt_Wind', 'https://example.org/data/resource/Salt_Wind', ''],
  ['/data/page/Am%C3%A9lie/source', 'https://example.org/data/resource/Amélie', '/source'],
  ['/data/page/Face%2FOff/graph.json', 'https://example.org/data/resource/Face%2FOff', '/graph.json'],
  ['/data/page/100%25', 'https://example.org/data/resource/100%25', ''],
])('reads %s', (path, thing, view) => {
  expect(addresses.subjectOf(path)).toMatchObject({ subject: { thing }, view });
});

it.each(['/', '/page/Salt_Wind', '/data/page/', '/data/page/%zz', '/data/page/a/b/c', '/data/other/x'])(
  'does not read %s',
  (path) => expect(addresses.subjectOf(path)).toBeNull(),
);

it('gives the words of an IRI', () => {
  expect(wordsOfIri('https://example.org/resource/Peter_Chan')).toBe('Peter Chan');
  expect(wordsOfIri('https://example.org/resource/%E0%A4%A')).toBe('%E0%A4%A');
});
