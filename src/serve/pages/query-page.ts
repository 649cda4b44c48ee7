/** A page to ask in SPARQL: a form that works by itself, which an editor takes the place of where scripts run. */

import type { JsonTerm } from '../../rdf/sparql-results.js';
import { parseResults, termOf } from '../../rdf/sparql-results.js';
import { shorten } from '../../rdf/vocabulary.js';
import type { SparqlAnswer } from '../../store/sparql-service.js';
import { SparqlError } from '../../store/sparql-service.js';
import type { ServeRequest, Site } from '../handler.js';
import type { Addresses } from './addresses.js';
import type { Content } from './html.js';
import { html, nothing } from './html.js';
import type { PageParts } from './layout.js';
import { literalHtml, numberWords, textHtml } from './values.js';

/** A query that the page offers. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly query: string;
}

export interface Asked {
  readonly query: string;
  readonly answer: SparqlAnswer | SparqlError;
}

const longestQuery = 10_000;

/** What the form sent, and the answer; null where nothing was sent. */
export async function askedOf(site: Site, { query, signal }: ServeRequest): Promise<Asked | null> {
  const text = query.get('query') ?? '';
  if (text.trim() === '') return null;
  if (text.length > longestQuery)
    return {
      query: text.slice(0, longestQuery),
      answer: new SparqlError('malformed', 'The query is too long for this page; send it to /sparql.'),
    };
  try {
    const request = { query: text, results: 'json', graphs: 'turtle', limits: site.limits, signal } as const;
    return { query: text, answer: await site.foreign.query(request) };
  } catch (error) {
    if (error instanceof SparqlError && error.failure !== 'cancelled') return { query: text, answer: error };
    throw error;
  }
}

/** @param hasEditor whether the editor was built in */
export function queryPage(
  asked: Asked | null,
  examples: readonly Example[],
  addresses: Addresses,
  hasEditor: boolean,
): PageParts {
  const shown = asked?.query ?? examples[0]?.query ?? 'SELECT * WHERE { ?s ?p ?o } LIMIT 10';
  return {
    title: 'Query',
    description: 'Ask all articles at once, in SPARQL.',
    place: 'query',
    isWide: true,
    trail: [{ name: 'Home', href: '/' }, { name: 'Query' }],
    ...(hasEditor ? { styles: ['yasgui.css', 'query.css'], scripts: ['yasgui.js', 'query.js'] } : {}),
    body: html`<h1>Query</h1>
<p class="lead">Ask all articles at once, in <a class="out" rel="external noreferrer" href="https://www.w3.org/TR/sparql11-query/">SPARQL</a>. Programs ask at <code>/sparql</code>; nothing here leaves this server.</p>
${exampleList(examples)}
<form class="query" action="/query"><label for="=query">Query</label><textarea id="=query" name="query" rows="14" spellcheck="false" maxlength="${longestQuery}">
${shown}</textarea><p><button>Ask</button></p></form>
<div class="editor" data-base="${addresses.base}" hidden></div>
${asked === null ? nothing : html`<section class="answer" aria-labelledby="=answer"><h2 id="=answer">Answer</h2>${answerHtml(asked, addresses)}</section>`}`,
  };
}

function exampleList(examples: readonly Example[]): Content {
  if (examples.length === 0) return nothing;
  return html`<section aria-labelledby="=examples"><h2 id="=examples">Examples</h2><ul class="tags examples">${examples.map(
    ({ name, title, query }) =>
      html`<li><a href="/query?${new URLSearchParams({ query }).toString()}" data-query="${query}" title="${title}">${name}</a></li> `,
  )}</ul></section>`;
}

function answerHtml({ answer }: Asked, addresses: Addresses): Content {
  if (answer instanceof SparqlError)
    return html`<p class="failure"><strong>${failures[answer.failure]}</strong></p><pre tabindex="0">${answer.message}</pre>`;
  if (answer.form === 'construct' || answer.form === 'describe')
    return html`<pre tabindex="0">${answer.body}</pre>${cutNote(answer)}`;
  const results = parseResults(answer.body);
  if (typeof results === 'boolean') return html`<p class="lead">${results ? 'Yes.' : 'No.'}</p>`;
  const { variables: vars, bindings: rows } = results;
  if (rows.length === 0) return html`<p>There is no answer.</p>`;
  const body = rows.map(
    (row) => html`<tr>${vars.map((name) => html`<td>${termHtml(row[name], addresses)}</td>`)}</tr>\n`,
  );
  return html`<p class="aside">${numberWords(String(rows.length))} ${rows.length === 1 ? 'row' : 'rows'}</p><div class="wide" role="group" aria-label="Rows" tabindex="0"><table><thead><tr>${vars.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>${cutNote(answer)}`;
}

const failures = {
  malformed: 'This is no query that can be asked.',
  timeout: 'It took too long.',
  'too-large': 'It wants more memory than there is.',
  busy: 'Too much is being asked at once; try again.',
  cancelled: 'It was given up.',
  refused: 'The store does not let this server ask.',
  unavailable: 'The store does not answer.',
} as const;

function termHtml(term: JsonTerm | undefined, addresses: Addresses): Content {
  if (!term) return nothing;
  const { type, value } = term;
  if (type === 'uri') {
    const href = addresses.href(value);
    const words = textHtml(
      addresses.isOwn(value) ? `…/${value.slice(addresses.base.length)}` : shorten(value),
      '',
    );
    if (href === null) return words;
    return href.startsWith('/')
      ? html`<a href="${href}" title="${value}">${words}</a>`
      : html`<a class="out" rel="external nofollow noreferrer" href="${href}">${words}</a>`;
  }
  if (type === 'bnode') return textHtml(`_:${value}`, '');
  const known = termOf(term);
  return known?.termType === 'Literal' ? literalHtml(known) : textHtml(value, '');
}

function cutNote({ isCut }: SparqlAnswer): Content {
  return isCut ? html`<p class="aside">There is more than the limit lets through.</p>` : nothing;
}
