/** The facts of one subject as a list of properties and values, in the order in which people ask for them. */

import { grouped } from '../../entry.js';
import { factOrder, shownInHead } from './groups.js';
import type { Content, Html } from './html.js';
import { html, nothing } from './html.js';
import { iriOf } from './questions.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { prefixOf, termLabel } from './vocabulary-terms.js';

/** @param isLeftOut facts that are told elsewhere on the page */
export function factList(
  view: ThingView,
  subject: string,
  isLeftOut: (fact: Fact) => boolean = () => false,
): Html {
  const head = new Set(shownInHead.map(iriOf));
  return propertyList(
    view,
    view.facts(subject).filter((fact) => !head.has(fact.predicate) && !isLeftOut(fact)),
  );
}

export function propertyList(view: ThingView, facts: readonly Fact[]): Html {
  const byProperty = grouped(facts, ({ predicate }) => predicate);
  if (byProperty.size === 0) return nothing;
  const properties = [...byProperty].sort(([a], [b]) => compareProperties(a, b));
  return html`<dl class="facts">${properties.map(
    ([predicate, own]) =>
      html`<div><dt>${propertyHtml(view, predicate)}</dt><dd>${view.values(own)}</dd></div>\n`,
  )}</dl>`;
}

/** In the order in which people ask for them, then by what they are called. */
export function compareProperties(a: string, b: string): number {
  return askedAt(a) - askedAt(b) || (termLabel(a) < termLabel(b) ? -1 : 1);
}

function askedAt(iri: string): number {
  const at = factOrder.map(iriOf).indexOf(iri);
  return at < 0 ? factOrder.length : at;
}

function propertyHtml(view: ThingView, predicate: string): Content {
  const label = termLabel(predicate);
  const href = prefixOf(predicate) === 'raw' ? null : view.addresses.href(predicate);
  return href?.startsWith('/')
    ? html`<a class="facts-name" href="${href}" title="${predicate}">${label}</a>`
    : html`<span title="${predicate}">${label}</span>`;
}
