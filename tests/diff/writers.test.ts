/** What each format writes, by hand from its specification. */
import { describe, expect, it } from 'vitest';
import { jsonWriter } from '../../src/diff/write-json.js';
import { patchWriter } from '../../src/diff/write-patch.js';
import type { TableOptions } from '../../src/diff/write-table.js';
import { tableWriter } from '../../src/diff/write-table.js';
import { updateWriter } from '../../src/diff/write-update.js';
import { compare } from '../support/compare.js';

const thing = '<https://example.org/resource/Kite_(film)>';
const page = '<https://example.org/page/Kite_(film)>';
const place = (at: string): string => `<https://example.org/page/Kite_(film)#char=${at}>`;
const schema = (name: string): string => `<https://schema.org/${name}>`;
const a = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const duration = (text: string): string => `"${text}"^^<http://www.w3.org/2001/XMLSchema#duration>`;
const lines = (...all: string[]): string => all.map((one) => `${one} .\n`).join('');

const before = lines(
  `${thing} ${a} ${schema('Movie')} ${page}`,
  `${thing} ${schema('duration')} ${duration('PT90M')} ${page}`,
  `${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> ${place('3,9')}`,
  `${place('3,9')} <http://www.w3.org/2000/01/rdf-schema#label> "Oona" ${page}`,
);
const after = lines(
  `${thing} ${a} ${schema('Movie')} ${page}`,
  `${thing} ${schema('duration')} ${duration('PT91M')} ${page}`,
  `${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> ${place('5,11')}`,
  `${thing} ${schema('name')} "Kite\\n2"@en ${page}`,
);
const compared = () => compare({ 'a.nq': before }, { 'a.nq': after });
const plain: TableOptions = { colors: false, stat: false, places: false };

