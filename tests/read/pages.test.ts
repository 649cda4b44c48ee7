/** What becomes of a page of an export. */
import { describe, expect, it } from 'vitest';
import type { ShardItem } from '../../src/read.js';
import { file, foot, head, page, problemsOf, readAll, sourcesOf } from './dump.js';

const read = (...pages: string[]): Promise<ShardItem[]> =>
  readAll(file('pages.xml', head + pages.join('') + foot));

it('reads an article with all that the export says of it', async () => {
  const text = `'''Über''' <ref name="a">1 & 2</ref>\n{{Infobox|a=1}}\n`;
  const path = file('one.xml', head + page('Über "uns": 50 % & $1', text) + foot);
  expect(await readAll(path)).toEqual([
    {
      source: {
        name: `${path}#Über "uns": 50 % & $1`,
        text,
        format: 'wikitext',
        title: 'Über "uns": 50 % & $1',
        language: 'de',
        url: 'https://wiki.example/wiki/%C3%9Cber_%22uns%22:_50_%25_%26_$1',
        wiki: 'wiki.example',
        site: {
          language: 'de',
          pageBase: 'https://wiki.example/wiki/',
          wiki: 'wiki.example',
          namespaces: expect.objectContaining({
            file: 6,
            image: 6,
            datei: 6,
            kategorie: 14,
            category: 14,
            template: 10,
          }),
        },
        revision: { page: '7', id: '9', time: '2024-01-02T03:04:05Z' },
      },
    },
  ]);
});

it('encodes addresses as MediaWiki does', async () => {
  const titles = ["Ocean's 11", 'C++', 'A/B?', '(film); @ ~!*,', 'Ä#1', '電影'];
  const urls = sourcesOf(await read(...titles.map((title) => page(title, 'x')))).map(({ url }) => url);
  expect(urls.map((url) => url?.replace('https://wiki.example/wiki/', ''))).toEqual([
    'Ocean%27s_11',
    'C%2B%2B',
    'A/B%3F',
    '(film);_@_~!*,',
    '%C3%84%231',
    '%E9%9B%BB%E5%BD%B1',
  ]);
});

it('takes the last of many revisions', async () => {
  const history = page('Old', 'newest').replace(
    '    <revision>',
    '    <revision><id>1</id><model>javascript</model><format>text/javascript</format><text>oldest</text></revision>\n    <revision>',
  );
  expect(sourcesOf(await read(history)).map(({ text }) => text)).toEqual(['newest']);
  const hidden = page('Hidden', 'x').replace(
    '  </page>',
    '    <revision><id>2</id><text deleted="deleted" /></revision>\n  </page>',
  );
  expect(await read(hidden)).toEqual([{ left: 'empty', title: 'Hidden' }]);
});

it('names what is no article and why', async () => {
  const module = page('Data', 'return {}')
    .replace('<model>wikitext<', '<model>Scribunto<')
    .replace('text/x-wiki', 'text/plain');
  expect(
    await read(
      page('Film B', '#REDIRECT [[Film A]]', '    <redirect title="Film &amp; A" />\n'),
      page('Talk:Film A', 'hello', '', 1),
      module,
      page('Blank', ' \n'),
      page('Kategorie:Filme', '#REDIRECT [[X]]', '    <redirect title="X" />\n', 14),
      page('Datei:A &amp; B.jpg', 'x', '', 6),
    ),
  ).toEqual([
    { redirect: { title: 'Film B', target: 'Film & A' } },
    { left: 'namespace', title: 'Talk:Film A' },
    { left: 'model', title: 'Data' },
    { left: 'empty', title: 'Blank' },
    { left: 'namespace', title: 'Kategorie:Filme' },
    { left: 'namespace', title: 'Datei:A &amp; B.jpg' },
  ]);
});

it('reads the namespaces that are asked for', async () => {
  const path = file('namespaces.xml', head + page('A', 'x') + page('Kategorie:B', 'y', '', 14) + foot);
  const items = await readAll(path, undefined, { namespaces: new Set([14]) });
  expect(items.map((item) => ('source' in item ? item.source.title : item))).toEqual([
    { left: 'namespace', title: 'A' },
    'Kategorie:B',
  ]);
});

it('reads exports of old, which say neither namespace nor model nor where a redirect leads', async () => {
  const old = (title: string, text: string, more = ''): string =>
    `<page><title>${title}</title><id>1</id>${more}<revision><text xml:space="preserve">${text}</text></revision></page>`;
  const items = await read(
    old('Film: A', 'text'),
    old('datei:X.jpg', 'text'),
    old('B', '#REDIRECT [[:Film: A#Cast|x]]', '<redirect />'),
  );
  expect(items.map((item) => ('source' in item ? item.source.title : item))).toEqual([
    'Film: A',
    { left: 'namespace', title: 'datei:X.jpg' },
    { redirect: { title: 'B', target: 'Film: A#Cast' } },
  ]);
});

it('reads the section that a redirect leads into, which its element leaves out', async () => {
  const redirect = (to: string, text: string): string =>
    page('B', text).replace('<revision>', `<redirect title="${to}" /><revision>`);
  const items = await read(
    redirect('Film A', '#REDIRECT [[film A#Cast and crew|x]]'),
    redirect('Film A', '#REDIRECT [[Film A]] {{R from move}} [[Category:X#y]]'),
  );
  expect(items).toEqual([
    { redirect: { title: 'B', target: 'Film A#Cast and crew' } },
    { redirect: { title: 'B', target: 'Film A' } },
  ]);
});

