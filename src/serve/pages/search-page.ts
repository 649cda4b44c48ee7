/** Search over names, and lists of what is of a class or has a property. */

import type { Literal } from '@rdfjs/types';
import { isIri } from '../../rdf/iris.js';
import type { Addresses } from './addresses.js';
import { wordsOfIri } from './addresses.js';
import { compareText } from './compare-text.js';
import type { Content, Html } from './html.js';
import { html, nothing } from './html.js';
import type { PageParts } from './layout.js';
import type { Questions, Row } from './questions.js';
import { iriText, patiently, stringText, t } from './questions.js';
import { numberWords, textHtml } from './values.js';
import { termLabel } from './vocabulary-terms.js';

export interface Search {
  readonly words: string;
  /** IRIs. */
  readonly class: string | null;
  readonly property: string | null;
  /** From 1. */
  readonly page: number;
}

export interface Hit {
  readonly iri: string;
  readonly name: string;
  readonly language: string;
  readonly classes: readonly string[];
}

export interface Found {
  readonly hits: readonly Hit[];
  /** Whether there are more than were looked at. */
  readonly isCut: boolean;
  /** Whether the store took too long to read all names. */
  readonly isLate: boolean;
}

const perPage = 25;
const longestWords = 200;
/** Names that are looked at and ranked. */
const mostHits = 1000;

export function searchOf(query: URLSearchParams): Search {
  const iri = (name: string): string | null => {
    const value = query.get(name);
    return value !== null && isIri(value) ? value : null;
  };
  const page = Number(query.get('page') ?? 1);
  return {
    words: (query.get('q') ?? '').trim().replace(/\s+/g, ' ').slice(0, longestWords).toWellFormed(),
    class: iri('class'),
    property: iri('property'),
    page: Number.isInteger(page) && page >= 1 && page <= mostHits / perPage ? page : 1,
  };
}

/**
 * Names that are the words, then those that begin with them or hold them. Parts of things are found with their things. The
 * first are looked up; for the others all names are read, which may take too long.
 */
export async function findNames(questions: Questions, search: Search): Promise<Found> {
  const found = search.words === '' ? await listed(questions, search) : await called(questions, search);
  for (const iri of found.names.keys())
    if (search.class === null && thingOf(iri) !== iri && found.names.has(thingOf(iri)))
      found.names.delete(iri);
  const classes = await classesOf(questions, [...found.names.keys()]);
  const hits = [...found.names].map(([iri, { value, language }]) => ({
    iri,
    name: value,
    language,
    classes: classes.get(iri) ?? [],
  }));
  return { hits: ranked(hits, search.words), isCut: found.rows >= mostHits, isLate: found.isLate };
}

interface Named {
  readonly names: Map<string, Literal>;
  readonly rows: number;
  readonly isLate: boolean;
}

/** By their names. */
async function called(questions: Questions, search: Search): Promise<Named> {
  const wanted = stringText(search.words.toLowerCase());
  const rows = await questions.selectAnywhere(exactQuery(search));
  let isLate = false;
  // Where more names hold the words than are looked at, those that begin with them must not be left out.
  for (const test of ['CONTAINS', 'STRSTARTS']) {
    if (test === 'STRSTARTS' && (rows.length < mostHits || isLate)) break;
    const query = namesQuery(search, `FILTER(${test}(LCASE(STR(?name)), ${wanted}))`);
    const more = await patiently(questions.selectAnywhere(query));
    if (more === null) isLate = true;
    else rows.push(...more);
  }
  return { names: namesIn(rows), rows: rows.length, isLate };
}

