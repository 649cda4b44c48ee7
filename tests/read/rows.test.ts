/** Rows of the usual sources: what each says of its article, and what of it is not read. */
import { describe, expect, it } from 'vitest';
import { addressLanguage, databaseLanguage, wikiLanguage } from '../../src/rdf/wiki-languages.js';
import type { ReadShardOptions } from '../../src/read.js';
import { filledBase } from '../../src/source/base-template.js';
import { file, page, problemsOf, readAll, sourcesOf } from './dump.js';

async function read(rows: readonly unknown[], options: ReadShardOptions = {}) {
  const lines = rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row)));
  return readAll(file('rows.ndjson', `${lines.join('\n')}\n`), undefined, options);
}

async function sourceOf(row: unknown) {
  const items = await read([row]);
  const [source] = sourcesOf(items);
  return { source, unread: problemsOf(items).map(({ about, code }) => about ?? code) };
}

const wikitext = "'''Salt''' is a film by [[Ann Lee]].";

describe('text, title, address and language', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    [
      'FineWiki',
      {
        text: '# Salt\nSalt is a film.',
        id: 'dewiki/1',
        wikiname: 'dewiki',
        page_id: 1,
        title: 'Salt',
        url: 'https://de.wikipedia.org/wiki/Salt',
        in_language: 'de',
        infoboxes: '[]',
        wikitext,
        has_math: false,
      },
      { title: 'Salt', text: wikitext, format: 'wikitext', language: 'de', wiki: 'de.wikipedia.org' },
      ['text', 'infoboxes', 'has_math'],
    ],
    [
      'CirrusSearch',
      {
        title: 'Salt',
        namespace: 0,
        language: 'fr',
        wiki: 'frwiki',
        text: 'Salt is a film.',
        source_text: wikitext,
        category: ['Films'],
        popularity_score: 0.1,
      },
      { title: 'Salt', text: wikitext, format: 'wikitext', language: 'fr', wiki: 'frwiki' },
      ['text', 'category', 'popularity_score'],
    ],
    [
      'Wikimedia Enterprise',
      {
        name: 'Salt',
        identifier: 1,
        in_language: { identifier: 'es', name: 'Spanish' },
        is_part_of: { identifier: 'eswiki' },
        url: 'https://es.wikipedia.org/wiki/Salt',
        namespace: { identifier: 0 },
        article_body: { html: '<p>x</p>', wikitext },
      },
      { title: 'Salt', text: wikitext, language: 'es', wiki: 'es.wikipedia.org' },
      [],
    ],
    [
      'a language by its wiki',
      { title: 'Salt', text: 'x', wiki_id: 'zh_min_nanwiki' },
      { language: 'nan', wiki: 'zh_min_nanwiki' },
      [],
    ],
    [
      'a language by its address',
      { id: '1', url: 'https://simple.wikipedia.org/wiki/Salt', title: 'Salt', text: 'x' },
      { language: 'en-simple' },
      [],
    ],
    [
      'an address that tells none',
      { url: 'https://www.example.org/wiki/Salt', title: 'Salt', text: 'x' },
      { wiki: 'www.example.org' },
      [],
    ],
    [
      'its own language before that of its wiki',
      { title: 'Salt', text: 'x', language_code: 'pt_BR', wiki: 'enwiki' },
      { language: 'pt-BR' },
      [],
    ],
    [
      'a language in an object',
      { title: 'Salt', text: 'x', language: { code: 'de-AT' } },
      { language: 'de-AT' },
      [],
    ],
    [
      'a source that is no text',
      { title: 'Salt', text: 'x', source: 'wikipedia' },
      { text: 'x' },
      ['source'],
    ],
    [
      'REST',
      { id: 1, key: 'Salt', title: 'Salt', content_model: 'wikitext', source: wikitext },
      { text: wikitext, format: 'wikitext' },
      [],
    ],
    [
      'a document of Elasticsearch',
      { _index: 'enwiki', _id: '1', _source: { title: 'Salt', text: 'x' } },
      { title: 'Salt', text: 'x' },
      [],
    ],
    [
      'an answer with an extract',
      {
        query: {
          pages: { 1: { pageid: 1, ns: 0, title: 'Salt', extract: 'Salt is a film.\n\n== Plot ==\nx' } },
        },
      },
      { title: 'Salt', text: 'Salt is a film.\n\n== Plot ==\nx', format: 'plain' },
      [],
    ],
    [
      'an answer with a revision',
      {
        batchcomplete: true,
        query: {
          normalized: [],
          pages: [
            {
              title: 'Salt',
              revisions: [{ slots: { main: { contentmodel: 'wikitext', content: wikitext } } }],
            },
          ],
        },
      },
      { text: wikitext, format: 'wikitext' },
      [],
    ],
    [
      'an answer of the old form',
      {
        query: { pages: { 7: { title: 'Salt', revisions: [{ contentmodel: 'wikitext', '*': wikitext }] } } },
      },
      { text: wikitext },
      [],
    ],
    [
      'an answer of the old form with slots',
      {
        query: {
          pages: {
            7: {
              title: 'Salt',
              pagelanguage: 'nl',
              canonicalurl: 'https://nl.example.org/wiki/Salt',
              revisions: [{ slots: { main: { '*': wikitext } } }],
            },
          },
        },
      },
      { text: wikitext, language: 'nl', url: 'https://nl.example.org/wiki/Salt' },
      [],
    ],
    [
      'an answer that is parsed',
      { parse: { title: 'Salt', pageid: 1, wikitext: { '*': wikitext }, text: { '*': '<p>' } } },
      { text: wikitext },
      [],
    ],
    [
      'an answer that goes on',
      { continue: { c: 1 }, query: { pages: [{ title: 'Salt', extract: 'x' }] } },
      { text: 'x' },
      ['continue'],
    ],
  ])('%s', async (_, row, expected, unread) => {
    const found = await sourceOf(row);
    expect(found.source).toMatchObject(expected);
    expect(found.source?.language).toBe(expected.language);
    expect(found.unread).toEqual(unread);
  });

  it('sections in order, with links back where their words stand once', async () => {
    const row = {
      title: 'Salt',
      section_titles: ['Introduction', 'Plot', 'Cast'],
      section_texts: [
        "\n'''Salt''' is a film by Ann Lee.\n",
        '\nTwo traders walk.\n',
        '\n* Bo Roe as Bo\n* Cy as Ann Leeds\n',
      ],
      interlinks: [
        ['Ann Lee (director)', 'Ann Lee'],
        ['Bo Roe', 'Bo Roe'],
        ['Bo', 'Bo'],
        ['Dup 1', 'Cy'],
        ['Dup 2', 'Cy'],
        ['None', 'nowhere'],
      ],
    };
    const { source, unread } = await sourceOf(row);
    expect(source?.text).toBe(
      "\n'''Salt''' is a film by Ann Lee.\n\n== Plot ==\n\nTwo traders walk.\n\n== Cast ==\n\n* [[Bo Roe]] as Bo\n* Cy as Ann Leeds\n",
    );
    expect(source?.format).toBe('wikitext');
    expect(unread).toEqual([]);
    const asObject = await sourceOf({
      ...row,
      section_texts: ['A film by Ann Lee.'],
      interlinks: { 'Ann Lee (director)': 'Ann Lee' },
    });
    expect(asObject.source?.text).toBe('A film by [[Ann Lee (director)|Ann Lee]].');
  });
});

