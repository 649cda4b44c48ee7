/** Languages, countries, releases, quantities, works and pieces. */
import { expect, it } from 'vitest';
import { readCountries } from '../../src/value/country.js';
import { readPlace } from '../../src/value/known-place.js';
import { readLanguages } from '../../src/value/language.js';
import { splitPieces } from '../../src/value/pieces.js';
import { readQuantities } from '../../src/value/quantity.js';
import { readReleases } from '../../src/value/release.js';
import { readWork } from '../../src/value/work.js';
import { tables } from '../support/convert.js';

const all = await tables();

it.each([
  ['Cantonese', ['yue']],
  ['English, Hindi and Italian', ['en', 'hi', 'it']],
  ['Japanese, English (United States)', ['ja', 'en']],
  ['Mandarin / Cantonese', ['cmn', 'yue']],
  ['Tamil language', ['ta']],
  ['English intertitles', ['en']],
  ['english', ['en']],
  ['Scottish Gaelic', ['gd']],
])('reads the languages of %j', (text, expected) => {
  const { found, unread } = readLanguages(text, all);
  expect(found.map(({ value }) => value)).toEqual(expected);
  expect(unread).toEqual([]);
});

it.each(['Silent', 'Elvish', '(Japan)', 'Eng'])('knows no language %j', (text) => {
  expect(readLanguages(text, all).found).toEqual([]);
  expect(readLanguages(text, all).unread).toHaveLength(1);
});

it.each([
  ['Hong Kong', ['Hong Kong']],
  ['US', ['United States']],
  ['USA, UK', ['United States', 'United Kingdom']],
  ['Hong Kong/China', ['Hong Kong', 'China']],
  ['France and Italy', ['France', 'Italy']],
  ['France, Italy, and Spain', ['France', 'Italy', 'Spain']],
  ['Bosnia and Herzegovina', ['Bosnia and Herzegovina']],
  ['United States[1]', ['United States']],
  ['West Germany', ['West Germany']],
  ['Ruritania', ['Ruritania']],
])('reads the countries of %j', (text, expected) => {
  const { found, unread } = readCountries(text, all);
  expect(found.map(({ value }) => value.name)).toEqual(expected);
  expect(found.every(({ value }) => value.isCountry)).toBe(true);
  expect(unread).toEqual([]);
});

it('reads no country where none is named', () => {
  expect(readCountries('see text, 1996', all).found).toEqual([]);
  expect(readCountries('see text, 1996', all).unread).toHaveLength(2);
});

it.each([
  ['US', { name: 'United States', isCountry: true }],
  ['the United Kingdom', { name: 'United Kingdom', isCountry: true }],
  ['North America', { name: 'North America', isCountry: false }],
  ['US/Canada', { name: 'United States and Canada', isCountry: false }],
  ['TIFF', null],
  ['premiere', null],
])('knows the place %j', (text, expected) => {
  expect(readPlace(text, all)).toEqual(expected);
});

it('reads releases with the places beside them', () => {
  const text = 'May 14, 2018 (Cannes), August 10, 2018 (US, Canada), Japan: 3 May 1999 (1999-05-03), 2000';
  const { found, unread } = readReleases(text, all);
  expect(
    found.map(({ value }) => [
      value.date.lexical,
      value.places.map((place) => place.value.name),
      value.notes.map(({ begin, end }) => text.slice(begin, end)),
    ]),
  ).toEqual([
    ['2018-05-14', [], ['Cannes']],
    ['2018-08-10', ['United States', 'Canada'], []],
    ['1999-05-03', ['Japan'], []],
    ['2000', [], []],
  ]);
  expect(unread).toEqual([]);
});

it('leaves unread what is no date', () => {
  const text = '30 February 1999 (Norway), soon, 1996–97';
  const { found, unread } = readReleases(text, all);
  expect(found).toEqual([]);
  expect(unread.map(({ begin, end }) => text.slice(begin, end))).toEqual([
    '30 February 1999 (Norway)',
    'soon',
    '1996–97',
  ]);
});

it('reads quantities with units', () => {
  const { found, unread } = readQuantities('3,181 metres, 35 mm, 12 smoots, 7, 41st', all);
  expect(found.map(({ value }) => value)).toEqual([
    { minimum: '3181', maximum: '3181', unit: 'MTR', isAbout: false },
    { minimum: '35', maximum: '35', unit: 'MMT', isAbout: false },
  ]);
  expect(unread).toHaveLength(3);
});

it.each([
  ['Flowers for Algernon by Daniel Keyes', 'Flowers for Algernon', ['Daniel Keyes']],
  ['"The Sentinel" by A. B. Roe and C. D. Poe', 'The Sentinel', ['A. B. Roe', 'C. D. Poe']],
  ['The Keepers', 'The Keepers', []],
  ['"The Odyssey" by Homer', 'The Odyssey', ['Homer']],
  ['Government by the People', 'Government by the People', []],
])('reads the work %j', (text, title, authors) => {
  const work = readWork(text, all);
  expect(work && text.slice(work.title.begin, work.title.end)).toBe(title);
  expect(work?.authors.map(({ value }) => value)).toEqual(authors);
});

it.each([
  'Characters by Silas Webb',
  'Characters, by DC Comics, Lego Construction Toys',
  'novel',
  'A, B',
  'Stand by Me',
])('names no one work: %j', (text) => {
  expect(readWork(text, all)).toBeNull();
});

it('cuts pieces outside brackets, quotation marks and numbers', () => {
  const cores = (text: string): string[] =>
    splitPieces(text).map(({ core }) => text.slice(core.begin, core.end));
  expect(cores('a (b, c), "d, e", 1,512; f • g / h')).toEqual(['a', '"d, e"', '1,512', 'f', 'g', 'h']);
  expect(cores('(a, b')).toEqual(['(a', 'b']);
  expect(cores(', ,,')).toEqual([]);
  expect(cores('x (1) (2) [3]')).toEqual(['x']);
});
