/** Exports of a wiki and lines of JSON with articles that we wrote, as many as are wanted. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const people = ['Ann Lee', 'Bo Roe', 'Cy Poe', 'Di Moe', 'Éva Kő', '李安'];
const person = (n: number): string => people[n % people.length] as string;

function wikitext(n: number): string {
  const cast = Array.from({ length: n % 7 }, (_, i) => `* [[${person(n + i)}]] as Role ${i}`).join('\n');
  return `{{Infobox film
| name     = Film ${n}
| director = [[${person(n)}]]
| producer = [[${person(n + 1)}]]
| runtime  = ${60 + (n % 90)} minutes
| country  = France
}}
'''''Film ${n}''''' is a ${1950 + (n % 70)} film directed by [[${person(n)}]] &amp; shown in ${'many '.repeat(n % 40)}places.

== Cast ==
${cast}
`;
}

const head = [
  '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">\n',
  '  <siteinfo><sitename>Films</sitename><dbname>films</dbname><base>https://films.example/wiki/Main_Page</base><case>first-letter</case>',
  '<namespaces><namespace key="0" case="first-letter" /><namespace key="1" case="first-letter">Talk</namespace></namespaces></siteinfo>\n',
].join('');

/** The number of a page, which it keeps wherever it stands in an export. */
const numberOf = (title: string): number =>
  Number.parseInt(createHash('sha256').update(title).digest('hex').slice(0, 6), 16);

/** An export of the given articles. */
export function dumpOf(pages: readonly { readonly title: string; readonly text: string }[]): string {
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${head}${pages.map(({ title, text }) => page(numberOf(title), title, 0, '', escaped(text))).join('')}</mediawiki>\n`;
}

/** An export with redirects and talk pages among its articles. */
export function dump(pages: number): string {
  const parts = [head];
  for (let n = 0; n < pages; n++) {
    parts.push(page(n, `Film ${n}`, 0, '', wikitext(n)));
    if (n % 10 === 3)
      parts.push(page(n, `Movie ${n}`, 0, `<redirect title="Film ${n}" />`, `#REDIRECT [[Film ${n}]]`));
    if (n % 10 === 7) parts.push(page(n, `Talk:Film ${n}`, 1, '', 'Is it good?'));
  }
  return `${parts.join('')}</mediawiki>\n`;
}

function page(id: number, title: string, ns: number, redirect: string, text: string): string {
  return `  <page>
    <title>${title}</title>
    <ns>${ns}</ns>
    <id>${id + 1}</id>
    ${redirect}
    <revision>
      <id>${id + 1}</id>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text xml:space="preserve">${text}</text>
    </revision>
  </page>
`;
}

/** Articles as plain text, one JSON object a line. */
export function lines(articles: number): string {
  return Array.from({ length: articles }, (_, n) => {
    const text = `= Film ${n} =\n\nFilm ${n}\n- Director: ${person(n)}\n\nFilm ${n} is a 2001 film.\n`;
    return `${JSON.stringify({ title: `Film ${n}`, text, format: 'plain' })}\n`;
  }).join('');
}

/** The files of a folder with a hash of each. */
export function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}
