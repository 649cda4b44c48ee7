/** The article with its words marked, where its source is known; else how to give it, and the words that the graph quotes. */
import { explanationHtml } from '../../explain/write-html.js';
import { explainConversion } from '../../explain.js';
import type { Workshop } from '../../pipeline.js';
import { convertSource, defaultLanguage, openWorkshop } from '../../pipeline.js';
import type { SourceText } from '../handler.js';
import type { Addresses, Subject } from './addresses.js';
import { wordsOfIri } from './addresses.js';
import type { Content } from './html.js';
import { Html, html, nothing } from './html.js';
import type { PageParts } from './layout.js';
import type { Questions } from './questions.js';
import { iriText, t } from './questions.js';
import { textHtml } from './values.js';

/** Longer articles hold others up while they are read; `explain` shows those too. */
const longestSource = 4_000_000;
const mostQuotes = 500;

let opening: Promise<Workshop> | null = null;

/** Mappings and templates of the package, opened when the first article is shown. */
function workshop(): Promise<Workshop> {
  opening ??= openWorkshop({ validate: false }).then(({ workshop: opened }) => {
    if (!opened) throw new Error('the mappings of the package do not hold together');
    return opened;
  });
  return opening;
}

/** Null where nothing can be read from the source. */
export async function markedPage(
  source: SourceText,
  subject: Subject,
  addresses: Addresses,
  hasCitations: boolean,
): Promise<PageParts | null> {
  if (source.text.length > longestSource) return null;
  const opened = await workshop();
  const given = {
    name: source.name,
    text: source.text,
    ...(source.title === null ? {} : { title: source.title }),
  };
  const conversion = await convertSource(given, opened, {
    base: addresses.base,
    language: defaultLanguage,
    citations: hasCitations,
  });
  if (conversion.statements.length === 0) return null;
  const explanation = explainConversion(given, conversion, opened);
  return {
    title: `${explanation.title} – the words it was read from`,
    canonical: `${subject.page}/source`,
    trail: trailOf(subject, addresses),
    styles: ['explanation.css'],
    scripts: ['explanation.js'],
    hasMain: true,
    isWide: true,
    // Escaped where it is written.
    body: html`<div class="explanation">${new Html(explanationHtml(explanation, 'section'))}</div>`,
  };
}

/** Whether the data says what an article cites, so that it is shown what its words are backed by. */
export async function hasCitations(questions: Questions, { page }: Subject): Promise<boolean> {
  const pattern = `${iriText(page)} ${t('schema:citation')} ?source`;
  const rows = await questions.select(
    `SELECT ?source WHERE { { ${pattern} } UNION { GRAPH ?g { ${pattern} } } } LIMIT 1`,
  );
  return rows.length > 0;
}

export interface Quote {
  readonly begin: string;
  readonly words: string;
  readonly rule: string;
}

export async function loadQuotes(questions: Questions, { page }: Subject): Promise<Quote[]> {
  const pattern = `?s ${t('prov:wasDerivedFrom')} ${iriText(page)} ; ${t('nif:anchorOf')} ?words ; ${t('nif:beginIndex')} ?begin . OPTIONAL { ?s ${t('article:rule')} ?rule }`;
  const rows = await questions.select(
    `SELECT DISTINCT ?begin ?words ?rule WHERE { { ${pattern} } UNION { GRAPH ?g { ${pattern} } } } ORDER BY ?begin LIMIT ${mostQuotes}`,
  );
  return rows
    .flatMap(({ begin, words, rule }) =>
      begin && words ? [{ begin: begin.value, words: words.value, rule: rule?.value ?? '' }] : [],
    )
    .sort((a, b) => Number(a.begin) - Number(b.begin));
}

export function unmarkedPage(quotes: readonly Quote[], subject: Subject, addresses: Addresses): PageParts {
  const name = wordsOfIri(subject.page);
  return {
    title: `${name} – the words it was read from`,
    trail: trailOf(subject, addresses),
    body: html`<h1>The words behind <bdi>${name}</bdi></h1>
<p>The text of this article is not here. Start the server with the files that were converted, and its words are shown with what was read from each:</p>
<pre tabindex="0"><code>article2rdf serve output/ --source articles/</code></pre>
${quoteTable(quotes)}`,
  };
}

function quoteTable(quotes: readonly Quote[]): Content {
  if (quotes.length === 0)
    return html`<p class="aside">The data quotes none of its words either; <code>convert --provenance span</code> makes it do so.</p>`;
  const rows = quotes.map(
    ({ begin, words, rule }) =>
      html`<tr><td class="number">${begin}</td><td><q>${textHtml(words.length > 400 ? `${words.slice(0, 400).toWellFormed()}…` : words, '')}</q></td><td class="reading-rule">${rule}</td></tr>\n`,
  );
  return html`<h2>Words that the data quotes</h2>
<div class="wide" role="group" aria-label="Words that the data quotes" tabindex="0"><table><thead><tr><th scope="col">Character</th><th scope="col">Words</th><th scope="col">Rule that read them</th></tr></thead><tbody>${rows}</tbody></table></div>${quotes.length >= mostQuotes ? html`<p class="aside">The first ${mostQuotes} are shown.</p>` : nothing}`;
}

function trailOf(subject: Subject, addresses: Addresses): NonNullable<PageParts['trail']> {
  return [
    { name: 'Home', href: '/' },
    { name: wordsOfIri(subject.page), href: addresses.view(subject, '') },
    { name: 'Words marked' },
  ];
}
