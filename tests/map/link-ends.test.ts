/** Which thing a link means, if the titles of its wiki are known. */
import { expect, it } from 'vitest';
import { shorten } from '../../src/rdf/vocabulary.js';
import { lines, mapText } from '../support/convert.js';
import { titlesOf } from '../support/titles.js';

function film(fields: string, rest = ''): string {
  return `{{Infobox film\n| name = X\n${fields}\n}}\n'''X''' is a 2001 film.\n\n${rest}`;
}

const about =
  (...names: string[]) =>
  (line: string): boolean =>
    names.some((name) => line.startsWith(`${name} `) || line.startsWith(`X ${name} `));

it('names the thing that a link ends at, and says which title led there', async () => {
  const titles = titlesOf({ redirects: { 'Bo Roe': 'Robert Roe (director)' } });
  const { statements, problems } = await mapText(film('| director = [[Bo Roe]]'), { titles });
  expect(lines(statements, about('schema:director', 'Robert_Roe_(director)', 'Bo_Roe'))).toEqual([
    'Robert_Roe_(director) rdf:type schema:Person',
    'Robert_Roe_(director) schema:name Robert Roe',
    'Robert_Roe_(director) schema:alternateName Bo Roe',
    'Robert_Roe_(director) schema:sameAs Bo_Roe',
    'X schema:director Robert_Roe_(director)',
  ]);
  expect(problems).toEqual([]);
  const unread = statements.filter(({ rule }) => rule === 'titles/redirect');
  expect(unread.map(({ predicate, span }) => [shorten(predicate.value), span])).toEqual([
    ['schema:name', undefined],
    ['schema:sameAs', undefined],
  ]);
});

it('takes words that are what the page is called for its name', async () => {
  const titles = titlesOf({ redirects: { 'Bo Roe': 'Robert Roe' } });
  const { statements } = await mapText(film('| director = [[Bo Roe|Robert Roe]]'), { titles });
  expect(lines(statements, about('Robert_Roe'))).toEqual([
    'Robert_Roe rdf:type schema:Person',
    'Robert_Roe schema:name Robert Roe',
    'Robert_Roe schema:sameAs Bo_Roe',
  ]);
  const names = statements.filter(({ predicate }) => predicate.value.endsWith('/name'));
  expect(names.some(({ rule }) => rule === 'titles/redirect')).toBe(false);
});

it('makes one thing of two titles that lead to one page', async () => {
  const titles = titlesOf({ redirects: { 'Bo Roe': 'Robert Roe' } });
  const fields = '| director = [[Bo Roe]]\n| producer = [[Robert Roe]]';
  const { statements } = await mapText(film(fields), { titles });
  expect(lines(statements, about('schema:director', 'schema:producer'))).toEqual([
    'X schema:director Robert_Roe',
    'X schema:producer Robert_Roe',
  ]);
});

it('keeps the title of a redirect to the article itself: a part of it is not what it is about', async () => {
  const titles = titlesOf({ redirects: { 'Bo Roe': 'X' } });
  const { statements } = await mapText(film('| director = [[Bo Roe]]'), { titles });
  expect(lines(statements, about('schema:director'))).toEqual(['X schema:director Bo_Roe']);
});

it('keeps the title of a redirect to an article of another kind, if kinds are known', async () => {
  const redirects = {
    'Bo Roe': 'The Salt',
    'Salt Films': 'Ann Lee',
    'Ed Koe': 'Edwin Koe',
    Zed: 'Zed Works',
  };
  const kinds = {
    'The Salt': 'film',
    'Ann Lee': 'person',
    'Edwin Koe': 'actor',
    'Zed Works': 'no such kind',
  };
  const fields =
    '| director = [[Bo Roe]]\n| producer = [[Ed Koe]]\n| studio = [[Salt Films]]\n| distributor = [[Zed]]';
  const { statements } = await mapText(film(fields), { titles: titlesOf({ redirects, kinds }) });
  const stated = about('schema:director', 'schema:producer', 'schema:productionCompany', 'film:distributor');
  expect(lines(statements, stated).sort()).toEqual([
    'X film:distributor Zed_Works',
    'X schema:director Bo_Roe',
    'X schema:producer Edwin_Koe',
    'X schema:productionCompany Salt_Films',
  ]);
});

it('makes no one of several in a field or a list whose titles lead to one page', async () => {
  const titles = titlesOf({ redirects: { 'Ed Koe': 'Koe brothers', 'Al Koe': 'Koe brothers' } });
  const producers = '| producer = {{ubl|[[Ed Koe]]|[[Al Koe]]}}';
  const { statements } = await mapText(film(producers), { titles });
  expect(lines(statements, about('schema:producer'))).toEqual([
    'X schema:producer Ed_Koe',
    'X schema:producer Al_Koe',
  ]);
  const cast = '== Cast ==\n* [[Ed Koe]] as Tom\n* [[Al Koe]] as Tim\n';
  const { statements: played } = await mapText(film('', cast), { titles });
  expect(
    lines(played, (line) => / schema:actor [A-Z]/.test(line)).map((line) => line.split(' ').at(-1)),
  ).toEqual(expect.arrayContaining(['Ed_Koe', 'Al_Koe']));
});

it('leaves what leads to a page that tells things apart a thing of the article, and reports the line', async () => {
  const titles = titlesOf({ redirects: { 'B. Roe': 'Bo Roe' }, ambiguous: ['Bo Roe'] });
  const { statements, problems } = await mapText(film('| director = [[B. Roe|Bo Roe]]'), { titles });
  expect(lines(statements, about('schema:director'))).toEqual(['X schema:director X#person-bo-roe']);
  expect(lines(statements, about('X#person-bo-roe'))).toEqual([
    'X#person-bo-roe rdf:type schema:Person',
    'X#person-bo-roe schema:name Bo Roe',
  ]);
  expect(problems).toMatchObject([{ code: 'ambiguous-link', severity: 'warning', place: { line: 3 } }]);
});

it('says what other data sets call the subject', async () => {
  const { statements } = await mapText(film(''), { titles: titlesOf({ items: { X: 42 } }) });
  const same = statements.filter(({ rule }) => rule === 'titles/wikidata');
  expect(
    same.map(({ subject, predicate, object }) => [subject, predicate, object].map(({ value }) => value)),
  ).toEqual([
    [
      'https://example.org/resource/X',
      'http://www.w3.org/2002/07/owl#sameAs',
      'http://www.wikidata.org/entity/Q42',
    ],
  ]);
});

it('says the same as without titles where they know nothing else', async () => {
  const text = film('| director = [[Bo Roe]]\n| producer = [[Roe#Ann|Ann]]', '[[Bo Roe]] made it.');
  const plain = await mapText(text);
  expect(await mapText(text, { titles: titlesOf({}) })).toEqual(plain);
});
