import { expect, it } from 'vitest';
import { withoutEmptyParentheses } from '../../src/map/lead.js';
import { film, mapText, valuesOf } from '../support/convert.js';

it.each([
  ['1996 Hong Kong romantic drama film', ['romantic drama']],
  ['2004 American computer-animated superhero film', ['computer-animated superhero']],
  ['1999 Tamil drama film', ['drama']],
  ['2017 Indian Hindi-language drama film', ['drama']],
  ['1997 Catalan language Spanish drama film', ['drama']],
  ['2019 Bangladeshi Bengali action comedy film', ['action comedy']],
  ['upcoming Indian psychological-drama film', ['psychological-drama']],
  ['1980 American epic space opera film', ['epic space opera']],
  ['2010 British-American period action thriller film', ['period action thriller']],
  ['1944 American film noir', ['film noir']],
  ['1952 American Western', ['western']],
  ['2008 dark, romantic comedy film', ['dark, romantic comedy']],
  ['1929 American synchronized sound romantic drama film', ['romantic drama']],
  ['1990 Danish crime television film', ['crime']],
  ['1982 Indian Tamil film', []],
  ['2001 film', []],
  ['2001 American feature film', []],
])('reads the genre of a %s', async (phrase, genres) => {
  const fields = ['Starring: Bo Roe', 'Cinematography: Cy Poe', 'Editing: Di Moe'];
  const { statements } = await mapText(film(fields, '', `X is a ${phrase} directed by Ann Lee.`));
  expect(valuesOf(statements, 'schema:genre')).toEqual(genres);
});

it.each([
  ['1996 Hong Kong romantic drama film', ['Hong Kong']],
  ['1972 Israeli-American drama film', ['Israel', 'United States']],
  ['1931 West German film', ['West Germany']],
  ['1999 Tamil drama film', []],
  ['2001 film', []],
])('reads the country of a %s where the infobox has none', async (phrase, countries) => {
  const { statements } = await mapText(film(['Director: Ann Lee'], '', `X is a ${phrase}.`));
  expect(valuesOf(statements, 'schema:countryOfOrigin')).toEqual(countries);
});

it('leaves the country to the infobox where that has one', async () => {
  const { statements } = await mapText(film(['Country: France'], '', 'X is a 2001 Italian film.'));
  expect(valuesOf(statements, 'schema:countryOfOrigin')).toEqual(['France']);
});

it.each([
  ['Love Story () is a film', 'Love Story is a film'],
  ['X (; born 1960) is', 'X (born 1960) is'],
  ['X (, ) is', 'X is'],
  ['X (a) is', 'X (a) is'],
  ['X (; ; born 1970) is', 'X (born 1970) is'],
  ['X (Y, ) is', 'X (Y) is'],
  ['The function f() prints (1,)', 'The function f() prints (1,)'],
])('drops the parentheses that a template left in %j', (text, expected) => {
  expect(withoutEmptyParentheses(text)).toBe(expected);
});

it.each([',', ', ', '(', '(,', ' )', ', )'])('takes time in proportion to a lead of %j', (signs) => {
  const text = signs.repeat(200_000);
  expect(withoutEmptyParentheses(`X ${text}`).length).toBeLessThanOrEqual(text.length + 2);
});

it('keeps the whole lead as the abstract', async () => {
  const { statements } = await mapText('= X =\n\nX () is a 2001 film.\nIt is long.\n\nIt has:\n- one\n- two');
  expect(valuesOf(statements, 'schema:abstract')).toEqual([
    'X is a 2001 film.\nIt is long.\n\nIt has:\n\n- one\n- two',
  ]);
});

it.each([
  ['Charly (film)', 'Charly'],
  ['Vanity Fair (2004 film)', 'Vanity Fair'],
  ['? (film)', '?'],
  ['Kill Bill (Whole Bloody Affair)', 'Kill Bill (Whole Bloody Affair)'],
  ['(500) Days of Summer', '(500) Days of Summer'],
])('names the subject of %j', async (title, name) => {
  const { statements } = await mapText(`= ${title} =\n\nIt is a 2001 film.\n`);
  expect(valuesOf(statements, 'schema:name')).toEqual([name]);
});

it('takes another title of the infobox for another name', async () => {
  const names = async (title: string, box: string): Promise<string[]> =>
    valuesOf(
      (await mapText(`= ${title} =\n\n${box}\n- Director: Ann Lee\n\nIt is a 2001 film.\n`)).statements,
      'schema:alternateName',
    );
  expect(await names('Actrius', 'Actresses')).toEqual(['Actresses']);
  expect(await names('Charly (film)', 'Charly')).toEqual([]);
  expect(await names('hairspray', 'Hairspray')).toEqual([]);
});
