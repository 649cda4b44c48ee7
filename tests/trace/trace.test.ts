import type { Quad } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/index.js';
import { knownWords, openWorkshop } from '../../src/pipeline.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { ExportGraph } from '../../src/trace/export-graph.js';
import { showsDate, showsDegrees, showsDuration, showsNumber } from '../../src/trace/numbers.js';
import { traceArticle } from '../../src/trace.js';
import { film } from '../support/convert.js';

const { workshop } = await openWorkshop({ validate: false });
if (!workshop) throw new Error('the mappings do not hold together');
const known = knownWords(workshop);
const { tables } = known;

describe('digits that show', () => {
  it.each([
    ['2 November 1996', '1996-11-02', true],
    ['November 2, 1996', '1996-11-02', true],
    ['1996|11|2', '1996-11-02', true],
    ['1996-11-02', '1996-11-02', true],
    ['5–7 May 2011', '2011-05', true],
    ['the 1990s', '1990', true],
    ['11 November 1996', '1996-11-11', true],
    ['2 November 1997', '1996-11-02', false],
    ['3 November 1996', '1996-11-02', false],
    ['2 October 1996', '1996-11-02', false],
    ['11 1996', '1996-11-11', false],
    ['19961102', '1996-11-02', false],
  ])('%s the date %s: %s', (text, date, isShown) => {
    expect(showsDate(text, date, tables)).toBe(isShown);
  });

  it.each([
    ['116 minutes', 'PT116M', true],
    ['1h 56m', 'PT116M', true],
    ['1|56|0', 'PT116M', true],
    ['1.5 hours', 'PT90M', true],
    ['115 minutes', 'PT116M', false],
    ['1h 55m', 'PT116M', false],
    ['a long time', 'PT116M', false],
    ['+5:30', 'PT5H30M', true],
    ['−8', '-PT8H', true],
    ['−7', '-PT8H', false],
  ])('%s the duration %s: %s', (text, duration, isShown) => {
    expect(showsDuration(text, duration)).toBe(isShown);
  });

  it.each([
    ['{{coord|57|18|22|N|4|27|32|W}}', '57.306111', true],
    ['{{coord|57|18|22|N|4|27|32|W}}', '-4.458889', true],
    ['57 | lat_min = 30', '57.5000', true],
    ['{{coord|-12.5|130.84}}', '-12.5', true],
    ['{{coord|57|18|22|N|4|27|32|E}}', '-4.458889', false],
    ['{{coord|57|18|23|N|4|27|32|W}}', '57.306111', false],
  ])('%s the degrees %s: %s', (text, degrees, isShown) => {
    expect(showsDegrees(text, degrees)).toBe(isShown);
  });

  it.each([
    ['HK$15.5 million', '15500000', true],
    ['30 ft 6+1/2 in', '366.5', true],
    ['30 ft 6+1/2 in', '361', false],
    ['6{{frac|3|4}} in', '6.75', true],
    ['6½ in', '6.5', true],
    ['1e10 m3', '10000000000', true],
    ['1e10 m3', '1000000000', false],
    ['{{val|5.97|e=24|u=kg}}', '5970000000000000000000000', true],
    ['HK$15,557,580', '15557580', true],
    ['₹2.42 [[crore]]', '24200000', true],
    ['₹1,50,00,000', '15000000', true],
    ['$10–15 million', '10000000', true],
    ['$10<br>\n15 million', '10000000', true],
    ['$10 at home and, it was said, a million people came', '10000000', false],
    ['$10.\nIt has a million sides', '10000000', false],
    ['* $10\n* million', '10000000', false],
    ['34th', '34', true],
    ['HK$15.5 million', '15500001', false],
    ['HK$15.5', '15500000', false],
    ['$0.5', '5', false],
    ['134th', '34', false],
    ['ranked thirty-ninth', '39', true],
    ['ranked thirty-eighth', '39', false],
    ['thirty of nine', '39', false],
  ])('%s the number %s: %s', (text, number, isShown) => {
    expect(showsNumber(text, number, tables)).toBe(isShown);
  });
});

