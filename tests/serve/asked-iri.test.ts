/** Paths as they are sent, and the IRIs that they mean: those of GRAPH.md's rules for titles. */
import { describe, expect, it } from 'vitest';
import { Iris } from '../../src/rdf/iris.js';
import { askedIri, pathOf } from '../../src/serve/asked-iri.js';

const base = 'https://example.org/';
const title = (path: string): string | null => {
  const asked = askedIri(base, path);
  return asked === null || asked === 'malformed' ? asked : asked.title;
};

describe('a path', () => {
  it.each([
    ['/resource/Peter_Chan', 'Peter_Chan'],
    ['/resource/Am%C3%A9lie', 'Amélie'],
    ['/resource/Am%c3%a9lie', 'Amélie'],
    ['/resource/Ame%CC%81lie', 'Amélie'],
    ['/resource/Comrades:_Almost_a_Love_Story', 'Comrades:_Almost_a_Love_Story'],
    ['/resource/Comrades%3A_Almost_a_Love_Story', 'Comrades:_Almost_a_Love_Story'],
    ['/resource/100%25_Wolf', '100%25_Wolf'],
    ['/resource/100%2525', '100%2525'],
    ['/resource/What%3F', 'What%3F'],
    ['/resource/What%3f', 'What%3F'],
    ['/resource/C%23', 'C%23'],
    ['/resource/%22A%22', '%22A%22'],
    ['/resource/a%0D%0Ab', 'a%0D%0Ab'],
    ['/resource/AC%2FDC', 'AC%2FDC'],
    ['/resource/AC/DC', 'AC/DC'],
    ['/resource/%E7%94%9C%E8%9C%9C%E8%9C%9C', '甜蜜蜜'],
    ['/resource/(film)', '(film)'],
    ['/resource/..', '%2E%2E'],
    ['/resource/%2E', '%2E'],
    ['/resource/%ED%A0%80', 'malformed'],
    ['/resource/%E9', 'malformed'],
    ['/resource/%', 'malformed'],
    ['/resource/%zz', 'malformed'],
    ['/resource/', null],
    ['/resource', null],
    ['/other/X', null],
    ['/', null],
  ])('%s asks for %j', (path, expected) => {
    expect(title(path)).toBe(expected);
  });

  it('is under the path of the base', () => {
    const deep = 'https://example.org/data/v1/';
    expect(askedIri(deep, '/data/v1/page/X')).toEqual({ kind: 'page', title: 'X' });
    expect(askedIri(deep, '/page/X')).toBeNull();
    expect(pathOf(deep, { kind: 'page', title: 'X' })).toBe('/data/v1/page/X');
  });

  it.each([
    'Amélie',
    '100% Wolf',
    'What?',
    'C#',
    'AC/DC',
    '.',
    '..',
    'a"b<c>',
    '甜蜜蜜',
    '𝔘nicode',
    "L'Avventura, (film)",
  ])('to the thing called %j, sent as URLs are, asks for its IRI', (name) => {
    const { value } = new Iris(base).thing(name);
    const asked = askedIri(
      base,
      pathOf(base, { kind: 'resource', title: value.slice(`${base}resource/`.length) }),
    );
    expect(asked).toEqual({ kind: 'resource', title: value.slice(`${base}resource/`.length) });
    expect(
      pathOf(base, { kind: 'page', title: asked === null || asked === 'malformed' ? '' : asked.title }),
    ).toMatch(/^[\u0021-\u007e]+$/);
  });
});
