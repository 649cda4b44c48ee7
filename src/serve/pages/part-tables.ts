/** The parts of a thing: a table for each class that has one, quotations, the sections of its article, and all others. */
import type { Block } from './block.js';
import { factList } from './fact-list.js';
import { figuresBlock } from './figures.js';
import type { PartGroup } from './groups.js';
import { partGroups } from './groups.js';
import type { Content } from './html.js';
import { html, nothing } from './html.js';
import { ladderBlocks } from './ladder.js';
import { listBlocks } from './list-tables.js';
import { tableHtml, whereCell } from './part-cells.js';
import type { PartPlan } from './part-plan.js';
import { positionBlock } from './position-map.js';
import type { ThingView } from './thing-view.js';
import { fragmentOf } from './thing-view.js';
import { timelineBlock } from './timeline.js';
import { textHtml } from './values.js';
import { termLabel } from './vocabulary-terms.js';

export function partBlocks(view: ThingView, plan: PartPlan): Block[] {
  return [
    ...ladderBlocks(view),
    ...figuresBlock(view, plan),
    ...positionBlock(view, plan),
    ...timelineBlock(view, plan),
    ...partGroups.flatMap((group) => tableBlock(view, group)),
    ...listBlocks(view, plan),
    ...reviewBlock(view),
    ...otherBlocks(view, plan),
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
  const body = html`${tableHtml(
    view,
    group.title,
    columns.map(({ label }) => label),
    rows.map((iri) => {
      const id = view.idOf(iri);
      const cells = columns.map(({ path }) => html`<td>${view.inline(view.along(iri, path))}</td>`);
      return html`<tr${id}>${cells}${whereCell(view, view.facts(iri))}</tr>\n`;
    }),
  )}`;
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

/** Parts that no table is for: their facts, one part after the other. */
function otherBlocks(view: ThingView, { others: parts }: PartPlan): Block[] {
  if (parts.length === 0) return [];
  const body = html`${parts.map((iri) => {
    const types = view.typesOf(iri).map(termLabel).join(', ');
    return html`<section class="other"${view.idOf(iri)}><h3>${view.nameHtml(iri)} <span class="count">${types}</span></h3>${factList(view, iri)}</section>`;
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
