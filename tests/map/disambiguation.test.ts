/** Pages that tell pages of like titles apart. */
import { describe, expect, it } from 'vitest';
import { convertSource, openWorkshop } from '../../src/pipeline.js';
import { shorten } from '../../src/rdf/vocabulary.js';

const opened = openWorkshop();

async function converted(text: string, options: { readonly disambiguations?: boolean }) {
  const { workshop } = await opened;
  if (!workshop) throw new Error('The package’s own mappings have errors.');
  const source = { name: 'x.wiki', title: 'Salt (disambiguation)', text, format: 'wikitext' } as const;
  return convertSource(source, workshop, { base: 'https://example.org/', language: 'en', ...options });
}

const text = `'''Salt''' is [[Sodium chloride|a mineral]].

'''Salt''' may also mean:
* [[Salt (cryptography)]], random [[data]]
* ''[[Salt Road (film)|Salt]]'', a 2001 film by [[Ann Lee]]
* "[[Salt Song]]", a song
* A character in [[Salt Wind]]
* Seasoned [[salt]]
* [[:Category:Salt]]
* [[Salt Road (film)#Cast|Salt]], a character
== People ==
* [[Bo Salt]] (born 1931), [[chess]] player
== See also ==
* [[Sault]]
{{disambiguation}}`;

describe('a disambiguation page', () => {
  it('leads to what its entries begin with, or to a page of the same name', async () => {
    const { statements, report } = await converted(text, { disambiguations: true });
    const meanings = statements
      .filter(({ predicate }) => shorten(predicate.value) === 'article:disambiguates')
      .map(({ object }) => object.value.replace('https://example.org/resource/', ''));
    expect(meanings).toEqual(['Salt_(cryptography)', 'Salt_Road_(film)', 'Salt_Song', 'Salt', 'Bo_Salt']);
    const [first] = statements;
    expect(first?.subject.value).toBe('https://example.org/page/Salt_(disambiguation)');
    expect(first && shorten(first.object.value)).toBe('article:Disambiguation');
    expect(report?.results).toEqual([]);
  });

  it('is left out where nobody asks for it', async () => {
    const { statements, left } = await converted(text, {});
    expect([statements, left]).toEqual([[], 'disambiguation']);
  });
});
