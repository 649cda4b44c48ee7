/** The parts of a thing: a table for each class that has one, quotations, the sections of its article, and all others. */
import { factList } from './fact-list.js';
import type { PartGroup } from './groups.js';
import { partGroups, shownElsewhere } from './groups.js';
import type { Content, Html } from './html.js';
import { html, nothing } from './html.js';
import { iriOf } from './questions.js';
import type { ThingView } from './thing-view.js';
import { fragmentOf } from './thing-view.js';
import { textHtml } from './values.js';
import { termLabel } from './vocabulary-terms.js';

/** A block of a page with its heading; ids with an equals sign are no part's. */
export interface Block {
  readonly id: string;
  readonly title: string;
  readonly count: number | null;
  readonly body: Html;
}

export function blockHtml({ id, title, count, body }: Block): Html {
  return html`<section aria-labelledby="=${id}"><h2 id="=${id}">${title}${count === null ? nothing : html` <span class="count">${count}</span>`}</h2>
${body}</section>
`;
}

export function partBlocks(view: ThingView): Block[] {
  return [
    ...partGroups.flatMap((group) => tableBlock(view, group)),
    ...reviewBlock(view),
    ...otherBlocks(view),
    ...sectionBlock(view),
  ];
}

function tableBlock(view: ThingView, group: PartGroup): Block[] {
  const parts = view.partsOfClass(group.class).filter((iri) => iri.includes('#'));
  if (parts.length === 0) return [];
  const keys = new Map(
    parts.map((iri) => [iri, group.order.map((path) => view.along(iri, path)[0]?.object.value ?? '￿')]),
  );
  const rows = parts.sort((a, b) => compareKeys(keys.get(a) ?? [], keys.get(b) ?? []) || (a < b ? -1 : 1));
  const columns = group.columns.filter(({ path }) => rows.some((iri) => view.along(iri, path).length > 0));
  const hasReadings = view.data.readings.size > 0;
  const body = html`<div class="wide" role="group" aria-label="${group.title}" tabindex="0"><table>
<thead><tr>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}${hasReadings ? html`<th scope="col"><span class="unseen">where it was read</span></th>` : nothing}</tr></thead>
<tbody>${rows.map((iri) => {
    const cells = columns.map(({ path }) => html`<td>${view.inline(view.along(iri, path))}</td>`);
    return html`<tr id="${fragmentOf(iri)}">${cells}${hasReadings ? html`<td class="where">${view.readings(view.facts(iri))}</td>` : nothing}</tr>\n`;
  })}</tbody></table></div>`;
  return [{ id: group.id, title: group.title, count: rows.length, body }];
}

/** Numbers as numbers, all else by code units: no locale decides. */
function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, key] of a.entries()) {
    const other = b[index] ?? '';
    const byNumber = /^\d{1,9}$/.test(key) && /^\d{1,9}$/.test(other) ? Number(key) - Number(other) : 0;
    if (byNumber !== 0) return byNumber;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}

function reviewBlock(view: ThingView): Block[] {
  const reviews = view.partsOfClass('schema:Review').filter((iri) => iri.includes('#'));
  if (reviews.length === 0) return [];
  const body = html`<div class="reviews">${reviews.map((iri) => {
    const words = view.valuesOf(iri, 'schema:reviewBody');
    const by = [...view.valuesOf(iri, 'schema:author'), ...view.valuesOf(iri, 'schema:publisher')];
    return html`<figure id="${fragmentOf(iri)}"><blockquote>${view.inline(words)}</blockquote><figcaption>${by.length > 0 ? view.inline(by) : view.nameHtml(iri)}${view.readings(words)}</figcaption></figure>\n`;
  })}</div>`;
  return [{ id: 'reviews', title: 'Reviews', count: reviews.length, body }];
}

/** Parts of classes that no table is for: their facts, one part after the other. */
function otherBlocks(view: ThingView): Block[] {
  const known = [...partGroups.map((group) => group.class), ...shownElsewhere].map(iriOf);
  const parts = [...view.data.facts.keys()].filter(
    (iri) => iri.startsWith(`${view.data.thing}#`) && !view.typesOf(iri).some((type) => known.includes(type)),
  );
  if (parts.length === 0) return [];
  const body = html`${parts.map((iri) => {
    const types = view.typesOf(iri).map(termLabel).join(', ');
    return html`<section class="other" id="${fragmentOf(iri)}"><h3>${view.nameHtml(iri)} <span class="count">${types}</span></h3>${factList(view, iri)}</section>`;
  })}`;
  return [{ id: 'others', title: 'Further parts', count: parts.length, body }];
}

function sectionBlock(view: ThingView): Block[] {
  const position = (iri: string): number => Number(view.first(iri, 'schema:position'));
  const sections = view
    .partsOfClass('schema:WebPageElement')
    .filter((iri) => iri.startsWith(`${view.data.page}#`))
    .sort((a, b) => position(a) - position(b));
  if (sections.length === 0) return [];
  const body = html`<div class="sections">${sections.map((iri) => sectionHtml(view, iri))}</div>`;
  return [{ id: 'sections', title: 'Sections of the article', count: sections.length, body }];
}

function sectionHtml(view: ThingView, iri: string): Content {
  const level = Math.min(Math.max(Number(view.first(iri, 'article:level')) - 1 || 1, 1), 5);
  const text = view.valuesOf(iri, 'schema:text')[0]?.object;
  const unread = view.valuesOf(iri, 'article:unread');
  const id = fragmentOf(iri);
  const mentions = view.valuesOf(iri, 'schema:mentions');
  if (text?.termType !== 'Literal' && mentions.length === 0)
    return html`<p class="level-${level} bare" id="${id}">${view.nameHtml(iri)}</p>`;
  const words =
    text?.termType === 'Literal'
      ? html`<div class="text">${textHtml(text.value, text.language)}</div>`
      : nothing;
  const named = mentions.length > 0 ? html`<p class="aside">Mentions ${view.inline(mentions)}</p>` : nothing;
  const rest = unread.length > 0 ? html`<p class="aside">Not read: ${view.inline(unread)}</p>` : nothing;
  return html`<details class="level-${level}" id="${id}"><summary>${view.nameHtml(iri)}</summary>${words}${named}${rest}</details>\n`;
}

/** Whether facts about a property's values are told by a table already. */
export function isToldByTable(view: ThingView, iri: string): boolean {
  const told = [
    ...partGroups.map((group) => group.class),
    'schema:ItemList',
    'schema:Review',
    'schema:WebPageElement',
  ].map(iriOf);
  return (
    iri.includes('#') && view.data.facts.has(iri) && view.typesOf(iri).some((type) => told.includes(type))
  );
}