it('gives the pages of an answer each, and passes lines over that are no rows', async () => {
  const items = await read([
    { index: { _type: '_doc', _id: '1' } },
    {
      query: {
        pages: [
          { ns: 0, title: 'A', extract: 'a' },
          { ns: 1, title: 'Talk:A', extract: 'b' },
          { ns: 0, title: 'B', missing: true },
        ],
      },
    },
    { title: 'Module:C', text: 'return 1', content_model: 'Scribunto' },
    { title: 'D', namespace: 14, text: 'x' },
  ]);
  expect(items).toMatchObject([
    { left: 'index' },
    { source: { title: 'A' } },
    { left: 'namespace', title: 'Talk:A' },
    { problem: { code: 'missing-page', place: { line: 2 } } },
    { left: 'model' },
    { left: 'namespace', title: 'D' },
  ]);
});

it.each<[string, unknown, string, string]>([
  [
    'fields of something else',
    { type: 'Feature', geometry: {} },
    'unknown-row',
    'its fields ("type", "geometry") are not those of an article',
  ],
  ['nothing', {}, 'unknown-row', 'its fields (none)'],
  [
    'JSON-LD',
    { '@id': 'https://example.org/a', title: 'A', text: 'x' },
    'unknown-format',
    'this is JSON-LD; did you mean validate?',
  ],
  [
    'HTML',
    { title: 'A', text: '<!DOCTYPE html><html><body>x</body></html>' },
    'unknown-format',
    'This is HTML',
  ],
  [
    'HTML of an extract',
    { query: { pages: [{ title: 'A', extract: '<p><b>A</b> is a film.</p>\n<p>x</p>' }] } },
    'unknown-format',
    'This is HTML',
  ],
  ['Turtle', { title: 'A', text: '@prefix a: <https://a.example/> .' }, 'unknown-format', 'This is Turtle'],
  [
    'an error of the API',
    { error: { code: 'badvalue', info: 'Unrecognized value' } },
    'api-error',
    "it is an error of MediaWiki's API: Unrecognized value.",
  ],
  [
    'a language in words',
    { title: 'A', text: 'x', language: 'german' },
    'invalid-line',
    '"language" must be a language tag such as "en"',
  ],
  [
    'a language that is none',
    { title: 'A', text: 'x', in_language: { identifier: 7 } },
    'invalid-line',
    '"in_language" must be',
  ],
  ['no title', { name: '', text: 'x' }, 'invalid-line', '"name" must be the title'],
  ['a text of no words', { title: 'A', wikitext: ' ' }, 'invalid-line', '"text" must be'],
])('refuses %s, with its line', async (_, row, code, reason) => {
  const items = await read([{ title: 'First', text: 'x' }, row, { title: 'Last', text: 'x' }]);
  expect(sourcesOf(items).map(({ title }) => title)).toEqual(['First', 'Last']);
  expect(problemsOf(items)).toMatchObject([{ code, severity: 'error', place: { line: 2 } }]);
  expect(problemsOf(items)[0]?.message).toContain(reason);
});