describe('the table', () => {
  it('shows each statement in short, and what of it changed', async () => {
    const { write } = await compared();
    expect(write(tableWriter(plain))).toBe(`Kite (film) <https://example.org/page/Kite_(film)> +2 -1 ~1
  ~ thing:Kite_(film) schema:director thing:Oona_Brandt [3-9 → 5-11]
  - thing:Kite_(film) schema:duration "PT90M"^^xsd:duration
  + thing:Kite_(film) schema:duration "PT91M"^^xsd:duration
  + thing:Kite_(film) schema:name "Kite\\n2"@en
  … 1 statement about the words of the source (--places)

`);
  });

  it('shows what is said of the words where that is asked for', async () => {
    const { write } = await compared();
    expect(write(tableWriter({ ...plain, places: true }))).toContain(
      '\n  - page:Kite_(film)#char=3,9 rdfs:label "Oona"\n',
    );
  });

  it('counts alone where that is asked for', async () => {
    const { write } = await compared();
    expect(write(tableWriter({ ...plain, stat: true }))).toBe(
      'Kite (film) <https://example.org/page/Kite_(film)> +2 -1 ~1\n',
    );
  });

  it('paints what came green and what went red, where there may be colours', async () => {
    const { write } = await compared();
    const text = write(tableWriter({ ...plain, colors: true }));
    expect(text).toContain(
      '\u001b[31m  - thing:Kite_(film) schema:duration "PT90M"^^xsd:duration\u001b[0m\n',
    );
    expect(text).toContain(
      '\u001b[32m  + thing:Kite_(film) schema:duration "PT91M"^^xsd:duration\u001b[0m\n',
    );
  });

  it('says where an article is in one export alone', async () => {
    const heading = 'Kite (film) <https://example.org/page/Kite_(film)>';
    const gone = await compare({ 'a.nq': before }, { 'a.nq': '' });
    expect(gone.write(tableWriter({ ...plain, stat: true }))).toBe(`${heading} +0 -3 ~0, only in A\n`);
    const came = await compare({ 'a.nq': '' }, { 'a.nq': before });
    expect(came.write(tableWriter({ ...plain, stat: true }))).toBe(`${heading} +3 -0 ~0, only in B\n`);
  });

  it('shows of two long texts where they begin to differ', async () => {
    const text = (word: string): string =>
      lines(
        `${thing} ${schema('text')} "${'many words and '.repeat(30)}${word}${' and more'.repeat(30)}" ${page}`,
      );
    const { write } = await compare({ 'a.nq': text('old') }, { 'a.nq': text('new') });
    const shown = write(tableWriter(plain)).split('\n');
    expect(shown[1]).toMatch(/^ {2}- thing:Kite_\(film\) schema:text "….{15,20}old and more.*…"$/);
    expect(shown[2]).toMatch(/^ {2}\+ thing:Kite_\(film\) schema:text "….{15,20}new and more.*…"$/);
    expect(shown[1]?.length).toBeLessThan(150);
  });

  it('never lets words of an article steer a terminal', async () => {
    const evil = lines(`${thing} ${schema('name')} "\u009b31m\u202e" <https://example.org/page/%1B[31m>`);
    const { write } = await compare({ 'a.nq': evil.replace('[', '%5B') }, { 'a.nq': '' });
    expect(write(tableWriter(plain))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

it('writes RDF Patch: header, transaction, deletions, additions', async () => {
  const { write } = await compared();
  const [id, ...rows] = write(patchWriter).split('\n');
  expect(id).toMatch(
    /^H id <urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}> \.$/,
  );
  expect(rows).toEqual([
    'TX .',
    `D ${place('3,9')} <http://www.w3.org/2000/01/rdf-schema#label> "Oona" ${page} .`,
    `D ${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> ${place('3,9')} .`,
    `D ${thing} ${schema('duration')} ${duration('PT90M')} ${page} .`,
    `A ${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> ${place('5,11')} .`,
    `A ${thing} ${schema('duration')} ${duration('PT91M')} ${page} .`,
    `A ${thing} ${schema('name')} "Kite\\n2"@en ${page} .`,
    'TC .',
    '',
  ]);
  expect((await compared()).write(patchWriter)).toBe(write(patchWriter));
});

describe('SPARQL Update', () => {
  it('deletes, then inserts, graph by graph', async () => {
    const { write } = await compared();
    expect(write(updateWriter)).toBe(`# ${page}
DELETE DATA {
  GRAPH ${page} {
    ${place('3,9')} <http://www.w3.org/2000/01/rdf-schema#label> "Oona" .
    ${thing} ${schema('duration')} ${duration('PT90M')} .
  }
  GRAPH ${place('3,9')} {
    ${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> .
  }
} ;

INSERT DATA {
  GRAPH ${place('5,11')} {
    ${thing} ${schema('director')} <https://example.org/resource/Oona_Brandt> .
  }
  GRAPH ${page} {
    ${thing} ${schema('duration')} ${duration('PT91M')} .
    ${thing} ${schema('name')} "Kite\\n2"@en .
  }
} ;

`);
  });

  it('is cut into operations of a thousand statements, in whole braces', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => `${thing} ${schema('name')} "${n}" ${page}`);
    const { write } = await compare({ 'a.nq': '' }, { 'a.nq': lines(...many) });
    const operations = write(updateWriter)
      .split('\n\n')
      .filter((text) => text !== '');
    expect(operations.map((text) => text.split('\n').filter((line) => line.endsWith('" .')).length)).toEqual([
      1000, 1000, 500,
    ]);
    for (const text of operations)
      expect(text).toMatch(/INSERT DATA \{\n {2}GRAPH <[^>]*> \{\n(?: {4}.*\n)+ {2}\}\n\} ;$/);
  });

  it('escapes what SPARQL would read before it reads strings', async () => {
    const words = String.raw`"\\u0041 \\U00000041 \\\\u \\n \\\u0007 \"\\u"`;
    const { write } = await compare({ 'a.nq': '' }, { 'a.nq': lines(`${thing} ${schema('name')} ${words}`) });
    expect(write(updateWriter)).toContain(
      String.raw`"\\\u00750041 \\\u005500000041 \\\\\u0075 \\n \\\u0007 \"\\\u0075"`,
    );
  });
});

it('writes JSON with terms as in results of SPARQL', async () => {
  const { write } = await compared();
  const iri = 'https://example.org/page/Kite_(film)';
  const subject = { type: 'uri', value: 'https://example.org/resource/Kite_(film)' };
  const property = (name: string): object => ({ type: 'uri', value: `https://schema.org/${name}` });
  const minutes = (value: string): object => ({
    type: 'literal',
    value,
    datatype: 'http://www.w3.org/2001/XMLSchema#duration',
  });
  expect(JSON.parse(write(jsonWriter()))).toEqual({
    articles: [
      {
        page: iri,
        state: 'changed',
        removed: [
          {
            subject: { type: 'uri', value: `${iri}#char=3,9` },
            predicate: { type: 'uri', value: 'http://www.w3.org/2000/01/rdf-schema#label' },
            object: { type: 'literal', value: 'Oona' },
            graphs: [iri],
          },
          { subject, predicate: property('duration'), object: minutes('PT90M'), graphs: [iri] },
        ],
        added: [
          { subject, predicate: property('duration'), object: minutes('PT91M'), graphs: [iri] },
          {
            subject,
            predicate: property('name'),
            object: { type: 'literal', value: 'Kite\n2', 'xml:lang': 'en' },
            graphs: [iri],
          },
        ],
        moved: [
          {
            subject,
            predicate: property('director'),
            object: { type: 'uri', value: 'https://example.org/resource/Oona_Brandt' },
            from: [`${iri}#char=3,9`],
            to: [`${iri}#char=5,11`],
          },
        ],
      },
    ],
    totals: { articles: 1, changed: 0, onlyInA: 0, onlyInB: 0, removed: 1, added: 2, moved: 1, places: 1 },
  });
  expect(JSON.parse((await compare({ 'a.nq': '' }, { 'a.nq': '' })).write(jsonWriter()))).toMatchObject({
    articles: [],
  });
});
