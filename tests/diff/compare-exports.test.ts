import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compare } from '../support/compare.js';

const base = 'https://example.org/';
const name = '<https://schema.org/name>';
const line = (title: string, value: string, fragment = ''): string =>
  `<${base}resource/${title}> ${name} ${value} <${base}page/${title}${fragment}> .\n`;

describe('equal exports', () => {
  const [kite, ferry, pond] = [line('Kite', '"Kite"@en'), line('Ferry', '"Ferry"'), line('Pond', '"Pond"')];

  it('may have their articles in another order and in other parts, compressed or not', async () => {
    const { changes, articles } = await compare(
      { 'part-00000.nq.gz': gzipSync(kite + ferry), 'part-00001.nq': pond },
      { 'part-00000.nq': pond, 'part-00001.nq': ferry, 'part-00002.nq': kite },
    );
    expect([changes, articles]).toEqual([[], 3]);
  });

  it('may tell an article in several places, in another order, and twice', async () => {
    const other = line('Kite', '"The Kite"');
    const { changes } = await compare(
      { 'a.nq': kite + ferry + other },
      { 'a.nq': other + kite, 'b.nq': ferry + kite },
    );
    expect(changes).toEqual([]);
  });

  it('may be written in another way, and in another format', async () => {
    const quad = { '@context': { name: 'https://schema.org/name' } };
    const document = {
      ...quad,
      '@id': `${base}page/Kite`,
      '@graph': [{ '@id': `${base}resource/Kite`, name: { '@value': 'Kite', '@language': 'en' } }],
    };
    const trig = `@prefix schema: <https://schema.org/> . <${base}page/Kite> { <${base}resource/Kite> schema:name "Kite"@en }`;
    for (const files of [
      { 'kite.nq': `  ${kite.replace('"Kite"', '"\\u004bite"').trimEnd()} # the same\n` },
      { 'kite.trig': trig },
      { 'kite.trig.gz': gzipSync(trig) },
      { 'kite.jsonld': JSON.stringify(document) },
      { 'part-00000.jsonl': `${JSON.stringify(document)}\n` },
    ]) {
      const { changes, problems } = await compare({ 'kite.nq': kite }, files);
      expect([changes, problems]).toEqual([[], []]);
    }
  });

  it('are read once where a folder holds them in several formats', async () => {
    const turtle = `<${base}resource/Kite> ${name} "Kite"@en .\n`;
    const { changes } = await compare({ 'kite.nq': kite, 'kite.ttl': turtle }, { 'kite.nq': kite });
    expect(changes).toEqual([]);
  });

  it('may have language tags in another case, as JSON-LD does', async () => {
    const document = { '@context': { '@language': 'zh-Hant', name: 'https://schema.org/name' } };
    const jsonld = JSON.stringify({
      ...document,
      '@id': `${base}page/Kite`,
      '@graph': [{ '@id': `${base}resource/Kite`, name: 'Kite' }],
    });
    const chinese = line('Kite', '"Kite"@zh-Hant');
    expect((await compare({ 'a.nq': chinese }, { 'a.jsonld': jsonld })).changes).toEqual([]);
    // Where none is JSON-LD, what is written differently is different.
    const lower = line('Kite', '"Kite"@zh-hant');
    expect((await compare({ 'a.nq': chinese }, { 'a.nq': lower })).totals).toEqual({
      removed: 1,
      added: 1,
      moved: 0,
      places: 0,
    });
  });
});

