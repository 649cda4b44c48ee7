/** What sentences become in the graph. Whether each pattern reads what it should is held by its own examples. */
import { describe, expect, it } from 'vitest';
import { shorten } from '../../../src/rdf/vocabulary.js';
import type { Statement } from '../../../src/statement.js';
import { film, lines, mapText, valuesOf } from '../../support/convert.js';
import { growth, linear } from '../../support/growth.js';

async function read(
  sentences: string,
  heading = 'Release',
  fields: readonly string[] = ['Director: Ann Lee'],
) {
  return mapText(film(fields, `== ${heading} ==\n${sentences}\n`));
}

/** The values of a property, whatever has it. */
function objects(statements: readonly Statement[], property: string): string[] {
  const stated = statements.filter(({ predicate }) => shorten(predicate.value) === property);
  return [...new Set(stated.map(({ object }) => object.value))];
}

const about = (property: string) => (line: string) => line.includes(` ${property} `);

it('states an amount of infobox and sentence once, with the place that the sentence adds', async () => {
  const { statements } = await read('The film grossed HK$5,000,000 in Hong Kong.', 'Release', [
    'Country: Hong Kong',
    'Gross: HK$5,000,000',
  ]);
  expect(new Set(lines(statements, about('film:boxOffice')))).toEqual(
    new Set(['X film:boxOffice X#box-office-hkd-5000000']),
  );
  expect(lines(statements, about('film:territory'))).toEqual([
    'X#box-office-hkd-5000000 film:territory Hong_Kong',
  ]);
  const spans = statements
    .filter(({ predicate }) => predicate.value.endsWith('#boxOffice'))
    .map(({ rule }) => rule);
  expect(spans).toEqual(['film/fields/boxOffice', 'film/sentences/box-office']);
});

it('keeps both where infobox and sentence say different amounts, and warns', async () => {
  const { statements, problems } = await read('The film grossed $9 million.', 'Release', [
    'Country: United States',
    'Gross: $5 million',
  ]);
  expect(objects(statements, 'schema:value')).toEqual(['5000000', '9000000']);
  expect(problems.filter(({ code }) => code === 'contradiction').map(({ message }) => message)).toEqual([
    '"$9 million": elsewhere the article says another box office; both are in the graph.',
  ]);
});

it('knows every place where somebody is named for the same', async () => {
  const source = film(['Director: Ann Lee'], '', 'X is a 2001 film directed by Ann Lee.');
  const { statements } = await mapText(source);
  const directed = statements.filter(({ predicate }) => shorten(predicate.value) === 'schema:director');
  expect(directed.map(({ rule }) => rule)).toEqual(['film/fields/director', 'film/sentences/director']);
  expect(new Set(directed.map(({ object }) => object.value)).size).toBe(1);
});

it('reads words that the runtime gives every object', async () => {
  const { statements } = await read('It grossed $5 million at the Constructor box office.');
  expect(objects(statements, 'schema:value')).toEqual(['5000000']);
  expect(objects(statements, 'film:territory')).toEqual(['https://example.org/resource/Constructor']);
});

it('states a release of infobox and sentence once', async () => {
  const { statements } = await read('X was released in France on 3 May 2001.', 'Release', [
    'Released: 3 May 2001 (France), 5 May 2001 (Italy)',
  ]);
  expect(new Set(lines(statements, about('schema:releasedEvent')))).toEqual(
    new Set([
      'X schema:releasedEvent X#release-2001-05-03-france',
      'X schema:releasedEvent X#release-2001-05-05-italy',
    ]),
  );
});

it('warns of another day for the same place, and keeps both', async () => {
  const { statements, problems } = await read('X was released in France on 4 May 2001.', 'Release', [
    'Released: 3 May 2001 (France)',
  ]);
  expect(objects(statements, 'schema:startDate')).toEqual(['2001-05-03', '2001-05-04']);
  expect(problems.filter(({ code }) => code === 'contradiction')).toHaveLength(1);
});

it('knows which characters of the cast the plot speaks of', async () => {
  const cast = '== Cast ==\n- Bo Roe as Kim Stone\n- Cy Poe as Lea\n- Di Moe as Max\n';
  const source = film(['Director: Ann Lee'], `== Plot ==\nKim Stone meets Leander and Max.\n\n${cast}`);
  const { statements } = await mapText(source);
  expect(lines(statements, about('schema:mentions'))).toEqual([
    'X#Plot schema:mentions X#cast-bo-roe',
    'X#Plot schema:mentions X#cast-di-moe',
  ]);
});

it('takes the first showing for the date of publication', async () => {
  const { statements } = await read(
    'X premiered at the Stone Film Festival on 1 March 2001. It was released in France on 3 May 2001.',
  );
  expect(valuesOf(statements, 'schema:datePublished')).toEqual(['2001-03-01']);
});

