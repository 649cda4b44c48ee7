/**
 * How well names without a link are taken for pages: plain renderings of articles against the wikitext of the same articles,
 * whose links say what their names mean.
 *
 *     node bench/name-links.js PLAIN-FOLDER WIKITEXT-FOLDER [--show]
 *
 * The titles are those that the wikitext links to, each of the kind that the fields around its links say; the words of links
 * that are no title themselves redirect to it. Made-up homonyms stand beside them: where a title has a parenthesis, the page
 * without it is another one of the same kind, one of another kind, or tells pages apart; each tenth page has a second
 * one with a parenthesis. Of titles that differ by a plural or an article only, the one that most links have is the page, and
 * the others redirect to it, as wikis have it. A link to one of several events counts for the name of them all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';

const [plain, wikitext] = process.argv.slice(2);
const shows = process.argv.includes('--show');
const cli = join(import.meta.dirname, '..', 'dist', 'cli.js');
const folder = mkdtempSync(join(tmpdir(), 'name-links-'));
const underscored = (title) => upperFirst(title.trim().replace(/[\s_]+/g, '_'));
const upperFirst = (title) => title.charAt(0).toUpperCase() + title.slice(1);

const kindOf = {
  'https://schema.org/Person': 'person',
  'https://schema.org/Organization': 'company',
  'https://w3id.org/article2rdf/award#Body': 'award',
  'https://schema.org/Festival': 'event',
  'https://schema.org/Place': 'settlement',
  'https://schema.org/Country': 'country',
  'https://schema.org/CreativeWork': 'book',
  'https://schema.org/Movie': 'film',
};

try {
  const gold = new Map(
    readdirSync(wikitext).map((file) => [stem(file), linksOf(readFileSync(join(wikitext, file), 'utf8'))]),
  );
  const titles = writeTitles(gold, kindsIn(convert(wikitext, [])));
  measure(gold, titles);
} finally {
  rmSync(folder, { recursive: true });
}

function stem(file) {
  return basename(file, extname(file)).replaceAll('_', ' ');
}

/** What the words of links lead to: titles by words. */
function linksOf(text) {
  const links = new Map();
  for (const [, target, words = target, more] of text.matchAll(
    /\[\[([^[\]|#]+)(?:\|([^[\]|]*))?\]\](\p{Ll}*)/gu,
  )) {
    if (/^:?(?:file|image|category|[a-z-]{2,3}):/i.test(target)) continue;
    const shown = words.replace(/''+/g, '').trim() + more;
    links.set(shown, (links.get(shown) ?? new Set()).add(underscored(target)));
  }
  return links;
}

function alike(title) {
  return title.toLowerCase().replace(/^the_/, '').replace(/s$/, '');
}

/** Statements as `convert` reads them. */
function convert(input, options) {
  const out = mkdtempSync(join(folder, 'out-'));
  const run = spawnSync(
    'node',
    [cli, 'convert', input, '-o', out, '-f', 'nquads', '--no-validate', ...options],
    { encoding: 'utf8' },
  );
  if (run.status !== 0 && run.status !== 65) throw new Error(run.stderr);
  return readdirSync(out, { recursive: true })
    .filter((file) => file.endsWith('.nq'))
    .map((file) => ({ name: stem(file), lines: readFileSync(join(out, file), 'utf8').split('\n') }));
}

/** Kinds of pages by their titles: what the articles say of the things. */
function kindsIn(files) {
  const kinds = new Map();
  for (const { lines } of files)
    for (const line of lines) {
      const [, title, type] = /^<[^>]*\/resource\/([^>#]+)> <[^>]*#type> <([^>]+)>/.exec(line) ?? [];
      if (title && kindOf[type]) kinds.set(decodeURIComponent(title), kindOf[type]);
    }
  return kinds;
}

/** The pages of the wiki by their titles, each with its kind; what redirects to them; and pages that tell others apart. */
function wikiOf(gold, kinds) {
  const links = [...gold.values()].flatMap((of) => [...of]);
  const targets = links.flatMap(([, of]) => [...of]);
  const used = new Map();
  for (const target of targets) used.set(target, (used.get(target) ?? 0) + 1);
  const pages = new Map();
  const redirects = new Map();
  const pageOf = new Map();
  for (const [title] of [...used].sort((a, b) => b[1] - a[1])) {
    const page = pageOf.get(alike(title)) ?? title;
    pageOf.set(alike(title), page);
    if (page !== title) redirects.set(title, page);
    pages.set(page, pages.get(page) ?? kinds.get(title) ?? null);
  }
  const isTitle = (title) => pageOf.has(alike(title)) || /[#<>[\]{}|]/.test(title);
  const several = new Set();
  for (const [words, of] of links) {
    const title = underscored(words);
    const [end] = [...of].map((target) => pageOf.get(alike(target)));
    if (of.size !== 1 || isTitle(title)) continue;
    // Words that lead to several pages tell none.
    if ((redirects.get(title) ?? end) !== end) several.add(title);
    redirects.set(title, end);
  }
  for (const title of several) redirects.delete(title);
  return { pages, redirects, ambiguous: addHomonyms(pages, redirects) };
}

function addHomonyms(pages, redirects) {
  const ambiguous = [];
  [...pages].forEach(([title, kind], at) => {
    const base = title.replace(/_\([^()]*\)$/, '');
    if (base === title) {
      if (at % 10 === 0) pages.set(`${title}_(other)`, kind ?? 'person');
      return;
    }
    if (pages.has(base)) return;
    redirects.delete(base);
    if (at % 3 === 0) ambiguous.push(base);
    else pages.set(base, at % 3 === 1 ? kind : 'ship');
  });
  return ambiguous;
}

/** Makes a file of titles. */
function writeTitles(gold, kinds) {
  const { pages, redirects, ambiguous } = wikiOf(gold, kinds);
  const xml = join(folder, 'titles.xml');
  const escaped = (text) =>
    text.replaceAll('_', ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  let id = 0;
  const page = (title, rest) =>
    `<page><title>${escaped(title)}</title><ns>0</ns><id>${++id}</id>${rest}</page>\n`;
  const text = (words) => `<revision><id>${id}</id><text>${words}</text></revision>`;
  writeFileSync(
    xml,
    `<mediawiki xml:lang="en"><siteinfo><dbname>enwiki</dbname><base>https://en.wikipedia.org/wiki/Main_Page</base><namespaces><namespace key="0" /></namespaces></siteinfo>\n${[
      ...[...pages.keys()].map((title) => page(title, text('A page.'))),
      ...ambiguous.map((title) => page(title, text('{{disambiguation}}'))),
      ...[...redirects].map(([title, end]) =>
        page(title, `<redirect title="${escaped(end)}" />${text(`#REDIRECT [[${escaped(end)}]]`)}`),
      ),
    ].join('')}</mediawiki>\n`,
  );
  const known = join(folder, 'kinds.nq');
  writeFileSync(
    known,
    [...pages]
      .flatMap(([title, kind]) =>
        kind
          ? [
              `<https://example.org/page/${encodeURIComponent(title)}> <https://w3id.org/article2rdf/article#kind> "${kind}" .\n`,
            ]
          : [],
      )
      .join(''),
  );
  const path = join(folder, 'wiki.titles');
  const run = spawnSync('node', [cli, 'titles', xml, known, '-o', path], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  const kindsKnown = [...pages.values()].filter((kind) => kind !== null).length;
  console.log(
    `${pages.size} pages (${kindsKnown} of a known kind), ${redirects.size} redirects, ${ambiguous.length} disambiguation pages`,
  );
  return { path, endOf: (title) => redirects.get(title) ?? title };
}

/** The words of spans, by the IRIs of these. */
function wordsBySpan(lines) {
  const spans = lines.map((line) => /^<([^>]*)> <[^>]*#anchorOf> "((?:[^"\\]|\\.)*)"/.exec(line));
  return new Map(spans.filter(Boolean).map(([, span, words]) => [span, JSON.parse(`"${words}"`)]));
}

/** The decisions of an article: words and the page that they were taken to name, each once. */
function decisions(lines) {
  const named = /^<[^>]*\/page\/[^>]*> <[^>]*#nameLink> <[^>]*\/resource\/([^>#]+)> <([^>]*)>/;
  const words = wordsBySpan(lines);
  const found = lines.map((line) => named.exec(line)).filter(Boolean);
  const pairs = found.map(([, title, span]) => [words.get(span), decodeURIComponent(title)]);
  return new Map(pairs.map((pair) => [pair.join('\n'), pair])).values();
}

/** What things are called. */
function names(lines) {
  const named =
    /^<[^>]*\/resource\/[^>]+> <https:\/\/schema.org\/(?:alternateName|name)> "((?:[^"\\]|\\.)*)"/;
  return new Set(lines.flatMap((line) => named.exec(line)?.[1] ?? []));
}

function measure(gold, { path, endOf }) {
  const sum = { right: 0, wrong: 0, unlinked: 0, possible: 0 };
  // An edition of an event counts for the event.
  const ends = (target) => [target, target.replace(/^\d+(?:st|nd|rd|th)_/, '')].map(endOf);
  for (const { name, lines } of convert(plain, ['--titles', path, '--provenance', 'span'])) {
    const links = gold.get(name);
    if (!links) throw new Error(`There is no wikitext of ${name}.`);
    for (const [words, page] of decisions(lines)) {
      const targets = [...(links.get(words) ?? [])];
      const isRight = targets.flatMap(ends).includes(page);
      const verdict = isRight ? 'right' : targets.length > 0 ? 'wrong' : 'unlinked';
      sum[verdict]++;
      if (shows && !isRight) console.log(`${verdict}: ${name}: ${words} → ${page} (${targets})`);
    }
    sum.possible += [...names(lines)].filter((words) => links.get(words)?.size === 1).length;
  }
  const share = (part, whole) => (whole === 0 ? 1 : part / whole).toFixed(4);
  const { right, wrong, unlinked, possible } = sum;
  console.log(`precision ${share(right, right + wrong)} (${right} right, ${wrong} wrong)`);
  console.log(
    `precision ${share(right, right + wrong + unlinked)} if the ${unlinked} names count as wrong that the wikitext links nowhere`,
  );
  console.log(`recall ${share(right, possible)} (of ${possible} names that the wikitext links)`);
}
