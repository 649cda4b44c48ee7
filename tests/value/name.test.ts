import { expect, it } from 'vitest';
import { readNames } from '../../src/value/name.js';
import type { NameStyle } from '../../src/value/name-style.js';
import { isOrganisation } from '../../src/value/name-style.js';
import { tables } from '../support/convert.js';

const all = await tables();

const names = (text: string, style: NameStyle): string[] =>
  readNames(text, style, all).found.map(({ value }) => value);

it.each([
  ['Ann Lee, Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee, Bo Chan and Cy Roe', ['Ann Lee', 'Bo Chan', 'Cy Roe']],
  ['Ann Lee, Bo Chan, and Cy Roe', ['Ann Lee', 'Bo Chan', 'Cy Roe']],
  ['Ann Lee & Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee / Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee/Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee; Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee\nBo Chan', ['Ann Lee', 'Bo Chan']],
  ['Ann Lee<br />Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Alan Hale, Jr., Bo Chan', ['Alan Hale, Jr.', 'Bo Chan']],
  ['Bo Chan, Jr. and Ann Lee', ['Bo Chan, Jr.', 'Ann Lee']],
  ['Bo Chan, Sr. & Ann Lee, III', ['Bo Chan, Sr.', 'Ann Lee, III']],
  ['Bo Chan, Jr Stone and Ann Lee', ['Bo Chan', 'Jr Stone', 'Ann Lee']],
  ['Alan Hale Sr.', ['Alan Hale Sr.']],
  ['Ann Lee (uncredited)', ['Ann Lee']],
  ['(Songs), Ann Lee, (Score), Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Background score:, Ann Lee, Songs:, Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Songs: Ann Lee', ['Ann Lee']],
  ['Ann Lee, play, Bo Chan, script', ['Ann Lee', 'Bo Chan']],
  ['R. J. Roe, ASC', ['R. J. Roe']],
  ['Ann Lee[1], Bo Chan[a]', ['Ann Lee', 'Bo Chan']],
  ['<small>Ann Lee</small>', ['Ann Lee']],
  ['Olivia de Havilland', ['Olivia de Havilland']],
  ["Una O'Connor", ["Una O'Connor"]],
  ['Rebecca "Becky" Sharp', ['Rebecca "Becky" Sharp']],
  ['Cher', ['Cher']],
  ['50 Cent', ['50 Cent']],
  ['王家卫、张曼玉', ['王家卫', '张曼玉']],
  ['Salim–Javed', ['Salim–Javed']],
  ['Nick Roe and the Bad Seeds', ['Nick Roe and the Bad Seeds']],
])('reads people in %j', (text, expected) => {
  expect(names(text, 'person')).toEqual(expected);
  expect(readNames(text, 'person', all).unread).toEqual([]);
});

it.each([
  [
    'Golden Movies International, United Filmakers Organization',
    ['Golden Movies International', 'United Filmakers Organization'],
  ],
  ['40 Acres and a Mule Filmworks', ['40 Acres and a Mule Filmworks']],
  ['Robertson and Associates', ['Robertson and Associates']],
  ['Paloma Films and Rio Studios', ['Paloma Films', 'Rio Studios']],
  ['Zadan/Meron Productions', ['Zadan/Meron Productions']],
  ['Lego System A/S', ['Lego System A/S']],
  ['Metro-Goldwyn-Mayer, Inc.', ['Metro-Goldwyn-Mayer, Inc.']],
  ['Stone, Key & Lock Effects', ['Stone, Key & Lock Effects']],
  [
    'Generalitat de Catalunya - Departament de Cultura',
    ['Generalitat de Catalunya - Departament de Cultura'],
  ],
  ['Canal+ España', ['Canal+ España']],
  [
    'Focus Features (United States), United International Pictures (United Kingdom)',
    ['Focus Features', 'United International Pictures'],
  ],
])('reads organisations in %j', (text, expected) => {
  expect(names(text, 'organisation')).toEqual(expected);
});

it.each([
  ['Televista Digitals Limited', ['Televista Digitals Limited']],
  ['Eros International, Pankaj Razdan', ['Eros International', 'Pankaj Razdan']],
  ['Ann Lee and Bo Chan', ['Ann Lee', 'Bo Chan']],
  ['Marrow & Pine Pictures', ['Marrow & Pine Pictures']],
])('reads agents in %j', (text, expected) => {
  expect(names(text, 'any')).toEqual(expected);
});

it.each([
  'N/A',
  'TBA',
  'unknown',
  'various',
  'see below',
  'the whole team',
  'x = y',
  'https://example.org',
  '(songs)',
  'a:b',
  'A'.repeat(200),
])('leaves %j unread', (text) => {
  const { found, unread } = readNames(text, 'person', all);
  expect(found).toEqual([]);
  expect(unread.length).toBeGreaterThan(0);
});

it('says where each name stands, and what is noted beside it', () => {
  const text = 'Ann Lee (score), Bo Chan';
  const { found } = readNames(text, 'person', all);
  expect(found.map(({ begin, end }) => text.slice(begin, end))).toEqual(['Ann Lee', 'Bo Chan']);
  expect(found[0]?.notes?.map(({ begin, end }) => text.slice(begin, end))).toEqual(['score']);
});

it('tells organisations from people by their words', () => {
  expect(
    ['Pixar', 'Warner Bros.', 'Eros International', 'The Tin Whistles'].every((name) =>
      isOrganisation(name, all),
    ),
  ).toBe(true);
  expect(
    ['Ann Lee', 'Cher', 'Art Garfunkel', 'Lee Films Roe'].map((name) => isOrganisation(name, all)),
  ).toEqual([false, false, false, true]);
});