describe('an export', () => {
  const text = film([
    'Director: Oona Brandt',
    'Country: Hong Kong',
    'Language: Cantonese',
    'Running time: 116 minutes',
    'Budget: HK$4.5 million',
    'Release date: 2 November 1996',
  ]);
  const exported = async (change: (nquads: string) => string = (same) => same) =>
    parseTurtleFamily(change((await convert(text)).write('nquads', 'span')), 'nquads');
  const trace = (quads: readonly Quad[], source?: string) =>
    traceArticle(new ExportGraph(quads), known, source);

  it('is shown by its words, and by its source', async () => {
    const { placed, shown, failures, unplaced, page } = trace(await exported(), text);
    expect(failures).toEqual([]);
    expect(shown).toBe(placed);
    expect(placed).toBeGreaterThan(25);
    expect(page).toBe('https://example.org/page/X');
    expect(unplaced.map(({ predicate }) => predicate.value)).toEqual(['https://schema.org/inLanguage']);
  });

  it('is shown by the place of an entry, in whatever words it is, if its list is named elsewhere', async () => {
    const told = [
      'Stone Weekly conducted a poll of the 100 greatest movies set in Lund. X topped the list.',
      'Harbour Post placed X twenty-sixth in its list of the 100 greatest films.',
    ].join(' ');
    const source = film(['Director: Oona Brandt'], `== Legacy ==\n${told}\n`);
    const export_ = async (change: (nquads: string) => string): Promise<Quad[]> =>
      parseTurtleFamily(change((await convert(source)).write('nquads', 'span')), 'nquads');
    const positions = (quads: readonly Quad[]): string[] =>
      quads
        .filter(
          ({ subject, predicate }) => subject.value.includes('#entry-') && /position$/.test(predicate.value),
        )
        .map(({ object }) => object.value)
        .sort();
    const quads = await export_((same) => same);
    expect(positions(quads)).toEqual(['1', '26']);
    expect(trace(quads, source).failures).toEqual([]);
    const changed = await export_((all) => all.replaceAll('"26"^^', '"27"^^'));
    expect(positions(changed)).toEqual(['1', '27']);
    expect(trace(changed, source).failures.length).toBeGreaterThan(0);
  });

  it.each([
    ['another name', 'schema.org/name> "Oona Brandt"', 'schema.org/name> "Una Brandt"'],
    [
      'another person',
      'director> <https://example.org/resource/Oona_Brandt>',
      'director> <https://example.org/resource/Peter_Chan>',
    ],
    ['another language', '"yue"', '"cmn"'],
    ['another currency', '"HKD"', '"EUR"'],
    ['another sum', '"4500000"', '"4600000"'],
    ['another day', '"1996-11-02"', '"1996-11-03"'],
    ['another time', '"PT116M"', '"PT117M"'],
    [
      'another country',
      'resource/Hong_Kong> <https://schema.org/name> "Hong Kong"',
      'resource/Hong_Kong> <https://schema.org/name> "Norway"',
    ],
  ])('fails with %s', async (_, from, to) => {
    const nquads = (await convert(text)).write('nquads', 'span');
    expect(nquads).toContain(from);
    const { failures, placed, shown } = trace(await exported((all) => all.replace(from, to)), text);
    expect(failures.length).toBeGreaterThan(0);
    expect(shown).toBeLessThan(placed);
    expect(failures.every(({ quad }) => quad !== null)).toBe(true);
  });

  it.each([
    [
      'words that the source has not',
      'anchorOf> "Oona Brandt"',
      'anchorOf> "Una  Brandt"',
      'The source has other words there.',
    ],
    [
      'an index that is not its IRI',
      'endIndex> "1"',
      'endIndex> "2"',
      'Its indices are not those of its IRI.',
    ],
    [
      'words of another length',
      'anchorOf> "X"',
      'anchorOf> "X X"',
      'Its words are not as many characters as its indices say.',
    ],
    [
      'another hash',
      /sha256> "[0-9a-f]{64}"/,
      `sha256> "${'0'.repeat(64)}"`,
      'The source has another SHA-256 than the export says.',
    ],
    [
      'a place without words',
      /<[^>]*> <[^>]*anchorOf> "X" .*\n/,
      '',
      'It lacks nif:beginIndex, nif:endIndex or nif:anchorOf.',
    ],
  ])('fails with %s', async (_, from, to, reason) => {
    const shifted = (all: string): string =>
      all.replace(from instanceof RegExp ? from : from.replace('endIndex> "1"', 'endIndex> "3"'), to);
    const { failures } = trace(await exported(shifted), text);
    expect(failures.map((failure) => failure.reason)).toContain(reason);
  });

  it('fails where a place is described nowhere', async () => {
    const quads = (await exported()).filter(({ subject }) => !subject.value.includes('#char='));
    const { failures, placed, shown } = trace(quads);
    expect(shown).toBe(0);
    expect(failures).toHaveLength(placed);
    expect(failures[0]?.reason).toBe('Nothing says which words stand there.');
  });
});

