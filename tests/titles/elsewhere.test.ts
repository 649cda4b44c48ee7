import { expect, it } from 'vitest';
import { dbpediaIri } from '../../src/titles/elsewhere.js';
import { areOf } from '../../src/titles.js';

it("writes DBpedia's IRIs as DBpedia does", () => {
  const iri = (key: string, wiki = 'en.wikipedia.org') => dbpediaIri(key, { wiki });
  expect(iri('Salt_Road')).toBe('http://dbpedia.org/resource/Salt_Road');
  expect(iri("Éva's_(film),_A&B:_2/3*")).toBe("http://dbpedia.org/resource/Éva's_(film),_A&B:_2/3*");
  expect(iri('What?_"100%"')).toBe('http://dbpedia.org/resource/What%3F_%22100%25%22');
  expect(iri('A^B`\\')).toBe('http://dbpedia.org/resource/A%5EB%60%5C');
  expect(iri('Salz', 'de.wikipedia.org')).toBe('http://de.dbpedia.org/resource/Salz');
  expect(iri('Salt', 'salt.example.org')).toBe(null);
  expect(iri('Salt', 'enwiki')).toBe(null);
  // No IRI holds such a character.
  expect(iri('Salt\ue000')).toBe(null);
});

it('knows articles of its own wiki, and of its language where the wiki is not known', () => {
  const fits = (site: object, source: object) =>
    areOf(
      {
        site,
        endOf: () => null,
        namesakesOf: () => [],
        elsewhere: () => ({ wikidata: null, dbpedia: null }),
      },
      source,
    );
  const english = { wiki: 'en.wikipedia.org', language: 'en' };
  expect(fits(english, { wiki: 'en.wikipedia.org', language: 'en' })).toBe(true);
  expect(fits(english, { wiki: 'en.wikibooks.org', language: 'en' })).toBe(false);
  expect(fits(english, { language: 'en-GB' })).toBe(true);
  expect(fits(english, { language: 'de' })).toBe(false);
  expect(fits(english, {})).toBe(true);
  // The name of a database says nothing of a host.
  expect(fits(english, { wiki: 'enwiki', language: 'en' })).toBe(true);
});