/** By their class, or a property that they have. */
async function listed(questions: Questions, { class: type, property }: Search): Promise<Named> {
  const pattern =
    property === null ? `?s a ${type === null ? '?type' : iriText(type)}` : `?s ${iriText(property)} ?value`;
  const whole = type === null && property === null ? 'FILTER(!CONTAINS(STR(?s), "#"))' : '';
  const query = (within: Within): string =>
    `SELECT DISTINCT ?s WHERE { ${within(pattern)} ${whole} } LIMIT ${mostHits}`;
  const rows = await patiently(questions.selectAnywhere(query));
  const iris = (rows ?? []).flatMap(({ s }) => (s?.termType === 'NamedNode' ? [s.value] : []));
  const names = await questions.selectOf(
    iris,
    (values) =>
      `SELECT DISTINCT ?s ?name WHERE { VALUES ?s { ${values} } { ?s ${t('schema:name')} ?name } UNION { GRAPH ?g { ?s ${t('schema:name')} ?name } } }`,
  );
  return { names: namesIn(names), rows: iris.length, isLate: rows === null };
}

/** Of several names the first, which is the one that was asked for. */
function namesIn(rows: readonly Row[]): Map<string, Literal> {
  const names = new Map<string, Literal>();
  for (const { s, name } of rows)
    if (s?.termType === 'NamedNode' && name?.termType === 'Literal' && !names.has(s.value))
      names.set(s.value, name);
  return names;
}

async function classesOf(questions: Questions, iris: readonly string[]): Promise<Map<string, string[]>> {
  const classes = new Map<string, string[]>();
  const rows = await questions.selectOf(
    iris,
    (values) =>
      `SELECT DISTINCT ?s ?class WHERE { VALUES ?s { ${values} } { ?s a ?class } UNION { GRAPH ?g { ?s a ?class } } }`,
  );
  for (const { s, class: type } of rows)
    if (s && type) classes.set(s.value, [...(classes.get(s.value) ?? []), type.value]);
  return classes;
}

/** An article is found with what it is about. */
const thingOf = (iri: string): string => iri.replace(/\/page\/([^/]*)$/, '/resource/$1');

type Within = (pattern: string) => string;

/** Names are looked up as they were written, and as names are. */
function exactQuery(search: Search): (within: Within) => string {
  const { words } = search;
  const capitals = words.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
  const spellings = [...new Set([words, capitals, capitals.slice(0, 1) + words.slice(1)])].map(stringText);
  const values = spellings.flatMap((text) => [text, `${text}@en`]);
  return namesQuery(search, `VALUES ?name { ${values.join(' ')} }`);
}

/**
 * Statements that many graphs hold are as many solutions, and what is joined to them is as many times as many: classes are
 * asked for apart, and filters only ask whether there is one.
 */
function namesQuery({ class: type, property }: Search, condition: string): (within: Within) => string {
  return (within) => {
    const conditions = [
      type === null ? '' : `FILTER EXISTS { ${within(`?s a ${iriText(type)}`)} }`,
      property === null ? '' : `FILTER EXISTS { ${within(`?s ${iriText(property)} ?value`)} }`,
      type === null && property === null ? 'FILTER(!CONTAINS(STR(?s), "#"))' : '',
    ];
    return `SELECT DISTINCT ?s ?name WHERE { ${condition} ${within(`?s ${t('schema:name')} ?name`)} . ${conditions.join(' ')} } LIMIT ${mostHits}`;
  };
}

/** Exactly the words, then names that begin with them, then those in which a word begins with them, then all others. */
function ranked<H extends Hit>(hits: readonly H[], words: string): H[] {
  const wanted = words.toLowerCase();
  const rank = (name: string): number => {
    const lower = name.toLowerCase();
    if (lower === wanted) return 0;
    if (lower.startsWith(wanted)) return 1;
    return lower.includes(` ${wanted}`) ? 2 : 3;
  };
  const keyed = hits.map((hit) => ({ hit, rank: rank(hit.name), lower: hit.name.toLowerCase() }));
  keyed.sort((a, b) => a.rank - b.rank || compareText(a.lower, b.lower) || compareText(a.hit.iri, b.hit.iri));
  return keyed.map(({ hit }) => hit);
}