describe('a page that cannot be read costs itself alone', () => {
  const [before, after] = [page('Before', 'a'), page('After', 'b')];
  const expectOne = async (
    broken: string | Buffer,
    code: string,
    message: string,
    title: string,
  ): Promise<void> => {
    const bytes = Buffer.concat([head, before, broken, after, foot].map((part) => Buffer.from(part)));
    const path = file('broken.xml', bytes);
    const items = await readAll(path);
    expect(sourcesOf(items).map((source) => source.title)).toEqual(['Before', 'After']);
    const at = Buffer.byteLength(head + before) + Buffer.from(broken).indexOf('<page');
    expect(problemsOf(items)).toEqual([
      {
        code,
        severity: 'error',
        message: message.replace('%', `begins at byte ${at}`),
        place: { source: title === '' ? path : `${path}#${title}` },
      },
    ]);
  };

  it('a tag that does not match', () =>
    expectOne(
      page('Bad', 'x').replace('</comment>', '</coment>'),
      'invalid-xml',
      'The page that % was left out: line 9 of it is no valid XML (unexpected close tag.).',
      'Bad',
    ));
  it('an entity that is not defined', () =>
    expectOne(
      page('Bad', 'x').replace('"comment', '&lol9;').replace('a &quot;', 'a &lol9;'),
      'invalid-xml',
      'The page that % was left out: line 9 of it is no valid XML (undefined entity.).',
      'Bad',
    ));
  it('bytes that are no UTF-8', () =>
    expectOne(
      Buffer.from(page('Bad', 'caf\u00e9'), 'latin1'),
      'not-utf8',
      'The page that % was left out: It is no valid UTF-8 at byte 372; convert it to UTF-8 first, for example with iconv. (line 12 of the page)',
      'Bad',
    ));
  it('a missing title', () =>
    expectOne(
      page('', 'x'),
      'no-title',
      'The page that % was left out: it has no title, or one of more than 500 characters.',
      '',
    ));
  it('a missing end', () =>
    expectOne(
      page('Bad &', 'x').replace('</page>', ''),
      'invalid-xml',
      'The page that % was left out: another page begins before it has ended.',
      'Bad &',
    ));
  it('elements in one another without end', () =>
    expectOne(
      page('Bad', 'x').replace('<sha1>', '<a>'.repeat(1_000_000)),
      'invalid-xml',
      'The page that % was left out: line 13 of it is no valid XML (too many elements in one another.).',
      'Bad',
    ));
  it('attributes without end', () =>
    expectOne(
      page('Bad', 'x').replace(
        '<sha1>',
        `<sha1${Array.from({ length: 100_000 }, (_, n) => ` a${n}=""`).join('')}>`,
      ),
      'invalid-xml',
      'The page that % was left out: line 13 of it is no valid XML (too many attributes.).',
      'Bad',
    ));
  it('a title that has come before', () => {
    const first = Buffer.byteLength(head);
    return expectOne(
      page('Before', 'another'),
      'duplicate-title',
      `Another article of this title, the one that begins at byte ${first + 2}, was read before; the one that % was left out.`,
      'Before',
    );
  });
});

it('expands no entities of a document type', async () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE mediawiki [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>\n`;
  const items = await readAll(
    file(
      'bomb.xml',
      bomb + head + page('Bomb', 'x').replace('>x<', `>${'&b;'.repeat(1000)}<`) + page('Fine', 'y') + foot,
    ),
  );
  expect(sourcesOf(items).map(({ title }) => title)).toEqual(['Fine']);
  expect(problemsOf(items).map(({ code, place }) => [code, place.source.split('#')[1]])).toEqual([
    ['invalid-xml', 'Bomb'],
  ]);
});

it('reads character references and CDATA as XML has it', async () => {
  const text = page('A', 'x').replace('>x<', '>&#228;&#x1F3AC;<![CDATA[<b> & ]]>\r\nend<');
  expect(sourcesOf(await read(text)).map((source) => source.text)).toEqual(['ä🎬<b> & \nend']);
});

it('tells where a file ends in a page', async () => {
  const whole = head + page('A', 'x') + page('B', 'y');
  const items = await readAll(file('cut.xml', whole.slice(0, -40)));
  expect(sourcesOf(items).map(({ title }) => title)).toEqual(['A']);
  expect(
    problemsOf(items).map(({ code, message }) => [
      code,
      message.includes('the file ends in the middle of it'),
    ]),
  ).toEqual([['truncated', true]]);
});

it('tells where a file has changed since it was divided', async () => {
  const path = file('changed.xml', head + foot);
  const { readShard } = await import('../../src/read.js');
  const { headerOf, shard } = await import('./dump.js');
  const part = shard(path, await headerOf(path), 0, 10);
  file('changed.xml', head + page('A', 'x') + foot);
  const items: ShardItem[] = [];
  for await (const item of readShard(part)) items.push(item);
  expect(problemsOf(items).map(({ code }) => code)).toEqual(['input-changed']);
});
