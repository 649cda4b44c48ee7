/** Makes exports and reads them back. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../../src/problem.js';
import type { ReadShardOptions, ShardItem } from '../../src/read.js';
import { cutInput, inspectInput, readShard } from '../../src/read.js';
import type { Shard, ShardHeader } from '../../src/shard.js';
import type { Source } from '../../src/source.js';

const folder = mkdtempSync(join(tmpdir(), 'article2rdf-read-'));

/** Writes a file of the test's own. */
export function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

export const head = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="de">
  <siteinfo>
    <sitename>Testwiki</sitename>
    <base>https://wiki.example/wiki/Start</base>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="6" case="first-letter">Datei</namespace>
      <namespace key="14" case="first-letter">Kategorie</namespace>
    </namespaces>
  </siteinfo>
`;
export const foot = '</mediawiki>\n';

/** A page as MediaWiki writes it. */
export function page(title: string, text: string, more = '', namespace = 0): string {
  return `  <page>
    <title>${escaped(title)}</title>
    <ns>${namespace}</ns>
    <id>7</id>
${more}    <revision>
      <id>9</id>
      <timestamp>2024-01-02T03:04:05Z</timestamp>
      <contributor><username>Someone</username><id>1</id></contributor>
      <comment>a &quot;comment&quot;</comment>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="${Buffer.byteLength(text)}" xml:space="preserve">${escaped(text)}</text>
      <sha1>abc</sha1>
    </revision>
  </page>
`;
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export interface Article {
  readonly title: string;
  readonly text: string;
}

/** Articles of many lengths, in characters of one to four bytes that compress badly; the same ones every time. */
export function articles(count: number, longest: number): Article[] {
  let state = 12345;
  const next = (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % below;
  };
  const letters = [...'abcdefghijklmnopqrstuvwxyz <&>"\'\n{}[]|äß€電影🎬'];
  return Array.from({ length: count }, (_, index) => {
    const length = 1 + next(longest);
    const text = Array.from({ length }, () => letters[next(letters.length)]).join('');
    return { title: `Article ${index} & "more"`, text: `'''${index}''' ${text}.` };
  });
}

export const hasBzip2 = spawnSync('bzip2', ['--help']).error === undefined;

/** Compresses with the real program; by default with blocks of 100 kB, so that little data makes many. */
export function bzip2(bytes: string | Uint8Array, level = 1): Buffer {
  const { stdout, status } = spawnSync('bzip2', [`-${level}`, '-c'], { input: bytes, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error('bzip2 failed');
  return stdout;
}

export async function headerOf(path: string): Promise<ShardHeader> {
  const inspected = await inspectInput(path);
  if ('problem' in inspected) throw new Error(inspected.problem.message);
  return inspected.header;
}

export function shard(src: string, header: ShardHeader, start: number, end: number): Shard {
  return { id: 0, src, start, end, header, config: { version: '0', options: {} } };
}

/** All that a file gives, shard by shard. */
export async function readAll(
  path: string,
  shardSize?: number,
  options: ReadShardOptions = {},
): Promise<ShardItem[]> {
  const header = await headerOf(path);
  const items: ShardItem[] = [];
  for (const { start, end } of cutInput(path, header, shardSize === undefined ? {} : { shardSize })) {
    for await (const item of readShard(shard(path, header, start, end), options)) items.push(item);
  }
  return items;
}

export function sourcesOf(items: readonly ShardItem[]): Source[] {
  return items.flatMap((item) => ('source' in item ? [item.source] : []));
}

export function problemsOf(items: readonly ShardItem[]): Problem[] {
  return items.flatMap((item) => ('problem' in item ? [item.problem] : []));
}

export function articlesOf(items: readonly ShardItem[]): Article[] {
  return sourcesOf(items).map(({ title = '', text }) => ({ title, text }));
}
