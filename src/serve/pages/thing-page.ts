/** The page of a thing: what the graph says of it, in words. */
import { pageOf } from '../../rdf/iris.js';
import { documentFormats } from '../write-document.js';
import type { Addresses } from './addresses.js';
import type { Block } from './block.js';
import { blockHtml } from './block.js';
import { factList, propertyList } from './fact-list.js';
import type { Content, Html } from './html.js';
import { html, joined, nothing } from './html.js';
import { jsonLdScript } from './json-ld.js';
import { isToldByLadder } from './ladder.js';
import type { PageParts } from './layout.js';
import { insidePart } from './part-cells.js';
import type { PartPlan } from './part-plan.js';
import { planParts } from './part-plan.js';
import { partBlocks } from './part-tables.js';
import { iriOf, iriText } from './questions.js';
import type { Fact, ThingData } from './thing-data.js';
import { ThingView } from './thing-view.js';
import { prefixOf, termLabel } from './vocabulary-terms.js';

const longestDescription = 200;

export function thingPage(data: ThingData, addresses: Addresses): PageParts {
  const view = new ThingView(data, addresses);
  const plan = planParts(view);
  view.inside = {
    has: (iri) => plan.inside.has(iri),
    html: (iri, leading) => insidePart(view, iri, leading),
  };
  const name = view.nameText(data.thing);
  const hasPage = data.facts.has(data.page);
  const abstract = view.first(data.thing, 'schema:abstract') || view.first(data.thing, 'schema:description');
  const kinds = view.typesOf(data.thing).map(termLabel);
  const path = addresses.view(data, '');
  const blocks = [
    ...factBlocks(view, plan),
    ...partBlocks(view, plan),
    ...pageBlocks(view),
    ...incomingBlock(view),
  ];
  const head = html`${documentFormats.map(
    ({ mediaType, extension }) =>
      html`<link rel="alternate" type="${mediaType}" href="${path}.${extension}">\n`,
  )}${jsonLdScript(view)}`;
  return {
    title: `${name}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
    description: descriptionOf(name, kinds, abstract),
    canonical: hasPage ? data.page : data.thing,
    trail: trailOf(view, name),
    head,
    body: html`<article>${headHtml(view, kinds)}
${contents(blocks)}
<div class="tools"><a href="${addresses.view(data, '/graph')}">Picture of the graph</a>${hasPage ? html` <a href="${addresses.view(data, '/source')}">The article with its words marked</a>` : nothing}
<span class="formats">Data: ${joined(
      documentFormats.map(({ label, extension }) => html`<a href="${path}.${extension}">${label}</a>`),
      ' · ',
    )}</span></div>
${blocks.map(blockHtml)}</article>`,
  };
}

function headHtml(view: ThingView, kinds: readonly string[]): Html {
  const { data } = view;
  const types = view.typesOf(data.thing);
  const classes = types.map(
    (iri, index) => html`<a href="/search?class=${encodeURIComponent(iri)}">${kinds[index] ?? ''}</a>`,
  );
  const abstract = view.valuesOf(data.thing, 'schema:abstract');
  return html`<header class="thing" id="thing"><p class="what">${joined(classes, ', ')}</p>
<h1>${view.nameHtml(data.thing)}</h1>
${abstract.map((fact) => html`<div class="abstract">${view.withReadings(fact)}</div>`)}
</header>`;
}

/** On long pages a list of what is on them. */
function contents(blocks: readonly Block[]): Content {
  if (blocks.length < 3) return nothing;
  return html`<nav class="contents" aria-label="On this page"><ul>${blocks.map(
    ({ id, title, count }) =>
      html`<li><a href="#=${id}">${title}</a>${count === null ? nothing : html` <span class="count">${count}</span>`}</li> `,
  )}</ul></nav>`;
}

function factBlocks(view: ThingView, plan: PartPlan): Block[] {
  const { thing } = view.data;
  const isRaw = ({ predicate }: Fact): boolean => prefixOf(predicate) === 'raw';
  const facts = factList(
    view,
    thing,
    (fact) => isRaw(fact) || plan.isTold(fact) || isToldByLadder(view, fact),
  );
  const raw = view.facts(thing).filter(isRaw);
  return [
    ...(facts === nothing ? [] : [{ id: 'facts', title: 'Facts', count: null, body: facts }]),
    ...(raw.length === 0
      ? []
      : [
          { id: 'raw', title: 'Fields kept as they stand', count: raw.length, body: propertyList(view, raw) },
        ]),
  ];
}

/** What is said of the article itself. */
function pageBlocks(view: ThingView): Block[] {
  const { page } = view.data;
  const category = iriOf('dcterms:subject');
  const categories = view.valuesOf(page, 'dcterms:subject');
  const told = ['schema:headline', 'schema:hasPart', 'prov:wasGeneratedBy', 'prov:wasDerivedFrom'].map(iriOf);
  const mentions = view.valuesOf(page, 'schema:mentions');
  const apart = [category, iriOf('schema:mentions'), ...told];
  const about = factList(view, page, ({ predicate }) => apart.includes(predicate));
  return [
    ...(mentions.length === 0
      ? []
      : [
          {
            id: 'mentions',
            title: 'Mentioned in the article',
            count: mentions.length,
            body: html`<details><summary>Show all</summary><ul class="tags">${mentions.map((fact) => html`<li>${view.value(fact)}</li>`)}</ul></details>`,
          },
        ]),
    ...(categories.length === 0
      ? []
      : [
          {
            id: 'categories',
            title: 'Categories',
            count: categories.length,
            body: html`<ul class="tags">${categories.map((fact) => html`<li>${view.value(fact)}</li>`)}</ul>`,
          },
        ]),
    ...(about === nothing ? [] : [{ id: 'article', title: 'About the article', count: null, body: about }]),
  ];
}

/** Who leads here, by the property; a part is named with the thing that it belongs to. */
function incomingBlock(view: ThingView): Block[] {
  const { incoming, incomingCounts, isCountCut, page } = view.data;
  const facts = incoming.filter(({ subject }) => pageOf(subject) !== page);
  if (facts.length === 0) return [];
  const properties = [...new Set(facts.map(({ predicate }) => predicate))].sort((a, b) =>
    termLabel(a) < termLabel(b) ? -1 : 1,
  );
  const rows = properties.map((property) => {
    const own = facts.filter(({ predicate }) => predicate === property);
    return html`<div><dt>as <span title="${property}">${termLabel(property)}</span></dt><dd><ul class="values">${own.map(
      (fact) =>
        html`<li>${view.link(fact.subject)}${wholeHtml(view, fact.subject)}${view.readings([fact])}</li>`,
    )}</ul>${moreHtml(view, property, own.length)}</dd></div>\n`;
  });
  const all = [...incomingCounts.values()].reduce((sum, n) => sum + n, 0);
  return [
    {
      id: 'incoming',
      title: 'What links here',
      count: isCountCut ? null : all,
      body: html`<dl class="facts">${rows}</dl>`,
    },
  ];
}

/** Where others than those on the page are to be found, and how many there are. */
function moreHtml(view: ThingView, property: string, shown: number): Content {
  const { thing, incomingCounts, isCountCut } = view.data;
  const count = incomingCounts.get(property) ?? shown;
  if (count <= shown) return nothing;
  const query = `SELECT DISTINCT ?s WHERE {\n  ?s ${iriText(property)} ${iriText(thing)}\n}\nLIMIT 1000 OFFSET ${shown}`;
  const amount = isCountCut ? `more than ${count}` : String(count);
  return html`<p class="aside">${shown} of ${amount}; <a href="/query?query=${encodeURIComponent(query)}">ask for the next</a>.</p>`;
}

function wholeHtml(view: ThingView, iri: string): Content {
  const whole = pageOf(iri);
  return whole === iri ? nothing : html` <span class="aside">in ${view.link(whole)}</span>`;
}

function trailOf(view: ThingView, name: string): NonNullable<PageParts['trail']> {
  const [type] = view.typesOf(view.data.thing);
  const ofClass =
    type === undefined ? [] : [{ name: termLabel(type), href: `/search?class=${encodeURIComponent(type)}` }];
  return [{ name: 'Home', href: '/' }, ...ofClass, { name }];
}

function descriptionOf(name: string, kinds: readonly string[], abstract: string): string {
  const words = abstract === '' ? `${name}: ${kinds.join(', ') || 'thing'}` : abstract.replace(/\s+/g, ' ');
  if (words.length <= longestDescription) return words;
  return `${words.slice(0, longestDescription).replace(/\s\S*$/, '')}…`;
}