it('tells once of each field that is not read', async () => {
  const rows = Array.from({ length: 50 }, (_, i) => ({
    title: `A ${i}`,
    text: 'x',
    genre: 'x',
    ...(i > 20 ? { more: 1 } : {}),
  }));
  const found = problemsOf(await read(rows)).map(({ about, place }) => [about, place.line]);
  expect(found).toEqual([
    ['genre', 1],
    ['more', 22],
  ]);
});

it('tells of a last line that is cut', async () => {
  const path = file('cut.ndjson', '{"title": "A", "text": "x"}\n{"title": "B", "te');
  const [problem] = problemsOf(await readAll(path));
  expect(problem).toMatchObject({ code: 'truncated', place: { line: 2 } });
});

describe('articles of one title', () => {
  const rows = [
    { title: 'Salt', text: 'x', url: 'https://de.example.org/wiki/Salt' },
    { title: 'Salt', text: 'x', url: 'https://en.example.org/wiki/Salt' },
    { title: 'Salt', text: 'x', url: 'https://en.example.org/wiki/Salt' },
    { title: 'Sea', text: 'x', lang: 'de' },
    { title: 'Sea', text: 'x', lang: 'en' },
  ];
  it('of two wikis cannot have one IRI, which is told with the option', async () => {
    const problems = problemsOf(await read(rows));
    expect(problems.map(({ code }) => code)).toEqual(['other-wiki', 'other-wiki', 'other-wiki']);
    expect(problems[0]?.message).toContain('--base https://{wiki}/');
    expect(problems[2]?.message).toContain('{lang} in --base');
  });
  it('are two where the base tells wikis apart', async () => {
    const baseOf: ReadShardOptions['baseOf'] = ({ wiki, language = 'en' }) =>
      filledBase('https://{wiki}/{lang}/', { language, wiki: wiki ?? 'x' });
    const items = await read(rows, { baseOf });
    expect(sourcesOf(items)).toHaveLength(4);
    expect(problemsOf(items).map(({ code }) => code)).toEqual(['duplicate-title']);
  });
});

