import { describe, expect, it } from 'vitest';
import { mapArticle } from '../../src/map.js';
import { openWorkshop } from '../../src/pipeline.js';
import { lines } from '../support/convert.js';
import { parse } from '../support/parse.js';

const person = `kind: person
class: schema:Person
signs:
  templates: [infobox person]
  nouns: [writer, painter]
lead:
  life: { birthDate: schema:birthDate, birthPlace: schema:birthPlace, deathDate: schema:deathDate, deathPlace: schema:deathPlace }
fields:
  born: { labels: [birth date], property: schema:birthDate, value: date }
`;
const { workshop, problems } = await openWorkshop({
  mappingFiles: [{ name: 'person.yaml', text: person }],
  validate: false,
});

function said(lead: string, box = ''): string[] {
  if (!workshop) throw new Error(JSON.stringify(problems));
  const { article } = parse({
    name: 'a.wiki',
    text: `${box}\n${lead}`,
    title: 'Ann Lee',
    format: 'wikitext',
  });
  const options = { base: 'https://example.org/', language: 'en', sourceName: 'a.wiki' };
  const { statements, problems: found } = mapArticle(article, workshop.mappings, options);
  const codes = found.filter(({ code }) => code === 'contradiction').map(({ code }) => code);
  return [...lines(statements, (line) => /schema:(?:birth|death)/.test(line)), ...codes];
}

describe('birth and death in the first sentence', () => {
  it.each<[string, string[]]>([
    [
      "'''Ann Lee''' (born 7 February 1931 in [[Oslo]]) is a Norwegian writer.",
      ['Ann_Lee schema:birthDate 1931-02-07', 'Ann_Lee schema:birthPlace Oslo'],
    ],
    [
      "'''Ann Marie Lee''' ({{IPAc-en|l|iː}}; [[Paris, Texas]], 7 February 1931 – [[Oslo]], 3 May 2001) was a painter.",
      [
        'Ann_Lee schema:birthDate 1931-02-07',
        'Ann_Lee schema:birthPlace Paris,_Texas',
        'Ann_Lee schema:deathDate 2001-05-03',
        'Ann_Lee schema:deathPlace Oslo',
      ],
    ],
    [
      "'''Ann Lee''' (1931–2001) was a writer.",
      ['Ann_Lee schema:birthDate 1931', 'Ann_Lee schema:deathDate 2001'],
    ],
    ["'''Ann Lee''' is a writer (1990–2001).", []],
    ["'''Ann Lee''' is a writer. Her brother Bo (born 7 February 1931) is a painter.", []],
    ["'''Ann Lee''' (c. 1931 – 3 May 2001) was a writer.", ['Ann_Lee schema:deathDate 2001-05-03']],
  ])('%s', (lead, expected) => {
    expect(said(lead)).toEqual(expected);
  });

  it('says no more than the infobox where both give a date', () => {
    const box = (date: string): string => `{{Infobox person|name=Ann Lee|birth_date=${date}}}`;
    const lead = "'''Ann Lee''' (born 7 February 1931) is a writer.";
    expect(said(lead, box('7 February 1931'))).toEqual(['Ann_Lee schema:birthDate 1931-02-07']);
    expect(said(lead, box('1931'))).toEqual(['Ann_Lee schema:birthDate 1931']);
    expect(said(lead, box('8 February 1931'))).toEqual([
      'Ann_Lee schema:birthDate 1931-02-08',
      'contradiction',
    ]);
  });
});
