/** How the parts of a thing are shown, whatever kind its article is of: from the classes and properties of the graph alone. */
import { expect, it } from 'vitest';
import { packagePrefixes } from '../../../src/read/package-prefixes.js';
import { unitSymbol } from '../../../src/serve/pages/unit-symbols.js';
import { quantityWords } from '../../../src/serve/pages/values.js';
import { pageHandlers } from '../../../src/serve/pages.js';
import { openSite } from './open-site.js';

/** @param triples Turtle about `<x>`, its parts `<x#…>` and others, in the graph of the page of x */
async function pageOf(triples: string): Promise<string> {
  const prefixes = Object.entries(packagePrefixes()).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`);
  const data = `@base <https://example.org/resource/> .
${prefixes.join('\n')}
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://example.org/page/x> { <x> schema:name "X" . ${triples} }`;
  const site = openSite({ data, format: 'application/trig' });
  const request = {
    method: 'GET',
    path: '/page/x',
    query: new URLSearchParams(),
    headers: {},
    body: '',
    signal: new AbortController().signal,
  } as const;
  for (const handler of pageHandlers(site)) {
    const response = await handler(request);
    if (response) return String(response.body);
  }
  throw new Error('no handler answers');
}

/** The rows of a block of a page, each as the words of its cells with bars between; null where there is no such block. */
function rowsOf(page: string, id: string): string[] | null {
  const block = new RegExp(`<section aria-labelledby="=${id}">.*?</section>`, 's').exec(page)?.[0];
  if (block === undefined) return null;
  const rows = [...block.matchAll(/<(tr|li)\b.*?<\/\1>/gs)].map(([row]) => row);
  return rows.map((row) =>
    row
      .replace(/<\/(?:td|th)>(?=<t)|<\/span><span>/g, ' | ')
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

const year = (value: string): string => `"${value}"^^xsd:gYear`;

it('shows roles with dates in the order of time, among the dates of a life', async () => {
  const page = await pageOf(`
<x> a schema:Person ; schema:birthDate ${year('1931')} ; schema:birthPlace <Oslo> ; schema:deathDate ${year('1999')} ;
  person:termOfOffice <x#mayor> ; schema:spouse <x#ann>, <x#bea> ; sport:clubStation <x#club> .
<Oslo> schema:name "Oslo" . <Ann> schema:name "Ann" . <Bea> schema:name "Bea" .
<x#mayor> a person:TermOfOffice ; schema:name "Mayor" ; schema:roleName "Mayor" ; schema:startDate ${year('1971')} ;
  schema:endDate ${year('1975')} ; person:predecessor <Ann> .
<x#ann> a schema:Role ; schema:name "Ann" ; schema:spouse <Ann> ; schema:startDate ${year('1955')} .
<x#bea> a schema:Role ; schema:name "Bea" ; schema:spouse <Bea> .
<x#club> a sport:Station ; schema:name "Tern" ; schema:startDate ${year('1950')} ; schema:endDate ${year('1950')} .`);
  expect(rowsOf(page, 'timeline')).toEqual([
    'When | What | Notes',
    '1931 | born in Oslo |',
    '1950 | club station Tern |',
    'from 1955 | spouse Ann |',
    '1971 – 1975 | term of office Mayor | predecessor Ann',
    '1999 | died |',
    '| spouse Bea |',
  ]);
  expect(page).toContain('<tr id="mayor">');
  expect(rowsOf(page, 'others')).toBeNull();
});

it('shows roles without any date as a table of their own', async () => {
  const page = await pageOf(`
<x> schema:alumniOf <x#a>, <x#b> .
<A> schema:name "A" . <B> schema:name "B" .
<x#a> a schema:OrganizationRole ; schema:name "A" ; schema:alumniOf <A> ; person:degree "BA"@en .
<x#b> a schema:OrganizationRole ; schema:name "B" ; schema:alumniOf <B> .`);
  expect(rowsOf(page, 'timeline')).toBeNull();
  expect(rowsOf(page, 'list-alumni-of')).toEqual(['Name | Degree', 'A | BA', 'B |']);
});

it('shows measures with their units and dates as a table of figures', async () => {
  const page = await pageOf(`
<x> place:population <x#p> ; place:area <x#a> .
<x#p> a schema:QuantitativeValue ; schema:name "3769495" ; schema:value 3769495 ; article:asOf ${year('2020')} .
<x#a> a schema:QuantitativeValue ; schema:name "891.7" ; schema:value 891.7 ; schema:unitCode "KMK" .`);
  expect(rowsOf(page, 'figures')).toEqual([
    'What | How much | As of',
    'area | 891.7 km² |',
    'population | 3,769,495 | 2020',
  ]);
  expect(page).not.toContain('<dt>population');
});

it('leaves a single measure among the facts', async () => {
  const page = await pageOf(`
<x> schema:height <x#h> . <x#h> a schema:QuantitativeValue ; schema:name "6 ft 1 in" ; schema:value 73 ; schema:unitCode "INH" .`);
  expect(rowsOf(page, 'figures')).toBeNull();
  expect(page).toMatch(/height<\/span>.*6 ft 1 in/s);
});

it('draws where on the earth a thing is', async () => {
  const page = await pageOf(`
<x> schema:geo <x#geo> .
<x#geo> a schema:GeoCoordinates ; schema:name "33°30′S 70°39′W" ; schema:latitude -33.5 ; schema:longitude -70.65 .`);
  expect(page).toContain('<circle class="place" cx="-70.65" cy="-33.5"');
  expect(page).toContain('33°30′S 70°39′W');
});

it('draws no place that the earth does not have', async () => {
  const page = await pageOf(`
<x> schema:geo <x#geo> .
<x#geo> a schema:GeoCoordinates ; schema:name "somewhere" ; schema:latitude 133.5 ; schema:longitude -70 .`);
  expect(page).not.toContain('<svg class="map"');
  expect(page).toContain('somewhere');
});

it('shows the taxa that a taxon belongs to, the highest first, and ends where they go in a circle', async () => {
  const page = await pageOf(`
<x> a schema:Taxon ; schema:taxonRank "species" ; schema:parentTaxon <G> .
<G> schema:name "Genus" ; schema:taxonRank "genus" ; schema:parentTaxon <F> .
<F> schema:name "Family" ; schema:taxonRank "family" ; schema:parentTaxon <G> .`);
  expect(rowsOf(page, 'classification')).toEqual(['family | Family', 'genus | Genus', 'species | X']);
});

it('shows what has places in a list as a table in the order of the places, with a column for each thing that is said', async () => {
  const page = await pageOf(`
<x> schema:track <x#b>, <x#a>, <x#c> .
<x#a> a schema:MusicRecording ; schema:name "Tide" ; schema:position 10 ; schema:duration "PT3M2S"^^xsd:duration .
<x#b> a schema:MusicRecording ; schema:name "Ebb" ; schema:position 2 ; schema:byArtist <Ann> .
<x#c> a schema:MusicRecording ; schema:name "Spring" ; schema:position 1 .
<Ann> schema:name "Ann" .`);
  expect(rowsOf(page, 'list-track')).toEqual([
    'No. | Name | Duration | By artist',
    '1 | Spring | |',
    '2 | Ebb | | Ann',
    '10 | Tide | 3 min 2 s |',
  ]);
});

it('shows a part of a part where that one speaks of it', async () => {
  const page = await pageOf(`
<x> person:termOfOffice <x#t> .
<x#t> a person:TermOfOffice ; schema:name "Aide" ; schema:startDate ${year('1990')} ; person:president <x#p> .
<x#p> a schema:Role ; schema:name "Bo Lee" ; person:president <Bo> ; schema:endDate ${year('1993')} .
<Bo> schema:name "Bo Lee" .`);
  expect(rowsOf(page, 'timeline')?.[1]).toBe('from 1990 | term of office Aide | president Bo Lee until 1993');
  expect(page.match(/id="p"/g)).toHaveLength(1);
  expect(rowsOf(page, 'others')).toBeNull();
});

it('ends where parts lead to each other in a circle', async () => {
  const page = await pageOf(`
<x> schema:about <x#a> .
<x#a> a schema:Thing ; schema:name "A" ; schema:about <x#b> .
<x#b> a schema:Thing ; schema:name "B" ; schema:about <x#a> .`);
  expect(page.match(/id="a"/g)).toHaveLength(1);
  expect(page.match(/id="b"/g)).toHaveLength(1);
});

it.each([
  ['KMK', 'km²'],
  ['MIK', 'sq mi'],
  ['KMT', 'km'],
  ['CEL', '°C'],
  ['P1', '%'],
  ['C62', ''],
  ['XYZ', 'XYZ'],
])('writes the unit %s as %s', (code, symbol) => expect(unitSymbol(code)).toBe(symbol));

it.each([
  [['1234.5', '', ''], 'km', '1,234.5 km'],
  [['', '5', '10'], 'm', '5 to 10 m'],
  [['2.4', '', ''], '%', '2.4%'],
  [['7', '', ''], '', '7'],
  [['', '', ''], 'km', null],
])('tells the measure %j %s as %s', (numbers, unit, words) =>
  expect(quantityWords(numbers, unit)).toBe(words),
);