it('adds to the row of a table what a sentence says of the same recognition', async () => {
  const table = '| Award | Year | Category | Recipient |\n| Stone Awards | 1997 | Best Actress | Ann Lee |\n';
  const { statements } = await mapText(
    film(
      ['Director: Ann Lee'],
      `== Accolades ==\n${table}\n\n== Reception ==\nIt won Best Actress at the 16th Stone Awards.\n`,
    ),
  );
  const node = 'X#award-stone-awards-1997-best-actress-ann-lee';
  expect(lines(statements, about('award:work'))).toEqual([`${node} award:work X`]);
  expect(lines(statements, about('award:edition'))).toEqual([`${node} award:edition 16`]);
  expect(lines(statements, about('award:outcome'))).toEqual([`${node} award:outcome award:Won`]);
});

it('knows a person by the last name, where only one has it', async () => {
  const fields = ['Director: Ann Lee', 'Starring: Bo Roe, Cy Poe, Di Poe'];
  const { statements } = await read(
    'Roe won the Stone Award for Best Actor. Poe won the Stone Award for Best Song.',
    'Accolades',
    fields,
  );
  expect(lines(statements, about('award:recipient')).map((line) => line.split(' ').at(-1))).toEqual([
    'Bo_Roe',
  ]);
});

it('warns of names that may be spellings of one, and keeps them two', async () => {
  const { statements, problems } = await read('', 'Release', ['Starring: Kim Yang, Kim Yeung, Kim Lane']);
  expect(problems.filter(({ code }) => code === 'similar-names').map(({ message }) => message)).toEqual([
    '"Kim Yang" and "Kim Yeung" may be one person; they are two in the graph.',
  ]);
  expect(lines(statements, about('film:starring'))).toHaveLength(3);
});

it('takes those who have a part in a film for no critics of it', async () => {
  const { statements } = await read(
    'Ann Lee said that "it was the hardest film of all". Ida Holm said that "it is the finest film of all".',
    'Reception',
  );
  expect(objects(statements, 'schema:reviewBody')).toEqual(['it is the finest film of all']);
});

it('takes the giver from the sentence before', async () => {
  const { statements } = await read(
    'The film won the Stone Award for Best Song. It was also nominated for Best Film.',
    'Accolades',
  );
  expect(lines(statements, about('award:body')).map((line) => line.split(' ').at(-1))).toEqual([
    'Stone_Award',
    'Stone_Award',
  ]);
});

describe('reads nothing from', () => {
  it.each([
    'The film was not released in France on 3 May 2001.',
    'The film was expected to gross $9 million.',
    'His earlier film, The Other, grossed $9 million.',
    'The soundtrack was released on 3 May 2001. It was released again on 4 May 2001.',
    "The film's sequel grossed $9 million.",
    'Unlike the first one, the film could have grossed $9 million.',
    'If the film grossed $9 million, he would be paid.',
    'Her earlier film, The Other, was shot in Paris.',
    'In its second weekend, the film grossed $9 million.',
  ])('%s', async (sentence) => {
    const { statements } = await read(sentence);
    expect(statements.filter(({ rule }) => rule.includes('/sentences/')).map(({ rule }) => rule)).toEqual([]);
  });
});

it('reads nothing from a section about something else', async () => {
  const text = 'The film was released in France on 3 May 2001.';
  expect(objects((await read(text, 'Sequel')).statements, 'schema:startDate')).toEqual([]);
  expect(objects((await read(text, 'Release')).statements, 'schema:startDate')).toEqual(['2001-05-03']);
});

it('shows the words of every statement', async () => {
  const text = 'Ann Lee of Stone Weekly called X "a film that sings and sings".';
  const source = film(['Director: Bo Roe'], `== Reception ==\n${text}\n`);
  const { statements } = await mapText(source);
  const body = statements.find(({ predicate }) => predicate.value.endsWith('reviewBody'));
  expect(source.slice(body?.span?.begin, body?.span?.end)).toBe('a film that sings and sings');
});

it('takes time in line with the length of a paragraph', async () => {
  const hostile = (size: number): string =>
    'The film won the Best Film and Best Film and the Best award of the Best '.repeat(size);
  const cost = (text: string): Promise<unknown> => read(text, 'Reception');
  expect(await growth(cost, hostile, 800)).toBeLessThanOrEqual(linear);
  // Sentences of more words than prose has are not fitted; those below cost a bounded number of steps each.
  expect(await growth(cost, (count) => `${hostile(12)}. `.repeat(count), 16)).toBeLessThanOrEqual(linear);
});

it('carries on who gives awards, and no award that is called special', async () => {
  const { statements } = await read(
    'At the 53rd Stone Awards, X won the award for Best Sound. X also received the Special Achievement Stone Award for Best Visual Effects. Composer Ann Lee was also nominated for Best Original Score.',
    'Accolades',
  );
  const nominated = lines(statements, about('award:body')).filter((line) =>
    line.includes('best-original-score'),
  );
  expect(nominated.map((line) => line.replace(/.* award:body /, ''))).toEqual(['Stone_Awards']);
});
