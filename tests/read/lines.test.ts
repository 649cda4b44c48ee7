/** NDJSON: an article a line. */
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { file, problemsOf, readAll, sourcesOf } from './dump.js';

it('reads what a line says', async () => {
  const path = file(
    'a.ndjson',
    [
      {
        title: ' Quiet\n Harbour ',
        text: '= Quiet Harbour =\n',
        url: 'https://example.org/ä',
        lang: 'pt-BR',
        id: 7,
        more: [],
      },
      { title: 'B', text: "'''B'''", format: 'plain', url: null, lang: null },
      { title: 'C', text: "'''C'''" },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  expect(await readAll(path)).toEqual([
    {
      problem: {
        code: 'unread-field',
        severity: 'warning',
        message: 'The field "more" of its rows is not read.',
        place: { source: path, line: 1 },
        about: 'more',
      },
    },
    {
      source: {
        name: `${path}#Quiet Harbour`,
        text: '= Quiet Harbour =\n',
        format: 'plain',
        title: 'Quiet Harbour',
        language: 'pt-BR',
        url: 'https://example.org/ä',
        wiki: 'example.org',
      },
    },
    { source: { name: `${path}#B`, text: "'''B'''", format: 'plain', title: 'B' } },
    { source: { name: `${path}#C`, text: "'''C'''", format: 'wikitext', title: 'C' } },
  ]);
});

const good = JSON.stringify({ title: 'Good', text: 'x' });
const bad: [string, string, string][] = [
  ['{"title": "A", ', 'invalid-json', 'it is no JSON ('],
  ['["A"]', 'invalid-line', 'it is no JSON object.'],
  ['null', 'invalid-line', 'it is no JSON object.'],
  ['{"text": "x"}', 'invalid-line', '"title" must be the title, of 1 to 500 characters.'],
  ['{"title": "A"}', 'invalid-line', '"text" must be the text of the article, in Unicode and not empty.'],
  ['{"title": 1, "text": "x"}', 'invalid-line', '"title" must be'],
  ['{"title": " ", "text": "x"}', 'invalid-line', '"title" must be'],
  [
    '{"title": "A", "text": "\\ud800"}',
    'invalid-line',
    '"text" holds half of a surrogate pair (\\ud800 to \\udfff)',
  ],
  ['{"title": "A\\udc00", "text": "x"}', 'invalid-line', '"title" holds half of a surrogate pair'],
  ['{"title": "A", "text": "a\\u0000b"}', 'invalid-line', '"text" holds half'],
  [
    '{"title": "A", "text": "x", "format": "html"}',
    'invalid-line',
    '"format" must be "plain" or "wikitext", or left out.',
  ],
  ['{"title": "A", "text": "x", "url": "wiki/A"}', 'invalid-line', '"url" must be an absolute IRI'],
  ['{"title": "A", "text": "x", "url": "https://a b"}', 'invalid-line', '"url" must be an absolute IRI'],
  ['{"title": "A", "text": "x", "lang": "not a tag"}', 'invalid-line', '"lang" must be a language tag'],
  ['{"title": "A", "text": "x", "lang": 1}', 'invalid-line', '"lang" must be'],
];

it.each(bad)('tells of %s', async (line, code, reason) => {
  const first = JSON.stringify({ title: 'First', text: 'ä' });
  const text = `${first}\n\n${line}\n${good}\n`;
  const at = Buffer.byteLength(first) + 2;
  for (const [path, where, size] of [
    [file('bad.ndjson', text), `byte ${at}`, undefined],
    [file('bad.ndjson.gz', gzipSync(text)), `byte ${at} of the decompressed file`, undefined],
    [file('bad-cut.ndjson', text), `byte ${at}`, at],
  ] as const) {
    const items = await readAll(path, size);
    expect(sourcesOf(items).map(({ title }) => title)).toEqual(['First', 'Good']);
    expect(problemsOf(items)).toEqual([
      {
        code,
        severity: 'error',
        message: expect.stringContaining(`The line that begins at ${where} was left out: ${reason}`),
        place: { source: path, line: 3 },
      },
    ]);
  }
});

it('gives no line number that it does not know', async () => {
  const text = `${good}\n${'{"title": 1}'}\n`;
  const path = file('unknown.ndjson', text);
  const [problem] = problemsOf(await readAll(path, 10));
  expect(problem?.place).toEqual({ source: path });
  expect(problem?.message).toContain(`begins at byte ${good.length + 1} `);
});

it('tells of bytes that are no UTF-8, and of a title that comes twice', async () => {
  const latin = Buffer.concat([
    Buffer.from(`${good}\n{"title": "caf`),
    Buffer.of(0xe9),
    Buffer.from(`"}\n${good}`),
  ]);
  const path = file('latin.ndjson', latin);
  expect(problemsOf(await readAll(path)).map(({ code, place }) => [code, place])).toEqual([
    ['not-utf8', { source: path, line: 2 }],
    ['duplicate-title', { source: `${path}#Good` }],
  ]);
});
