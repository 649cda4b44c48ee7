/** Pages over a real store, as text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseTurtleFamily } from '../../../src/rdf/parse-rdf.js';
import { expandCurie } from '../../../src/rdf/vocabulary.js';
import { readVocabularyFiles } from '../../../src/read/package-files.js';
import { packagePrefixes } from '../../../src/read/package-prefixes.js';
import type { ServeResponse, Site } from '../../../src/serve/handler.js';
import { Assets } from '../../../src/serve/pages/assets.js';
import {
  amounts,
  factOrder,
  figureDates,
  ladders,
  moments,
  partGroups,
  shownElsewhere,
  shownInHead,
} from '../../../src/serve/pages/groups.js';
import { html } from '../../../src/serve/pages/html.js';
import { iriText, stringText } from '../../../src/serve/pages/questions.js';
import { pageHandlers } from '../../../src/serve/pages.js';
import { openSite } from './open-site.js';

const comrades = join(import.meta.dirname, '../../cases/comrades-almost-a-love-story/graph.nq');
const site = openSite({ data: readFileSync(comrades, 'utf8') });

async function get(path: string, of: Site = site): Promise<ServeResponse> {
  const [pathname = '', query = ''] = path.split('?', 2);
  const request = {
    method: 'GET',
    path: pathname,
    query: new URLSearchParams(query),
    headers: {},
    body: '',
    signal: new AbortController().signal,
  } as const;
  for (const handler of pageHandlers(of)) {
    const response = await handler(request);
    if (response) return response;
  }
  throw new Error('no handler answers');
}

it('escapes whatever a template is given', () => {
  const hostile = `<a href="'&">`;
  expect(html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`, null]}</p>`.text).toBe(
    '<p title="&lt;a href=&quot;&#39;&amp;&quot;&gt;">&lt;a href=&quot;&#39;&amp;&quot;&gt;<b>1</b></p>',
  );
});

it('lets no words end a term of a query', () => {
  expect(() => iriText('https://x.example/> ?s ?p ?o . <')).toThrow(RangeError);
  expect(stringText('" } # \\ \n')).toBe('"\\" } # \\\\ \\n"');
});

it('names declared terms alone', () => {
  const declared = new Set(
    readVocabularyFiles().flatMap(({ text }) =>
      parseTurtleFamily(text, 'turtle').map(({ subject }) => subject.value),
    ),
  );
  const curies = [
    ...partGroups.flatMap((group) => [
      group.class,
      ...group.columns.flatMap(({ path }) => path),
      ...group.order.flat(),
    ]),
    ...factOrder,
    ...shownElsewhere,
    ...shownInHead,
    ...amounts,
    ...figureDates,
    ...ladders.flatMap(({ property, note }) => [property, note]),
    ...moments.flatMap(({ date, place }) => [date, ...(place === undefined ? [] : [place])]),
  ].map((curie) => curie.replace('^', ''));
  const unknown = curies.filter(
    (curie) => curie !== 'rdf:type' && !declared.has(expandCurie(curie, packagePrefixes())?.value ?? ''),
  );
  expect(unknown).toEqual([]);
});

it('shows a film with its cast in the order of the source', async () => {
  const { status, body } = await get('/page/Comrades:_Almost_a_Love_Story');
  expect(status).toBe(200);
  const cast = /<section aria-labelledby="=cast">.*?<\/section>/s.exec(String(body))?.[0] ?? '';
  const names = [...cast.matchAll(/<tr id="[^"]*"><td><a [^>]*><bdi>([^<]*)/g)].map(([, name]) => name);
  expect(names).toEqual([
    'Leon Lai',
    'Maggie Cheung',
    'Eric Tsang',
    'Kristy Yang',
    'Christopher Doyle',
    'Joe Cheung',
    'Len Berdick',
    'Michelle Gabriel',
    'Irene Tsu',
  ]);
  expect(body).toContain('HK$15,557,580');
  expect(body).toContain('<time datetime="1996-11-02">2 November 1996</time>');
  expect(body).toContain(
    '<link rel="alternate" type="text/turtle" href="/page/Comrades:_Almost_a_Love_Story.ttl">',
  );
});

it('says who links to a person that has no article', async () => {
  const { body } = await get('/page/Maggie_Cheung');
  expect(body).toContain('href="/resource/Comrades:_Almost_a_Love_Story"');
  expect(body).toMatch(/as <span title="https:\/\/w3id\.org\/article2rdf\/film#starring">starring<\/span>/);
  expect(body).toContain('<link rel="canonical" href="https://example.org/resource/Maggie_Cheung">');
});

it('finds names whatever their case, whole words first', async () => {
  const { body } = await get('/search?q=LEON');
  const hits = /<ol class="hits".*?<\/ol>/s.exec(String(body))?.[0] ?? '';
  const found = [...hits.matchAll(/<li><a href="[^"]*"><bdi>([^<]*)/g)].map(([, name]) => name);
  expect(found[0]).toBe('Leon Lai');
});

it.each([
  '/page/Nobody',
  '/resource/Nobody',
  '/page/Nobody/source',
  '/page/Nobody/graph',
  '/vocab/nothing',
  '/x',
])('knows nothing of %s', async (path) => expect((await get(path)).status).toBe(404));

it('tells what each term means, and which shape asks for it', async () => {
  const { body } = await get('/vocab/film');
  expect(body).toContain('<section class="term" id="boxOffice">');
  expect(body).toContain('href="/shapes/film#film-boxOffice"');
  const film = (await get('/shapes/film')).body;
  expect(film).toContain('<tr id="film-director"><th scope="row">director</th><td>');
  const { body: all } = await get('/shapes');
  expect(all).toContain('<a href="/shapes/film">film</a>');
  expect(all).not.toContain('id="film-director"');
  expect((await get('/shapes/nothing')).status).toBe(404);
});

it('gives the picture bounded data that names things alone', async () => {
  const { headers, body } = await get('/page/Comrades:_Almost_a_Love_Story/graph.json');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  const { nodes, edges } = JSON.parse(String(body)) as {
    nodes: { id: string; label: string }[];
    edges: { source: string; target: string; labels: string[] }[];
  };
  expect(nodes.length).toBeLessThanOrEqual(61);
  expect(
    nodes.filter(({ id }) => !id.startsWith('https://example.org/resource/') || id.includes('#')),
  ).toEqual([]);
  expect(edges.find(({ target }) => target === 'https://example.org/resource/Peter_Chan')?.labels).toContain(
    'director',
  );
});

it('sends files smaller to whoever takes them so, under names that hold for ever', async () => {
  const assets = new Assets([{ name: 'a.css', bytes: new TextEncoder().encode('a {}'.repeat(99)) }]);
  const address = assets.address('a.css');
  expect(address).toMatch(/^\/assets\/a\.[0-9a-f]{12}\.css$/);
  const zipped = assets.response(address, 'br, gzip;q=0.8');
  expect(zipped?.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect(gunzipSync(zipped?.body ?? '').toString()).toBe('a {}'.repeat(99));
  for (const accepted of ['', 'br', 'gzip;q=0', 'x-gzip-no'])
    expect(assets.response(address, accepted)?.headers['content-encoding']).toBeUndefined();
  expect(assets.response('/assets/a.css')).toBeNull();
});

it('works where the default graph is empty too', async () => {
  const own = site.own;
  const apart: Site = {
    ...site,
    own: {
      ...own,
      // A store that holds named graphs apart: the same store, asked for an empty default graph.
      query: (request) =>
        own.query({
          ...request,
          query: request.query.replace(
            'WHERE {',
            'FROM <urn:none> FROM NAMED <https://example.org/page/Comrades:_Almost_a_Love_Story> WHERE {',
          ),
        }),
    },
  };
  expect((await get('/page/Comrades:_Almost_a_Love_Story', apart)).body).toContain('HK$15,557,580');
  expect((await get('/search?q=leon', apart)).body).toContain('Leon Lai');
  expect((await get('/', apart)).body).toContain('performance role');
});