describe('exports that differ', () => {
  it('give each article with what came, what went, and what is only told of other words', async () => {
    const { changes, articles } = await compare(
      {
        'a.nq':
          line('Kite', '"Kite"', '#char=0,4') +
          line('Kite', '"same"') +
          line('Kite', '"old"') +
          line('Ferry', '"Ferry"') +
          line('Pond', '"Pond"'),
      },
      {
        'b.nq':
          line('Pond', '"Pond"') +
          line('Kite', '"new"') +
          line('Kite', '"same"') +
          line('Kite', '"Kite"', '#char=1,5') +
          line('Aunt', '"Aunt"'),
      },
    );
    expect(articles).toBe(4);
    const thing = (title: string): string => `<${base}resource/${title}> ${name}`;
    expect(changes).toEqual([
      {
        page: `${base}page/Aunt`,
        state: 'added',
        isContinued: false,
        changes: [
          { triple: `${thing('Aunt')} "Aunt"`, removed: [], added: [`<${base}page/Aunt>`], isKept: false },
        ],
      },
      {
        page: `${base}page/Ferry`,
        state: 'removed',
        isContinued: false,
        changes: [
          { triple: `${thing('Ferry')} "Ferry"`, removed: [`<${base}page/Ferry>`], added: [], isKept: false },
        ],
      },
      {
        page: `${base}page/Kite`,
        state: 'changed',
        isContinued: false,
        changes: [
          {
            triple: `${thing('Kite')} "Kite"`,
            removed: [`<${base}page/Kite#char=0,4>`],
            added: [`<${base}page/Kite#char=1,5>`],
            isKept: false,
          },
          { triple: `${thing('Kite')} "new"`, removed: [], added: [`<${base}page/Kite>`], isKept: false },
          { triple: `${thing('Kite')} "old"`, removed: [`<${base}page/Kite>`], added: [], isKept: false },
        ],
      },
    ]);
  });

  it('tell a statement that gains or loses a place as moved, not as new or gone', async () => {
    const one = line('Kite', '"Kite"', '#char=0,4');
    const other = line('Kite', '"Kite"', '#char=9,13');
    expect((await compare({ 'a.nq': one }, { 'a.nq': one + other })).totals).toEqual({
      removed: 0,
      added: 0,
      moved: 1,
      places: 0,
    });
    expect((await compare({ 'a.nq': one + other }, { 'a.nq': one })).totals).toEqual({
      removed: 0,
      added: 0,
      moved: 1,
      places: 0,
    });
  });

  it('take a literal and what only begins like it for two statements', async () => {
    const { totals } = await compare(
      { 'a.nq': line('Kite', '"Kite"', '#char=0,4') },
      { 'a.nq': line('Kite', '"Kite"@en', '#char=0,4') },
    );
    expect(totals).toEqual({ removed: 1, added: 1, moved: 0, places: 0 });
  });

  it('compare triples where graphs do not count', async () => {
    const ttl = `<${base}resource/Kite> ${name} "Kite" ; <https://schema.org/url> "u" .`;
    const { changes } = await compare(
      { 'a.nq': line('Kite', '"Kite"') },
      { 'a.ttl': ttl },
      { ignoreGraphs: true },
    );
    expect(changes.map(({ page, changes: of }) => [page, of.map(({ triple }) => triple)])).toEqual([
      [`${base}resource/Kite`, [`<${base}resource/Kite> <https://schema.org/url> "u"`]],
    ]);
  });

  it('come out the same in little memory', async () => {
    const many = (from: number): string =>
      Array.from({ length: 500 }, (_, n) => line(`Film_${(n * 7) % 500}`, `"${from + n}"`)).join('');
    const files = [{ 'a.nq': many(0) }, { 'a.nq': many(1) }] as const;
    const { changes } = await compare(...files, { memory: 1000 });
    expect(changes).toHaveLength(500);
    expect(changes).toEqual((await compare(...files)).changes);
  });

  it('hand on no more than some changes of an article at a time', async () => {
    const many = Array.from({ length: 120_000 }, (_, n) => line('Kite', `"${n}"`)).join('');
    const { changes, totals } = await compare({ 'a.nq': many }, { 'a.nq': '' });
    expect(changes.map(({ isContinued, changes: of }) => [isContinued, of.length])).toEqual([
      [false, 50_000],
      [true, 50_000],
      [true, 20_000],
    ]);
    expect(totals.removed).toBe(120_000);
  });
});

describe('what cannot be compared', () => {
  it.each([
    ['blank-node', { 'a.nq': `_:b ${name} "x" .\n` }],
    ['rdf-syntax', { 'a.nq': 'no RDF\n' }],
    ['rdf-syntax', { 'a.jsonld': '{"@context": "https://schema.org/"}' }],
    ['not-utf8', { 'a.nq': Buffer.from([0x3c, 0xff, 0x0a]) }],
    ['corrupt', { 'a.nq.gz': gzipSync(line('Kite', '"Kite"')).subarray(0, 40) }],
    ['corrupt', { 'a.nq.gz': Buffer.from('no gzip') }],
  ])('is told: %s', async (code, files) => {
    const { problems, changes } = await compare({ 'a.nq': line('Kite', '"Kite"') }, files);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(changes).toEqual([]);
  });
});
