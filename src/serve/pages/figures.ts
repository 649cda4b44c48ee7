/** The amounts of a thing as a table: what each is, how much, and when it was so. */

import type { Block } from './block.js';
import { compareText } from './compare-text.js';
import { figureDates } from './groups.js';
import type { Content } from './html.js';
import { html } from './html.js';
import { noteHtml, tableHtml, toldFacts, whereCell } from './part-cells.js';
import type { PartPlan } from './part-plan.js';
import { iriOf } from './questions.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { termLabel } from './vocabulary-terms.js';

const ofAmount = ['value', 'minValue', 'maxValue', 'unitCode', 'unitText', 'currency'].map(
  (name) => `schema:${name}`,
);

export function figuresBlock(view: ThingView, { figures }: PartPlan): Block[] {
  if (figures.length === 0) return [];
  const dateOf = (fact: Fact): string =>
    figureDates.map((property) => view.first(fact.object.value, property)).find((date) => date !== '') ?? '';
  const rows = [...figures].sort(
    (a, b) =>
      compareText(termLabel(a.predicate), termLabel(b.predicate)) ||
      compareText(dateOf(b), dateOf(a)) ||
      compareText(a.object.value, b.object.value),
  );
  const hasDates = rows.some((fact) => dateOf(fact) !== '');
  const cells = rows.map((fact) => ({ fact, ...figureCells(view, fact) }));
  const hasNotes = cells.some(({ notes }) => notes.length > 0);
  const heads = ['What', 'How much', ...(hasDates ? ['As of'] : []), ...(hasNotes ? ['Notes'] : [])];
  const body = html`${tableHtml(
    view,
    'Figures',
    heads,
    cells.map(
      ({ fact, value, dates, notes }) =>
        html`<tr><td title="${fact.predicate}">${termLabel(fact.predicate)}</td><td class="number">${value}</td>${hasDates ? html`<td class="time">${view.inline(dates)}</td>` : null}${hasNotes ? html`<td>${noteHtml(view, notes)}</td>` : null}${whereCell(view, [fact, ...view.facts(fact.object.value)])}</tr>\n`,
    ),
  )}`;
  return [{ id: 'figures', title: 'Figures', count: rows.length, body }];
}

function figureCells(
  view: ThingView,
  fact: Fact,
): { readonly value: Content; readonly dates: Fact[]; readonly notes: Fact[] } {
  const { value: iri } = fact.object;
  const dates = figureDates.flatMap((property) => view.valuesOf(iri, property));
  const facts = toldFacts(view, iri, [], figureDates);
  if (!view.isA(iri, 'schema:Observation')) {
    const told = ofAmount.map(iriOf);
    // Money says beside its amount what is said of it.
    const isMoney = view.isA(iri, 'schema:MonetaryAmount');
    return {
      value: view.value(fact),
      dates,
      notes: isMoney ? [] : facts.filter(({ predicate }) => !told.includes(predicate)),
    };
  }
  const id = view.idOf(iri);
  const measured = facts.filter(
    ({ object }) => object.termType === 'NamedNode' && view.data.facts.has(object.value),
  );
  const values = measured.length > 0 ? view.inline(measured) : view.nameHtml(iri);
  return {
    value: html`<span${id}>${values}</span>`,
    dates,
    notes: facts.filter((one) => !measured.includes(one)),
  };
}
