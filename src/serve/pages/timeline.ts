/** The roles of a thing in the order of time, among the dates of the thing itself: a person's life. */

import type { Block } from './block.js';
import { compareText } from './compare-text.js';
import { moments } from './groups.js';
import type { Content } from './html.js';
import { html, nothing } from './html.js';
import { namingFacts, noteHtml, partName, tableHtml, timeHtml, toldFacts, whereCell } from './part-cells.js';
import type { PartPlan } from './part-plan.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { termLabel } from './vocabulary-terms.js';

interface TimelineRow {
  /** Start and end as they sort; a role without a start stands where it ended, one without both at last. */
  readonly key: readonly [string, string];
  readonly html: Content;
}

export function timelineBlock(view: ThingView, { timeline }: PartPlan): Block[] {
  if (timeline.length === 0) return [];
  const rows = [...momentRows(view), ...timeline.map((fact) => roleRow(view, fact))].sort(
    ({ key: [start, end] }, { key: [otherStart, otherEnd] }) =>
      compareText(start, otherStart) || compareText(end, otherEnd),
  );
  const body = html`${tableHtml(
    view,
    'Timeline',
    ['When', 'What', 'Notes'],
    rows.map((row) => row.html),
  )}`;
  return [{ id: 'timeline', title: 'Timeline', count: rows.length, body }];
}

function momentRows(view: ThingView): TimelineRow[] {
  const { thing } = view.data;
  return moments.flatMap(({ label, date, place }) => {
    const dates = view.valuesOf(thing, date);
    if (dates.length === 0) return [];
    const places = place === undefined ? [] : view.valuesOf(thing, place);
    const time = sortKey(dates[0]?.object.value ?? '');
    // What ends a life or a house ends what else ended on that day.
    const key = [time, label] as const;
    const where = places.length > 0 ? html`<span class="aside">in</span> ${view.inline(places)}` : nothing;
    return [
      {
        key,
        html: html`<tr><td class="time">${view.inline(dates)}</td><td>${label} ${where}</td><td></td>${whereCell(view, [...dates, ...places])}</tr>\n`,
      },
    ];
  });
}

function roleRow(view: ThingView, { predicate, object }: Fact): TimelineRow {
  const { value: iri } = object;
  const [start, end] = ['schema:startDate', 'schema:endDate'].map((property) => view.first(iri, property));
  const id = view.idOf(iri);
  const naming = namingFacts(view, iri, predicate);
  const facts = toldFacts(view, iri, naming, ['schema:startDate', 'schema:endDate']);
  return {
    key: [sortKey(start || end || ''), sortKey(end || start || '')],
    html: html`<tr${id}><td class="time">${timeHtml(view, iri)}</td><td><span class="aside">${termLabel(predicate)}</span> ${partName(view, iri, naming)}</td><td>${noteHtml(view, facts)}</td>${whereCell(view, view.facts(iri))}</tr>\n`,
  };
}

/** ISO 8601 dates sort as text, as long as their years have four digits and no sign. */
function sortKey(date: string): string {
  const [, sign, year, rest] = /^(-?)(\d+)(.*)$/.exec(date) ?? [];
  if (year === undefined) return '~';
  if (sign !== '-') return `1${year.padStart(10, '0')}${rest}`;
  // The farther back, the earlier.
  return `0${String(9_999_999_999 - Number(year.slice(-10))).padStart(10, '0')}${rest}`;
}