it.each<[string, string | null]>([
  ['de', 'de'],
  ['de_AT', 'de-AT'],
  ['map-bms', 'jv-x-bms'],
  ['als', 'gsw'],
  ['zh-yue', 'yue'],
  ['simple', 'en-simple'],
  ['nrm', 'nrf'],
  ['be-x-old', 'be-tarask'],
  ['zh_classical', 'lzh'],
  ['roa-tara', 'nap-x-tara'],
  ['fiu-vro', 'vro'],
  ['zh-TW', 'zh-Hant-TW'],
  ['sr-ec', 'sr-Cyrl'],
  ['pt-BR', 'pt-BR'],
  ['nds-nl', 'nds-NL'],

  ['cz', 'cs'],
  ['english', null],
  ['', null],
  ['not a tag', null],
  ['toolongforatag', null],
])('the language of the code %j is %j', (code, tag) => {
  expect(wikiLanguage(code)).toBe(tag);
});

it.each<[string, string | null]>([
  ['dewiki', 'de'],
  ['enwiktionary', 'en'],
  ['zh_yuewiki', 'yue'],
  ['be_x_oldwiki', 'be-tarask'],
  ['dewiki-20240101', 'de'],
  ['simplewiki', 'en-simple'],
  ['commonswiki', null],
  ['wikidatawiki', null],
  ['metawiki', null],
  ['films', null],
  ['tenwiki', null],
])('the language of the database %j is %j', (name, tag) => {
  expect(databaseLanguage(name)).toBe(tag);
});

it.each<[string, string | null]>([
  ['https://de.wikipedia.org/wiki/A', 'de'],
  ['https://de.m.wikipedia.org/wiki/A', 'de'],
  ['https://ceb.wikipedia.org/?curid=1', 'ceb'],
  ['https://zh-min-nan.wikipedia.org/wiki/A', 'nan'],
  ['https://commons.wikimedia.org/wiki/A', null],
  ['https://www.wikipedia.org/', null],
  ['https://films.fandom.com/de/wiki/A', 'de'],
  ['https://films.fandom.com/wiki/A', null],
  ['https://de.example.org/wiki/A', 'de'],
  ['https://example.org/wiki/A', null],
  ['https://cs.example.edu/~a', null],
  ['urn:x', null],
])('the language of the address %j is %j', (address, tag) => {
  expect(addressLanguage(address)).toBe(tag);
});

describe('the language of a dump', () => {
  const dump = (lang: string, info = ''): string =>
    `<mediawiki ${lang}><siteinfo>${info}</siteinfo>${page('A', 'x')}</mediawiki>`;
  it.each<[string, string, string, string | undefined]>([
    ['xml:lang="map-bms"', '', 'jv-x-bms', undefined],
    ['xml:lang="de_AT"', '', 'de-AT', undefined],
    ['', '<dbname>alswiki</dbname>', 'gsw', undefined],
    ['', '<base>https://de.wikipedia.org/wiki/Hauptseite</base>', 'de', undefined],
    ['xml:lang="toolongforatag"', '<dbname>frwiki</dbname>', 'fr', undefined],
    ['xml:lang="toolongforatag"', '', '', 'unknown-language'],
  ])('%s %s', async (lang, info, tag, code) => {
    const items = await readAll(file('lang.xml', dump(lang, info)));
    expect(sourcesOf(items)[0]?.language ?? '').toBe(tag);
    expect(problemsOf(items)[0]?.code).toBe(code);
  });
});

it('fills a base', () => {
  expect(filledBase('https://{wiki}/', { wiki: 'de.example.org', language: 'de' })).toBe(
    'https://de.example.org/',
  );
  expect(filledBase('https://data.example/{wiki}/{lang}/', { wiki: 'zh_yuewiki', language: 'zh-Hant' })).toBe(
    'https://data.example/zh-yuewiki/zh-hant/',
  );
  expect(filledBase('https://{wiki}/', { language: 'de' })).toBeNull();
  expect(filledBase('https://example.org/', { language: 'de' })).toBe('https://example.org/');
});