describe('a page of wikitext shows', () => {
  const box = (...fields: string[]): string =>
    `{{Infobox film\n${fields.join('\n')}\n}}\n'''''Salt''''' is a film.\n`;
  it.each([
    ['the country of a flag', box('| name = Salt', '| country = {{flag|FRA}}'), 'Country'],
    ['where a link leads', box('| name = Salt', '| website = [http://salt.test/?a=1&amp;b=2 site]'), 'b=2'],
    [
      'the address of a template',
      box('| name = Salt', '| website = {{URL|http://salt.test/|tide}}'),
      'salt.test/>',
    ],
    [
      'a date whose parts are named',
      box('| released = {{Start date|year=1993|month=2|day=24}}'),
      '"24 February 1993"',
    ],
    ['a number that a comment parts', box('| runtime = 9<!-- 1 -->5 minutes'), '"PT95M"'],
    ['a share that a template reckons', box('| rate = {{Percentage|3123|118251}} (then)'), '"3% (then)"'],
    [
      'columns of one template',
      `${box('| name = Salt')}\n== Places ==\n{{columns\n| col1 =\n* [[Bo Bay]]\n| col2 =\n* [[Cy Bay]]\n}}\n`,
      'Cy Bay',
    ],
    [
      'a link whose words end in markup',
      box("| note = [[Salt Sea|Sea of ''Salt'']]", '| sea = [[Cy Bay|{{lang|es|Bahía seca|x=1}}]]'),
      '"Cy Bay"',
    ],
    [
      'a word that stands for others',
      '{{Infobox musical artist\n| name = Salt\n| background = grupo\n}}\n',
      '"group or band"',
    ],
    ['a title with escapes', box('| director = [[Ann%20Lee]]', '| note = [[7%25 Sea]]'), 'Ann Lee'],
    [
      'a lead of signs that templates part',
      `{{Infobox film|name=Salt}}\n\n'''Salt''' is a film.\n\n== Books ==\n* {{salt book|a}}.\n* {{salt book|b}}.\n`,
      'Books',
    ],
    ['a name that is not the title', box('| name = Salts'), '"Salts"@en'],
    ['the scale of an amount', box('| name = Salt', '| budget = {{INRConvert|50|c}}'), '"500000000"'],
    [
      'a row under a merged cell',
      `${box('| name = Salt')}\n== Accolades ==\n{| class="wikitable"\n! Award !! Year !! Category !! Recipient !! Result\n|-\n| rowspan=2 | Guild Prize || 1991 || Best Film || [[Ann Lee]] || {{won}}\n|-\n| [[Bo Roe]] || {{nom}}\n|}\n`,
      'Bo Roe',
    ],
    [
      'a table behind what stands in none of its cells',
      `${box('| name = Salt')}\n== Charts ==\n{|\n! Chart\n|-\n{{salt chart|Norway|9}}\n|-\n| Sweden\n|}\n`,
      '| Chart |',
    ],
  ])('%s', async (_, source, stated) => {
    const converted = await convert({ name: 'Salt.wiki', text: source, format: 'wikitext', title: 'Salt' });
    const nquads = converted.write('nquads', 'span');
    expect(nquads).toContain(stated);
    const { placed, shown, failures } = traceArticle(
      new ExportGraph(parseTurtleFamily(nquads, 'nquads')),
      known,
      source,
    );
    expect(failures).toEqual([]);
    expect(shown).toBe(placed);
  });
});
