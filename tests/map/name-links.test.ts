/** Which page a name without a link names, if the titles of the wiki are known. */
import { expect, it } from 'vitest';
import { film, lines, mapText } from '../support/convert.js';
import type { WrittenTitles } from '../support/titles.js';
import { titlesOf } from '../support/titles.js';

async function stated(fields: string[], titles: WrittenTitles, property: string, sections = '') {
  const { statements } = await mapText(film(fields, sections), { titles: titlesOf(titles) });
  return lines(statements, (line) => line.startsWith(`X ${property} `)).map((line) => line.split(' ').at(-1));
}

const director = (titles: WrittenTitles, name = 'Ann Lee') =>
  stated([`Director: ${name}`], titles, 'schema:director');

it('takes the page of the name if its kind fits, and states so under a rule of its own', async () => {
  const text = film(['Director: Ann Lee']);
  const titles = titlesOf({ kinds: { 'Ann Lee': 'actor' } });
  const { statements } = await mapText(text, { titles });
  expect(lines(statements, (line) => /Ann_Lee/.test(line))).toEqual([
    'Ann_Lee rdf:type schema:Person',
    'Ann_Lee schema:name Ann Lee',
    'X article:nameLink Ann_Lee',
    'X schema:director Ann_Lee',
  ]);
  const links = statements.filter(({ rule }) => rule === 'titles/name');
  expect(links.map(({ span }) => span && text.slice(span.begin, span.end))).toEqual(['Ann Lee']);
});

it('takes the page that a redirect leads to', async () => {
  const titles = titlesOf({ redirects: { 'Bo Roe': 'Robert Roe' }, kinds: { 'Robert Roe': 'person' } });
  const { statements } = await mapText(film(['Director: Bo Roe']), { titles });
  expect(lines(statements, (line) => /Robert_Roe/.test(line))).toEqual([
    'Robert_Roe rdf:type schema:Person',
    'Robert_Roe schema:name Robert Roe',
    'Robert_Roe schema:alternateName Bo Roe',
    'Robert_Roe schema:sameAs Bo_Roe',
    'X article:nameLink Robert_Roe',
    'X schema:director Robert_Roe',
  ]);
});

it.each<[string, WrittenTitles, string?]>([
  ['no such page is known', {}],
  ['its kind is not known', { others: ['Ann Lee'] }],
  ['it is of another kind', { kinds: { 'Ann Lee': 'film' } }],
  ['its kind is none of the mappings', { kinds: { 'Ann Lee': 'no such kind' } }],
  ['it tells pages apart', { kinds: { 'Ann Lee': 'person' }, ambiguous: ['Ann Lee'] }],
  ['another page of the name fits', { kinds: { 'Ann Lee': 'person', 'Ann Lee (singer)': 'musical-artist' } }],
  ['another page may fit', { kinds: { 'Ann Lee': 'person' }, others: ['Ann Lee (singer)'] }],
  [
    'a page tells others of the name apart',
    { kinds: { 'Ann Lee': 'person' }, ambiguous: ['Ann Lee (disambiguation)'] },
  ],
  ['it redirects to the article itself', { redirects: { 'Ann Lee': 'X' }, kinds: { X: 'person' } }],
  ['it is a first or last name alone', { kinds: { Lee: 'person' } }, 'Lee'],
])('keeps a thing of the article if %s', async (_, titles, name = 'Ann Lee') => {
  expect(await director(titles, name)).toEqual([`X#person-${name.toLowerCase().replace(' ', '-')}`]);
});

it('takes no other page of the name into account that is about something else', async () => {
  expect(await director({ kinds: { 'Ann Lee': 'person', 'Ann Lee (ship)': 'ship' } })).toEqual(['Ann_Lee']);
});

it('makes no one of two names that redirect to one page', async () => {
  const titles = {
    redirects: { 'Ed Koe': 'Koe brothers', 'Al Koe': 'Koe brothers' },
    kinds: { 'Koe brothers': 'person' },
  };
  expect(await stated(['Producer: Ed Koe, Al Koe'], titles, 'schema:producer')).toEqual([
    'Koe_brothers',
    'X#person-al-koe',
  ]);
});

it('is one thing under all mentions of the name', async () => {
  const cast = '== Cast ==\n* Ann Lee as Tom\n';
  const { statements } = await mapText(film(['Director: Ann Lee'], cast), { titles: titlesOf({}) });
  const named = lines(statements, (line) => / schema:(director|actor) X#person/.test(line));
  expect(named.map((line) => line.split(' ').at(-1))).toEqual(['X#person-ann-lee', 'X#person-ann-lee']);
});

it('asks for more of a place that says where it is', async () => {
  const kinds = { Salem: 'settlement', 'Salem, Oregon': 'settlement' };
  const text = (of: WrittenTitles) =>
    stated([], of, 'film:filmingLocation', '== Production ==\nIt was filmed on location in Salem, Oregon.\n');
  expect(await text({ kinds })).toEqual(['Salem,_Oregon']);
  expect(await text({ kinds: { Salem: 'settlement' } })).toEqual(['X#place-salem-oregon']);
});

it('leaves names as they are without titles, and if they are not to be looked up', async () => {
  const text = film(['Director: Ann Lee', 'Producer: Bo Roe']);
  const titles = titlesOf({ kinds: { 'Ann Lee': 'film' } });
  const plain = (await mapText(text)).statements;
  expect((await mapText(text, { titles, nameLinks: false })).statements).toEqual(plain);
  expect(lines(plain, (line) => line.startsWith('X schema:director'))).toEqual(['X schema:director Ann_Lee']);
});
