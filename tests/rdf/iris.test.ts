import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, checkedBase, Iris, isIri, partIri, rawKey, slug, titleSegment } from '../../src/rdf/iris.js';
import { namedNode } from '../../src/rdf/terms.js';
import { readWithN3, readWithOxigraph } from '../support/read-back.js';

it.each([
  ['Peter Chan', 'Peter_Chan'],
  ['  peter   chan  ', 'Peter_chan'],
  ['Comrades: Almost a Love Story', 'Comrades:_Almost_a_Love_Story'],
  ['? (film)', '%3F_(film)'],
  ['AC/DC', 'AC%2FDC'],
  ['50% Off #1', '50%25_Off_%231'],
  ["Rosie O'Donnell", "Rosie_O'Donnell"],
  ['<script>', '%3Cscript%3E'],
  ['">', '%22%3E'],
  ['a\\b^c`d{e|f}g[h]', 'A%5Cb%5Ec%60d%7Be%7Cf%7Dg%5Bh%5D'],
  ['Amélie', 'Amélie'],
  ['Ame\u0301lie', 'Amélie'],
  ['重慶森林', '重慶森林'],
  ['🎬', '🎬'],
  ['ß', 'ß'],
  ['éa', 'Éa'],
  ['..', '%2E%2E'],
  ['.', '%2E'],
  ['../../etc/passwd', '..%2F..%2Fetc%2Fpasswd'],
  ['a\u202eb', 'A%E2%80%AEb'],
  ['\u0000', '%00'],
  ['', '_'],
])('makes a segment of %j', (title, segment) => {
  expect(titleSegment(title)).toBe(segment);
});

describe('parts', () => {
  it.each([
    [['cast', 'Leon Lai'], 'cast-leon-lai'],
    [
      ['award', 'Hong Kong Film Awards', '1997', 'Best Actress', 'Maggie Cheung'],
      'award-hong-kong-film-awards-1997-best-actress-maggie-cheung',
    ],
    [['cast', 'Núria Espert'], 'cast-núria-espert'],
    [['cast', '王家卫'], 'cast-王家卫'],
    [['???'], '%3F%3F%3F'],
  ])('makes a slug of %j', (words, expected) => {
    expect(slug(...words)).toBe(expected);
  });

  it('numbers those that clash, whatever was asked for before', () => {
    const taken = new Map<string, number>();
    const whole = namedNode('https://example.org/resource/X');
    const fragments = ['a', 'a', 'a-2', 'a', 'b', 'b-2', 'b'].map((name) =>
      partIri(whole, name, taken).value.replace(/.*#/, ''),
    );
    expect(fragments).toEqual(['a', 'a-2', 'a-2-2', 'a-3', 'b', 'b-2', 'b-3']);
    expect(new Set(fragments).size).toBe(fragments.length);
  });

  it('keeps anchors apart from addresses of spans', () => {
    expect(anchor('Plot summary')).toBe('Plot_summary');
    expect(anchor('char=0,5')).toBe('char%3D0,5');
  });

  it.each([
    ['Box office', 'box_office'],
    ['No. of episodes', 'no_of_episodes'],
    ['image_size', 'image_size'],
    ['', 'unlabelled'],
    ['導演', '導演'],
  ])('makes a raw key of %j', (key, expected) => {
    expect(rawKey(key)).toBe(expected);
  });
});

it('makes IRIs that are valid, of any words, and that parsers read as they are', () => {
  const iris = new Iris('https://example.org/');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (words) => {
      const whole = iris.thing(words);
      for (const iri of [
        whole.value,
        iris.page(words).value,
        partIri(whole, slug('x', words), new Map()).value,
        partIri(whole, anchor(words), new Map()).value,
      ]) {
        expect(isIri(iri), iri).toBe(true);
        const line = `<${iri}> <urn:p> <${iri}> .`;
        const expected = [`<${iri}> <urn:p> <${iri}>`];
        expect(readWithN3(line, 'ntriples')).toEqual(expected);
        expect(readWithOxigraph(line, 'ntriples')).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['https://example.org', 'https://example.org/'],
  ['https://example.org/a/', 'https://example.org/a/'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x/'],
  ['example.org', null],
  ['https://example.org/?a', null],
  ['https://example.org/#', null],
  ['https://exa mple.org/', null],
  ['urn:x', null],
])('checks the base %j', (text, expected) => {
  expect(checkedBase(text)).toBe(expected);
});
