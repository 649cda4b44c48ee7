/** What stands above a thing, such as the taxa that a species belongs to, from the highest down to the thing itself. */

import type { Block } from './block.js';
import type { Ladder } from './groups.js';
import { ladders } from './groups.js';
import type { Content } from './html.js';
import { html, nothing } from './html.js';
import { iriOf } from './questions.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';

export function ladderBlocks(view: ThingView): Block[] {
  return ladders.flatMap((ladder) => {
    const steps = stepsOf(view, ladder);
    if (steps.length < 2) return [];
    const body = html`<ol class="ladder">${steps.map((step) => rungHtml(view, ladder, step)).reverse()}</ol>`;
    return [{ id: ladder.id, title: ladder.title, count: steps.length, body }];
  });
}

/** Whether a ladder tells a fact of the thing. */
export function isToldByLadder(view: ThingView, { predicate }: Fact): boolean {
  return ladders.some(
    (ladder) =>
      (predicate === iriOf(ladder.property) || predicate === iriOf(ladder.note)) &&
      view.valuesOf(view.data.thing, ladder.property).length > 0,
  );
}

interface Step {
  /** Things side by side, where several articles give a thing several above it. */
  readonly things: readonly string[];
  /** The facts that led here. */
  readonly facts: readonly Fact[];
}

/** From the thing upward. What its own article says goes before what others say. */
function stepsOf(view: ThingView, ladder: Ladder): Step[] {
  const property = iriOf(ladder.property);
  const steps: Step[] = [{ things: [view.data.thing], facts: [] }];
  const seen = new Set([view.data.thing]);
  for (let step = steps[0]; step !== undefined; step = steps.at(-1)) {
    const all = step.things
      .flatMap((iri) => factsOf(view, iri))
      .filter(({ predicate, object }) => predicate === property && !seen.has(object.value));
    const own = all.filter(({ graphs }) => graphs.some((graph) => graph.split('#')[0] === view.data.page));
    const facts = own.length > 0 ? own : all;
    if (facts.length === 0) return steps;
    const things = [...new Set(facts.map(({ object }) => object.value))].sort();
    for (const iri of things) seen.add(iri);
    steps.push({ things, facts });
  }
  return steps;
}

function factsOf(view: ThingView, iri: string): readonly Fact[] {
  return iri === view.data.thing ? view.facts(iri) : (view.data.rungs.get(iri) ?? []);
}

function rungHtml(view: ThingView, { note }: Ladder, { things, facts }: Step): Content {
  return things.map((iri) => {
    const notes = factsOf(view, iri).filter(({ predicate }) => predicate === iriOf(note));
    const isThing = iri === view.data.thing;
    const name = isThing ? html`<strong>${view.nameHtml(iri)}</strong>` : view.link(iri);
    const leading = facts.filter(({ object }) => object.value === iri);
    return html`<li><span class="aside">${view.inline(notes.slice(0, 1))}</span><span>${name}${leading.length > 0 ? view.readings([...leading, ...notes]) : nothing}</span></li>\n`;
  });
}
