/** The first page: what there is, and what one can do with it. */
import type { Addresses } from './addresses.js';
import { wordsOfIri } from './addresses.js';
import { html, nothing } from './html.js';
import type { PageParts } from './layout.js';
import type { Questions } from './questions.js';
import { iriOf, patiently, t } from './questions.js';
import { numberWords, textHtml } from './values.js';
import { prefixOf, termLabel } from './vocabulary-terms.js';

export interface HomeData {
  /** Most first; null where the store took too long to count. */
  readonly classes: readonly { readonly iri: string; readonly count: string }[] | null;
  readonly articles: readonly { readonly iri: string; readonly name: string; readonly language: string }[];
}

const mostArticles = 24;
/** What tells where statements were read is no subject of articles. */
const machinery = ['nif', 'prov', 'sh', 'owl', 'rdfs', 'rdf'];
const parts = ['schema:WebPageElement', 'schema:TextObject', 'schema:ListItem'];

export async function loadHome(questions: Questions): Promise<HomeData> {
  return { articles: await firstArticles(questions), classes: await patiently(countClasses(questions)) };
}

async function countClasses(questions: Questions): Promise<HomeData['classes']> {
  const rows = await questions.selectAnywhere(
    (within) =>
      `SELECT ?class (COUNT(DISTINCT ?s) AS ?count) WHERE { ${within('?s a ?class')} } GROUP BY ?class ORDER BY DESC(?count) LIMIT 60`,
  );
  const hidden = parts.map(iriOf);
  return rows.flatMap(({ class: found, count }) => {
    const isShown = found && !machinery.includes(prefixOf(found.value)) && !hidden.includes(found.value);
    return isShown && count ? [{ iri: found.value, count: count.value }] : [];
  });
}

async function firstArticles(questions: Questions): Promise<HomeData['articles']> {
  const rows = await questions.selectAnywhere(
    (within) =>
      `SELECT DISTINCT ?thing ?name WHERE { ${within(`?page ${t('schema:mainEntity')} ?thing`)} . ${within(`?thing ${t('schema:name')} ?name`)} } LIMIT 400`,
  );
  const found = new Map<string, { iri: string; name: string; language: string }>();
  for (const { thing, name } of rows)
    if (thing?.termType === 'NamedNode' && name?.termType === 'Literal')
      found.set(thing.value, { iri: thing.value, name: name.value, language: name.language });
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, mostArticles);
}

export function homePage(data: HomeData, addresses: Addresses): PageParts {
  const counts =
    data.classes === null || data.classes.length === 0
      ? html`<p class="aside">${data.classes === null ? 'Counting takes longer than it should; search and pages work all the same.' : 'There is nothing in the store yet.'}</p>`
      : html`<ul class="counts">${data.classes.map(
          ({ iri, count }) =>
            html`<li><a href="/search?class=${encodeURIComponent(iri)}"><span class="number">${numberWords(count) ?? count}</span> <span class="name">${termLabel(iri)}</span></a></li>`,
        )}</ul>`;
  const articles =
    data.articles.length === 0
      ? nothing
      : html`<section aria-labelledby="=articles"><h2 id="=articles">Articles</h2><ul class="columns">${data.articles.map(
          ({ iri, name, language }) =>
            html`<li><a href="${addresses.href(iri) ?? '/'}">${textHtml(name || wordsOfIri(iri), language)}</a></li>\n`,
        )}</ul><p><a href="/search?property=${encodeURIComponent('https://schema.org/mainEntityOfPage')}">All articles</a></p></section>`;
  return {
    title: 'Articles as linked data',
    description:
      'What encyclopedic articles tell of things, people and places, as linked data with the words each statement was read from.',
    body: html`<div class="hero"><h1>What articles tell, as linked data</h1>
<p class="lead">Each fact here was read from the words of an article, and knows which ones.</p>
<form class="search large" role="search" aria-label="Names" action="/search"><label class="unseen" for="=q2">Search for a name</label><input id="=q2" type="search" name="q" placeholder="A thing, a person, a place" autocomplete="off"><button>Search</button></form></div>
<section aria-labelledby="=counts"><h2 id="=counts">What there is</h2>${counts}</section>
${articles}
<section aria-labelledby="=ways"><h2 id="=ways">What one can do here</h2><ul class="cards">
<li><h3><a href="/query">Ask in SPARQL</a></h3><p>Queries over all articles, with examples. Programs ask at <code>/sparql</code>.</p></li>
<li><h3><a href="/vocab">Look up a term</a></h3><p>What each property means, and how it relates to schema.org and Wikidata.</p></li>
<li><h3><a href="/shapes">See what is checked</a></h3><p>The constraints that every article’s graph conforms to.</p></li>
<li><h3>Take the data</h3><p>Each page comes as Turtle, JSON-LD and N-Triples too: add <code>.ttl</code>, <code>.jsonld</code> or <code>.nt</code> to its address.</p></li>
</ul></section>`,
  };
}