export function searchPage(search: Search, found: Found, addresses: Addresses): PageParts {
  const { words, page } = search;
  const title = titleOf(search);
  const { hits } = found;
  const begin = (page - 1) * perPage;
  const shown = hits.slice(begin, begin + perPage);
  const heading =
    title.quoted === ''
      ? html`<h1>${title.words}</h1>`
      : html`<h1>${title.words} “<bdi>${title.quoted}</bdi>”</h1>`;
  return {
    title: `${title.words}${title.quoted === '' ? '' : ` “${title.quoted}”`}`,
    sought: words,
    trail: [{ name: 'Home', href: '/' }, { name: title.words }],
    head: html`<meta name="robots" content="noindex">`,
    body: html`${heading}
<p class="aside" role="status">${countWords(found, begin, shown.length)}</p>
${classFilter(search, hits)}
${shown.length === 0 ? nothing : html`<ol class="hits" start="${begin + 1}">${shown.map((hit) => hitHtml(hit, addresses))}</ol>`}
${pager(search, hits.length)}`,
  };
}

function titleOf({ words, class: type, property }: Search): { words: string; quoted: string } {
  if (type !== null && words === '') return { words: `All of the class “${termLabel(type)}”`, quoted: '' };
  if (property !== null && words === '')
    return { words: `All that have “${termLabel(property)}”`, quoted: '' };
  return words === '' ? { words: 'All things', quoted: '' } : { words: 'Names with', quoted: words };
}

function countWords({ hits, isCut, isLate }: Found, begin: number, shown: number): string {
  if (isLate)
    return `${hits.length === 0 ? 'Nothing is called exactly so' : 'These are called so'}; looking through all names took too long.`;
  if (hits.length === 0) return 'Nothing was found.';
  const all = `${isCut ? 'more than ' : ''}${numberWords(String(hits.length))}`;
  return `${begin + 1} to ${begin + shown} of ${all}`;
}

/** The classes of what was found, to see only those. */
function classFilter(search: Search, hits: readonly Hit[]): Content {
  if (search.words === '') return nothing;
  const counts = new Map<string, number>();
  for (const { classes } of hits) for (const type of classes) counts.set(type, (counts.get(type) ?? 0) + 1);
  const choices = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b)).slice(0, 8);
  if (search.class === null && choices.length < 2) return nothing;
  const all =
    search.class === null
      ? nothing
      : html`<li><a href="${hrefOf({ ...search, class: null, page: 1 })}">All classes</a></li> `;
  return html`<nav class="contents" aria-label="Classes"><ul>${all}${choices.map(([type, count]) =>
    type === search.class
      ? html`<li><span aria-current="true">${termLabel(type)}</span> <span class="count">${count}</span></li> `
      : html`<li><a href="${hrefOf({ ...search, class: type, page: 1 })}">${termLabel(type)}</a> <span class="count">${count}</span></li> `,
  )}</ul></nav>`;
}

function hitHtml({ iri, name, language, classes }: Hit, addresses: Addresses): Html {
  const href = addresses.href(iri);
  const words = textHtml(name, language);
  const title = wordsOfIri(iri);
  return html`<li>${href === null ? words : html`<a href="${href}">${words}</a>`} <span class="aside">${classes.map(termLabel).join(', ')}${title === name ? nothing : html` · <bdi>${title}</bdi>`}</span></li>\n`;
}

function pager(search: Search, count: number): Content {
  const last = Math.ceil(count / perPage);
  if (last < 2) return nothing;
  const { page } = search;
  const before =
    page > 1 ? html`<a rel="prev" href="${hrefOf({ ...search, page: page - 1 })}">Previous</a> ` : nothing;
  const after =
    page < last ? html` <a rel="next" href="${hrefOf({ ...search, page: page + 1 })}">Next</a>` : nothing;
  return html`<nav class="pager" aria-label="Pages of results">${before}<span>Page ${page} of ${last}</span>${after}</nav>`;
}

function hrefOf({ words, class: type, property, page }: Search): string {
  const query = new URLSearchParams();
  if (words !== '') query.set('q', words);
  if (type !== null) query.set('class', type);
  if (property !== null) query.set('property', property);
  if (page > 1) query.set('page', String(page));
  return `/search?${query}`;
}
