/** The queries that come with the program, over the article that the project keeps. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aboutArticle, namedQueries } from '../../src/query/named-queries.js';
import type { EmbeddedStore } from '../../src/store/embedded-store.js';
import { openEmbeddedStore } from '../../src/store/embedded-store.js';

const cases = join(import.meta.dirname, '../cases');
let store: EmbeddedStore;
let person: EmbeddedStore;
beforeAll(async () => {
  store = await openEmbeddedStore([join(cases, 'comrades-almost-a-love-story/graph.span.trig')]);
  person = await openEmbeddedStore([join(cases, 'ida-holmvik/article.ttl')]);
});
afterAll(async () => {
  await store.close();
  await person.close();
});

async function answer(name: string, of = store): Promise<string[]> {
  const query = namedQueries().find((one) => one.name === name)?.text as string;
  const limits = { seconds: 20, rows: 1000 };
  const { body } = await of.query({ query, results: 'csv', graphs: 'turtle', limits });
  return body.trimEnd().split('\r\n');
}

it('are these, each with a description', () => {
  const queries = namedQueries();
  expect(queries.map(({ name }) => name)).toEqual(
    'awards cast credits facts links money people places provenance rankings releases reviews screenings sections timeline unmapped'.split(
      ' ',
    ),
  );
  for (const { description } of queries) expect(description).toMatch(/^[A-Z].{15,90}[^.]$/);
});

it('credits', async () => {
  expect(await answer('credits')).toEqual([
    'role,name',
    'cinematographer,Jingle Ma',
    'director,Peter Chan',
    'distributor,Golden Harvest',
    'editor,Chan Ki-hop',
    'editor,Kwong Chi-Leung',
    'musicBy,Chiu Tsang-Hei',
    'producer,Peter Chan',
    'productionCompany,Golden Movies International',
    'productionCompany,United Filmakers Organization',
    'screenwriter,Ivy Ho',
    'starring,Leon Lai',
    'starring,Maggie Cheung',
  ]);
});

it('cast', async () => {
  const rows = await answer('cast');
  expect(rows.slice(0, 3)).toEqual([
    'position,actor,character',
    '1,Leon Lai,Lai Siu-gwan',
    '2,Maggie Cheung,Lee Kiu',
  ]);
  expect(rows).toHaveLength(10);
});

it('facts', async () => {
  const rows = await answer('facts');
  // The store keeps what a duration is worth, not how it was written: PT116M.
  for (const row of ['class,https://schema.org/Movie', 'countryOfOrigin,Hong Kong', 'duration,PT1H56M'])
    expect(rows).toContain(row);
});

it('the same of somebody', async () => {
  const facts = await answer('facts', person);
  for (const row of ['class,https://schema.org/Person', 'birthDate,1908-03-14', 'height,5 ft 4 in'])
    expect(facts).toContain(row);
  // What no mapping reads is a fact of no known sort, and the lead is the article's own text.
  expect(facts.some((row) => /^(?:favourite_colour|abstract),/.test(row))).toBe(false);
  expect(await answer('people', person)).toEqual([
    'relation,name',
    'children,Nora Holmvik',
    'parent,Anders Strand',
    'parent,Berit Strand',
    'relatedTo,Per Strand',
    'spouse,Ewan Greig',
    'spouse,Karl Holmvik',
    'spouse,Tor Lie',
    'termOfOffice/predecessor,Hugh Bell',
  ]);
  const places = await answer('places', person);
  for (const row of ['birthPlace,Skarnes Hospital', 'deathPlace,Aberdeen', 'allegiance,Norway'])
    expect(places).toContain(row);
  const timeline = await answer('timeline', person);
  expect(timeline.slice(0, 2)).toEqual(['date,what,name', '1908-03-14,birthDate,']);
  expect(timeline).toContain('1946-05-04,startDate,Ewan Greig');
  expect(timeline.at(-1)).toBe('1987-11-02,deathDate,');
  const links = await answer('links', person);
  expect(links).toContain('notableWork,https://example.org/resource/Slow_Water,Slow Water');
  expect(links).toContain('termOfOffice/predecessor,https://example.org/resource/Hugh_Bell,Hugh Bell');
});

it('people, places, dates and links of a film', async () => {
  const people = await answer('people');
  for (const row of ['actor,Leon Lai', 'director,Peter Chan', 'review/author,Nick Newman'])
    expect(people).toContain(row);
  const places = await answer('places');
  for (const row of ['filmingLocation,New York City', 'countryOfOrigin,Hong Kong'])
    expect(places).toContain(row);
  expect(await answer('timeline')).toContain('2012,startDate,Hong Kong International Film Festival');
  expect(await answer('links')).toContain('director,https://example.org/resource/Peter_Chan,Peter Chan');
});

it('awards', async () => {
  const rows = await answer('awards');
  expect(rows[0]).toBe('body,edition,year,category,recipient,outcome');
  expect(rows).toContain('Golden Horse Awards,34,,Best Actress,,Won');
  expect(rows).toContain('Golden Bauhinia Awards,,1997,Best Actress,Maggie Cheung,');
});

it('money, releases, screenings', async () => {
  expect(await answer('money')).toEqual([
    'kind,currency,amount,maxAmount,territory',
    'boxOffice,HKD,15557580,,Hong Kong',
  ]);
  expect(await answer('releases')).toEqual(['date,place', '1996-11-02,Hong Kong']);
  expect(await answer('screenings')).toEqual([
    'event,date',
    'Hong Kong International Film Festival,2012',
    '70th Venice International Film Festival,2013',
  ]);
});

it('rankings and reviews', async () => {
  const rankings = await answer('rankings');
  expect(rankings[0]).toBe('list,publisher,year,position');
  expect(rankings).toContain('Greatest Chinese Films of all time,Chinese Movie Database,,11');
  const reviews = await answer('reviews');
  expect(reviews[0]).toBe('critic,outlet,quote');
  expect(reviews).toContain('Richard James Havis,Asiaweek,"accomplished, oftentimes wry script"');
});

it('sections and unmapped', async () => {
  expect(await answer('sections')).toEqual([
    'position,level,title',
    '1,2,Plot',
    '2,2,Cast',
    '3,2,Production',
    '4,2,Release',
    '5,2,Reception',
    '6,2,Accolades',
  ]);
  expect(await answer('unmapped')).toEqual(['key,value']);
});

it('provenance', async () => {
  const rows = await answer('provenance');
  expect(rows[0]).toBe('property,object,begin,end,text');
  const directed = rows.filter((row) => row.startsWith('https://schema.org/director,Peter Chan,'));
  expect(directed.length).toBeGreaterThan(0);
  for (const row of directed) expect(row).toMatch(/,Peter Chan$/);
});

it('all are asked of one article, by its title or its page', async () => {
  const base = 'https://example.org/';
  const limits = { seconds: 20, rows: 1000 };
  for (const { name, text } of namedQueries()) {
    const rows = async (article: string): Promise<string> => {
      const query = aboutArticle(text, article, base);
      return (await store.query({ query, results: 'csv', graphs: 'turtle', limits })).body;
    };
    const all = (await answer(name)).join('\r\n');
    expect((await rows('comrades: Almost a Love Story')).trimEnd(), name).toBe(all);
    expect((await rows(`${base}page/Comrades:_Almost_a_Love_Story`)).trimEnd(), name).toBe(all);
    expect((await rows('Another> } <http://x')).trimEnd(), name).toBe(all.split('\r\n')[0]);
  }
});
