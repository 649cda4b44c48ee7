/** Parts of one sort as a table: a column for each thing that is said of them, in the order of their places. */
import { grouped } from '../../entry.js';
import type { Block } from './block.js';
import { compareProperties } from './fact-list.js';
import { html } from './html.js';
import { namingFacts, partName, tableHtml, timeHtml, titleOf, toldFacts, whereCell } from './part-cells.js';
import type { PartPlan } from './part-plan.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { localWordsOf, termLabel } from './vocabulary-terms.js';

const ownColumns = ['schema:position', 'schema:startDate', 'schema:endDate'];

export function listBlocks(view: ThingView, { tables }: PartPlan): Block[] {
  return [...tables]
    .sort(([a], [b]) => (termLabel(a) < termLabel(b) ? -1 : 1))
    .map(([property, facts]) => listBlock(view, property, facts));
}

function listBlock(view: ThingView, property: string, leading: readonly Fact[]): Block {
  const rows = [...leading].sort((a, b) => compare(view, a.object.value, b.object.value));
  const parts = rows.map(({ object }) => {
    const naming = namingFacts(view, object.value, property);
    const facts = toldFacts(view, object.value, naming, ownColumns);
    return { iri: object.value, naming, byProperty: grouped(facts, ({ predicate }) => predicate) };
  });
  const columns = [...new Set(parts.flatMap(({ byProperty }) => [...byProperty.keys()]))].sort(
    compareProperties,
  );
  const hasPlaces = parts.some(({ iri }) => view.first(iri, 'schema:position') !== '');
  const hasTimes = parts.some(({ iri }) => ownColumns.slice(1).some((time) => view.first(iri, time) !== ''));
  const heads = [
    ...(hasPlaces ? ['No.'] : []),
    'Name',
    ...(hasTimes ? ['When'] : []),
    ...columns.map(titleOf),
  ];
  const title = titleOf(property);
  const body = html`${tableHtml(
    view,
    title,
    heads,
    parts.map(({ iri, naming, byProperty }) => {
      const id = view.idOf(iri);
      const place = hasPlaces
        ? html`<td class="number">${view.inline(view.valuesOf(iri, 'schema:position'))}</td>`
        : null;
      const time = hasTimes ? html`<td class="time">${timeHtml(view, iri)}</td>` : null;
      const cells = columns.map((column) => html`<td>${view.inline(byProperty.get(column) ?? [])}</td>`);
      return html`<tr${id}>${place}<td>${partName(view, iri, naming)}</td>${time}${cells}${whereCell(view, view.facts(iri))}</tr>\n`;
    }),
  )}`;
  return { id: `list-${localWordsOf(property)}`, title, count: rows.length, body };
}

/** By place, else by time, else as the source has them. */
function compare(view: ThingView, a: string, b: string): number {
  const [place, otherPlace] = [a, b].map((iri) => Number(view.first(iri, 'schema:position') || Infinity));
  if (place !== otherPlace && place !== undefined && otherPlace !== undefined) return place - otherPlace;
  const [begin, otherBegin] = [a, b].map((iri) => beginOf(view, iri));
  if (begin !== otherBegin && begin !== undefined && otherBegin !== undefined) return begin - otherBegin;
  return a < b ? -1 : 1;
}

function beginOf(view: ThingView, iri: string): number {
  const graphs = view.valuesOf(iri, 'schema:name').flatMap((fact) => fact.graphs);
  return Math.min(...graphs.map((graph) => view.data.readings.get(graph)?.begin ?? Infinity));
}
