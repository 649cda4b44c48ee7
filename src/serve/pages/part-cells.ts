/** What tables say of a part: its name, its time, and all else in a few words. */
import { grouped } from '../../entry.js';
import { compareProperties } from './fact-list.js';
import type { Content } from './html.js';
import { html, joined, nothing } from './html.js';
import { iriOf } from './questions.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { isClassOf, termLabel } from './vocabulary-terms.js';

const neverTold = ['rdf:type', 'schema:name'];
const times = ['schema:startDate', 'schema:endDate'];

/**
 * Facts of a part that its name does not tell: all but those that name it, and the words that are its name already.
 *
 * @param leftOut properties that are told otherwise
 */
export function toldFacts(
  view: ThingView,
  iri: string,
  naming: readonly Fact[],
  leftOut: readonly string[] = [],
): Fact[] {
  const left = [...neverTold, ...leftOut].map(iriOf);
  const name =
    naming.length > 0 ? naming.map(({ object }) => view.nameText(object.value)) : [view.nameText(iri)];
  return view
    .facts(iri)
    .filter(
      (fact) =>
        !left.includes(fact.predicate) &&
        !naming.includes(fact) &&
        !(fact.object.termType === 'Literal' && name.includes(fact.object.value)),
    );
}

/**
 * The facts by which a part is the part of something else that has its name: a role states the property by which its
 * thing leads to it again (https://schema.org/Role).
 */
export function namingFacts(view: ThingView, iri: string, leading: string): Fact[] {
  const things = view.facts(iri).filter(({ object }) => object.termType === 'NamedNode');
  const again = things.filter(({ predicate }) => predicate === leading);
  if (again.length > 0) return again;
  const name = view.nameText(iri);
  return things
    .filter(
      ({ object, predicate }) => predicate !== iriOf('rdf:type') && view.nameText(object.value) === name,
    )
    .slice(0, 1);
}

/** What a part is called; it leads to what has its name. */
export function partName(view: ThingView, iri: string, naming: readonly Fact[]): Content {
  return naming.length > 0 ? view.inline(naming) : view.nameHtml(iri);
}

/** `2005 – 8 December 2021`, `from 2005`, `until 2021`; an event without an end is on its day. */
export function timeHtml(view: ThingView, iri: string): Content {
  const [start, end] = times.map((property) => view.valuesOf(iri, property)) as [Fact[], Fact[]];
  if (start.length === 0 && end.length === 0) return nothing;
  if (start.length === 0) return html`until ${view.inline(end)}`;
  if (end.length === 0) return isEvent(view, iri) ? view.inline(start) : html`from ${view.inline(start)}`;
  const isOne = start[0] !== undefined && end[0]?.object.value === start[0].object.value;
  return isOne ? view.inline(start) : html`${view.inline(start)} – ${view.inline(end)}`;
}

function isEvent(view: ThingView, iri: string): boolean {
  return view.typesOf(iri).some((type) => isClassOf(type, 'schema:Event'));
}

/** Facts in a cell: what each is, and its values. */
export function noteHtml(view: ThingView, facts: readonly Fact[]): Content {
  const properties = [...grouped(facts, ({ predicate }) => predicate)].sort(([a], [b]) =>
    compareProperties(a, b),
  );
  return joined(
    properties.map(
      ([predicate, own]) =>
        html`<span><span class="aside" title="${predicate}">${termLabel(predicate)}</span> ${view.inline(own)}</span>`,
    ),
    '; ',
  );
}

/** A part of a part, where that one speaks of it. */
export function insidePart(view: ThingView, iri: string, leading: string): Content {
  const id = view.idOf(iri);
  const naming = namingFacts(view, iri, leading);
  const time = timeHtml(view, iri);
  const facts = toldFacts(view, iri, naming, times);
  const notes = facts.length > 0 ? html` (${noteHtml(view, facts)})` : nothing;
  return html`<span${id}>${partName(view, iri, naming)}${time === nothing ? nothing : html` <span class="aside">${time}</span>`}${notes}</span>`;
}

/** The last cell of a row: the words that it was read from. */
export function whereCell(view: ThingView, facts: readonly Fact[]): Content {
  return view.data.readings.size > 0 ? html`<td class="where">${view.readings(facts)}</td>` : nothing;
}

/** A table as wide as it needs to be, which scrolls in its own frame where the page is narrow. */
export function tableHtml(view: ThingView, title: string, heads: readonly string[], rows: Content): Content {
  const where =
    view.data.readings.size > 0
      ? html`<th scope="col"><span class="unseen">where it was read</span></th>`
      : nothing;
  return html`<div class="wide" role="group" aria-label="${title}" tabindex="0"><table>
<thead><tr>${heads.map((label) => html`<th scope="col">${label}</th>`)}${where}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** A heading made of a property's label. */
export function titleOf(property: string): string {
  const label = termLabel(property);
  return label.slice(0, 1).toUpperCase() + label.slice(1);
}
