import { expect, it } from 'vitest';
import { film, mapText, valuesOf } from '../support/convert.js';

const kindOf = async (text: string): Promise<string | null> => (await mapText(text)).kind;
const withLead = (lead: string, title = 'X'): string => `= ${title} =\n\n${lead}\n`;

it.each([
  'X is a 1996 Hong Kong romantic drama film directed by Ann Lee.',
  'X () is a 2001 film.',
  'X (also written Y, meaning Z) is a 2011 Indonesian drama film directed by Ann Lee.',
  'is a 1979 Japanese animated comedy film co-written and directed by Ann Lee.',
  'X, also known as Y, is an epic space opera film based on a story.',
  'X is a 2007 comedy film starting Bo Roe.',
  'X was a 1916 American silent film, now lost.',
  'X is the fourth film in the series.',
  'X is a 1998 television film.',
  'X is 2019 Indian film.',
])('takes %j for a film', async (lead) => {
  expect(await kindOf(withLead(lead))).toBe('film');
});

it.each([
  'X is an American science fiction film series.',
  'X is an American horror franchise composed of five films.',
  'X is a Romanian film director and screenwriter.',
  'X is an Indian film actress who works in Tamil films.',
  'X is an American television series about a film.',
  'X is a 1999 soundtrack album for the film of that name.',
  'X is a 1936 novel by Ann Lee.',
  'X is a film festival held every May.',
  'X is a film studio.',
  'X is a fictional character in the film Y.',
  'X is a town in Spain.',
  'The film opened the year.',
])('does not take %j for one', async (lead) => {
  expect(await kindOf(withLead(lead))).not.toBe('film');
});

it.each([
  ['X (film)', 'film'],
  ['X (1946 film)', 'film'],
  ['X (2004 Hong Kong film)', 'film'],
  ['X (film series)', 'film-series'],
  ['X (soundtrack)', 'album'],
  ['X (franchise)', null],
  ['X (1996 novel)', 'book'],
])('goes by the title %j', async (title, kind) => {
  expect(await kindOf(withLead('It was well received.', title))).toBe(kind);
});

it('lets one sign against it outweigh those for it', async () => {
  expect(await kindOf(withLead('X is a 2001 film.', 'X (film series)'))).toBeNull();
  expect(await kindOf(withLead('X is a film series.', 'X (film)'))).toBeNull();
});

it('goes by the fields of the infobox where the text is silent', async () => {
  const fields = ['Director: Ann Lee', 'Starring: Bo Roe', 'Cinematography: Cy Poe'];
  expect(await kindOf(film(fields, '', ''))).toBe('film');
  expect(await kindOf(film(fields, '', 'X is a 1952 American Western directed by Ann Lee.'))).toBe('film');
  expect(await kindOf(film(fields.slice(1), '', ''))).toBeNull();
  expect(await kindOf(film([...fields, 'Network: ABC'], '', ''))).toBeNull();
  expect(await kindOf(film([...fields, 'Born: 1961'], '', ''))).toBeNull();
  expect(await kindOf(film([...fields, 'Developer: Nobody'], '', ''))).toBeNull();
});

it('keeps all fields of an unknown kind raw', async () => {
  const { statements, problems } = await mapText(
    '= X =\n\nX\n- Born in: Rome, Italy\n- Born in: Paris\n- Net worth (2001): $5\n- Director: Ann Lee\n\nX is a person.\n',
  );
  expect(valuesOf(statements, 'raw:born_in')).toEqual(['Rome, Italy', 'Paris']);
  expect(valuesOf(statements, 'raw:net_worth_2001')).toEqual(['$5']);
  expect(valuesOf(statements, 'raw:director')).toEqual(['Ann Lee']);
  expect(problems.map(({ code }) => code)).toEqual(['unknown-kind', ...Array(4).fill('unmapped-field')]);
});
