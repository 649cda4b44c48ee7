/** Which part of a thing is shown in which block of its page: each in one. Nothing here knows a kind of article. */
import { entry } from '../../entry.js';
import { amounts, figureDates, partGroups, shownElsewhere } from './groups.js';
import { iriOf } from './questions.js';
import type { Fact } from './thing-data.js';
import type { ThingView } from './thing-view.js';
import { isClassOf, prefixOf } from './vocabulary-terms.js';

/** Facts of a part that stands inside a line, with its class and name. */
const mostInside = 5;

export interface PartPlan {
  /** Facts of the thing that lead to roles of which at least one of their property has a date. */
  readonly timeline: readonly Fact[];
  /** Facts that lead to amounts. */
  readonly figures: readonly Fact[];
  /** Parts that are coordinates. */
  readonly positions: readonly string[];
  /** Facts that lead to parts of one sort, by their property; at least two. */
  readonly tables: ReadonlyMap<string, readonly Fact[]>;
  /** Small parts, which stand where facts and other parts speak of them. */
  readonly inside: ReadonlySet<string>;
  /** Parts that have their facts one after the other. */
  readonly others: readonly string[];
  /** Whether a fact of the thing is told by what its object is shown in. */
  isTold(fact: Fact): boolean;
}

export function planParts(view: ThingView): PartPlan {
  const { thing, facts } = view.data;
  const grouped = partGroups.map((group) => group.class);
  const isOneOf = (classes: readonly string[]): ((iri: string) => boolean) => {
    const iris = classes.map(iriOf);
    return (iri) => view.typesOf(iri).some((type) => iris.includes(type));
  };
  const isTold = isOneOf([...grouped, ...shownElsewhere]);
  const isInTable = isOneOf([...grouped, 'schema:ItemList', 'schema:Review', 'schema:WebPageElement']);
  const parts = [...facts.keys()].filter((iri) => iri.startsWith(`${thing}#`) && !isTold(iri));
  const known = new Set(parts);
  const positions = parts.filter((iri) => view.isA(iri, 'schema:GeoCoordinates'));
  const isAmount = (iri: string): boolean => amounts.some((curie) => view.isA(iri, curie));
  const leading = view
    .facts(thing)
    .filter(({ object }) => object.termType === 'NamedNode' && known.has(object.value));
  const figures = figuresOf(
    view,
    leading.filter(({ object }) => isAmount(object.value)),
  );
  const groups = new Map<string, Fact[]>();
  for (const fact of leading)
    if (!isAmount(fact.object.value) && !positions.includes(fact.object.value))
      entry(groups, fact.predicate, (): Fact[] => []).push(fact);
  const timeline = [...groups.values()].filter((group) => isTimed(view, group)).flat();
  const tables = new Map([...groups].filter(([, group]) => group.length > 1 && !isTimed(view, group)));
  const shown = [...timeline, ...figures, ...[...tables.values()].flat()];
  const shownParts = new Set([...shown.map(({ object }) => object.value), ...positions]);
  // What only other parts lead to has its place there, however much is said of it; so have amounts.
  const isInside = (iri: string): boolean => {
    const from = view.leadingTo(iri).map(({ subject }) => subject);
    if (from.length === 0 || from.includes(iri)) return false;
    return isAmount(iri) || from.every((subject) => subject.startsWith(`${thing}#`)) || isSmall(view, iri);
  };
  const rest = parts.filter((iri) => !shownParts.has(iri));
  const inside = new Set(rest.filter(isInside));
  return {
    timeline,
    figures,
    positions,
    tables,
    inside,
    others: rest.filter((iri) => !inside.has(iri)),
    isTold: ({ object }) =>
      object.termType === 'NamedNode' &&
      object.value.includes('#') &&
      facts.has(object.value) &&
      (shownParts.has(object.value) || isInTable(object.value)),
  };
}

/** Amounts are a table where several are measures, or where one says when it was so; else they are facts among others. */
function figuresOf(view: ThingView, facts: readonly Fact[]): readonly Fact[] {
  const measures = facts.filter(({ object }) => !view.isA(object.value, 'schema:MonetaryAmount'));
  const hasDate = facts.some(({ object }) =>
    figureDates.some((property) => view.first(object.value, property) !== ''),
  );
  return measures.length > 1 || (facts.length > 1 && hasDate) ? facts : [];
}

/** Little is said of it, and nothing that was kept as it stands. */
function isSmall(view: ThingView, iri: string): boolean {
  const facts = view.facts(iri);
  return facts.length <= mostInside && !facts.some(({ predicate }) => prefixOf(predicate) === 'raw');
}

function isTimed(view: ThingView, group: readonly Fact[]): boolean {
  const parts = group.map(({ object }) => object.value);
  const isRole = parts.every((iri) => view.typesOf(iri).some((type) => isClassOf(type, 'schema:Role')));
  if (!isRole || parts.some((iri) => view.first(iri, 'schema:position') !== '')) return false;
  return parts.some(
    (iri) => view.first(iri, 'schema:startDate') !== '' || view.first(iri, 'schema:endDate') !== '',
  );
}
