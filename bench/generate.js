// @ts-check
/**
 * A dump to measure on where none is given: pages about films, people and places that do not exist, and redirects,
 * in the wikitext that such pages are written in. Their sentences are those of the project's own articles.
 * The same every time.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { biographyPage, filmPage, placePage } from './wikitext-pages.js';

const pageCount = 320;

/** What stands before the pages. */
export const head = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.10/" version="0.10" xml:lang="en">
  <siteinfo>
    <sitename>Example</sitename>
    <dbname>examplewiki</dbname>
    <base>https://en.example.org/wiki/Main_Page</base>
    <generator>MediaWiki 1.39.0</generator>
    <case>first-letter</case>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="6" case="first-letter">File</namespace>
      <namespace key="10" case="first-letter">Template</namespace>
      <namespace key="14" case="first-letter">Category</namespace>
    </namespaces>
  </siteinfo>`;

/**
 * @param {string} casesFolder a folder a case, each with an `article.txt`
 * @returns {import('./corpus.js').Dump}
 */
export function generateDump(casesFolder) {
  const sentences = sentencesIn(casesFolder);
  const pages = Array.from({ length: pageCount }, (_, index) => {
    const chance = chanceFrom(index + 1);
    const { title, text, redirect } = writePage(index, chance, sentences);
    return pageElement(index + 1, title, text, redirect);
  });
  return { name: 'generated', head, pages, isWhole: true };
}

/**
 * Three of ten pages are redirects, as many as films; half of the articles are longer than 10 kB, some ten times as long.
 *
 * @param {number} index
 * @param {() => number} chance
 * @param {readonly string[]} sentences
 * @returns {{ title: string, text: string, redirect?: string }}
 */
function writePage(index, chance, sentences) {
  const length = Math.round(30 * Math.exp(1.1 * normal(chance)));
  const author = { chance, sentences, length: Math.min(Math.max(length, 6), 900) };
  const turn = index % 10;
  if (turn < 3) return filmPage(author);
  if (turn < 5) return biographyPage(author);
  if (turn < 7) return placePage(author);
  const { title } = filmPage(author);
  return {
    title: `${title}, alternative title ${index}`,
    text: `#REDIRECT [[${title}]]\n\n{{R from alternative name}}`,
    redirect: title,
  };
}

/** @param {string} folder */
function sentencesIn(folder) {
  const paragraphs = readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, 'article.txt'))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split(/\r?\n/))
    .filter((line) => /^[A-Z"]/.test(line));
  return paragraphs.flatMap((paragraph) => paragraph.match(/[A-Z][^.!?|]{40,300}[.!?](?=\s|$)/g) ?? []);
}

/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same seed (mulberry32).
 *
 * @param {number} seed
 */
export function chanceFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number of the standard normal distribution (Box and Muller). @param {() => number} chance */
function normal(chance) {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/**
 * @param {number} id
 * @param {string} title
 * @param {string} text
 * @param {string} [redirect]
 */
export function pageElement(id, title, text, redirect) {
  const escaped = escapeXml(text);
  return `  <page>
    <title>${escapeXml(title)}</title>
    <ns>0</ns>
    <id>${id}</id>${redirect === undefined ? '' : `\n    <redirect title="${escapeXml(redirect)}" />`}
    <revision>
      <id>${1000 + id}</id>
      <timestamp>2020-01-01T00:00:00Z</timestamp>
      <contributor>
        <username>Example</username>
        <id>1</id>
      </contributor>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="${Buffer.byteLength(text)}" xml:space="preserve">${escaped}</text>
    </revision>
  </page>
`;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
