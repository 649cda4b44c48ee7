/** All that the graph says of a thing, of its page and of the parts of both, and who speaks of it. */
import type { NamedNode } from '@rdfjs/types';
import { entry, grouped } from '../../entry.js';
import { termKey } from '../../rdf/graph.js';
import { pageOf, provenancePart } from '../../rdf/iris.js';
import type { Subject } from './addresses.js';
import { ladders } from './groups.js';
import type { Questions, Row, Term } from './questions.js';
import { iriOf, iriText, t } from './questions.js';

export interface Fact {
  readonly subject: string;
  readonly predicate: string;
  readonly object: Term;
  /** IRIs of the graphs that hold it. */
  readonly graphs: readonly string[];
}

/** Words of the source, and the rule that read them. */
export interface Reading {
  readonly words: string;
  readonly rule: string | null;
  readonly begin: number;
  /** IRIs of the citations behind the words. */
  readonly sources: readonly string[];
}

export interface ThingData extends Subject {
  /** By subject: the thing, the page, and their parts. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** Of the things that a ladder leads upward to: what leads on, and what is said of each beside its name. */
  readonly rungs: ReadonlyMap<string, readonly Fact[]>;
  /** Statements of others that lead here, each once. */
  readonly incoming: readonly Fact[];
  /** How many there are of each property; at most `mostCounted` in all. */
  readonly incomingCounts: ReadonlyMap<string, number>;
  readonly isCountCut: boolean;
  readonly names: ReadonlyMap<string, Term>;
  readonly types: ReadonlyMap<string, readonly string[]>;
  /** By the IRI of the graph of a stretch of the source. */
  readonly readings: ReadonlyMap<string, Reading>;
}

/** More parts, and more links from elsewhere by one property, are not shown. Nothing here grows with the graph. */
const mostParts = 2000;
const mostIncoming = 100;
export const mostCounted = 10_000;
/** A thing that very many articles speak of is described in the graph of each. */
const mostInGraphs = 2000;
/** Parts of parts of parts. */
const rounds = 4;
/** Things above each other. */
const mostRungs = 60;

export async function loadThing(questions: Questions, subject: Subject): Promise<ThingData> {
  const facts = new FactStore();
  const parts = new Set<string>();
  let frontier = [subject.thing, subject.page];
  for (let round = 0; round < rounds && frontier.length > 0; round++) {
    for (const iri of frontier) parts.add(iri);
    const outgoing = await questions.selectOf(frontier, outgoingQuery);
    const inside = await questions.selectOf(frontier, (values) => insideQuery(values, subject));
    for (const row of outgoing) facts.add(row);
    frontier = [...partsIn([...outgoing, ...inside], subject)]
      .filter((iri) => !parts.has(iri))
      .slice(0, Math.max(0, mostParts - parts.size));
  }
  const incoming = await incomingOf(questions, subject);
  const bySubject = facts.bySubject();
  const rungs = await rungsOf(questions, bySubject.get(subject.thing) ?? []);
  const all = [...facts.all(), ...incoming.facts, ...[...rungs.values()].flat()];
  const { names, types } = await namesOf(questions, all);
  return {
    ...subject,
    facts: bySubject,
    rungs,
    incoming: incoming.facts,
    incomingCounts: incoming.counts,
    isCountCut: incoming.isCountCut,
    names,
    types,
    readings: await readingsOf(questions, all),
  };
}

/** Some stores hold graphs in the default graph too, others only apart. */
const outgoingQuery = (values: string): string =>
  `SELECT ?s ?p ?o ?g WHERE { { SELECT ?s ?p ?o WHERE { VALUES ?s { ${values} } ?s ?p ?o } LIMIT 10000 } UNION
{ SELECT ?s ?p ?o ?g WHERE { VALUES ?s { ${values} } GRAPH ?g { ?s ?p ?o } } LIMIT ${mostInGraphs} } }`;

/** Parts that nothing leads to from the whole, such as recognitions, which name the work. */
const insideQuery = (values: string, { thing, page }: Subject): string =>
  `SELECT DISTINCT ?s WHERE { { SELECT ?s WHERE { VALUES ?o { ${values} } ?s ?p ?o } LIMIT ${mostInGraphs} } UNION
{ SELECT ?s WHERE { VALUES ?o { ${values} } GRAPH ?g { ?s ?p ?o } } LIMIT ${mostInGraphs} } UNION
{ VALUES ?o { ${values} } GRAPH ${iriText(page)} { ?s ?p ?o } }
FILTER(STRSTARTS(STR(?s), CONCAT(STR(${iriText(thing)}), "#")) || STRSTARTS(STR(?s), CONCAT(STR(${iriText(page)}), "#"))) } LIMIT 5000`;

function partsIn(rows: readonly Row[], { thing, page }: Subject): Set<string> {
  const found = new Set<string>();
  for (const { s, o } of rows)
    for (const term of [s, o])
      if (
        term?.termType === 'NamedNode' &&
        (term.value.startsWith(`${thing}#`) || term.value.startsWith(`${page}#`)) &&
        provenancePart(term.value) === null
      )
        found.add(term.value);
  return found;
}

/** What stands above a thing, one step after the other. */
async function rungsOf(questions: Questions, own: readonly Fact[]): Promise<Map<string, Fact[]>> {
  const steps = new Set(ladders.map(({ property }) => iriOf(property)));
  const told = [...steps, ...ladders.map(({ note }) => iriOf(note))];
  const above = (facts: readonly Fact[]): string[] =>
    facts.filter(({ predicate }) => steps.has(predicate)).map(({ object }) => object.value);
  const rungs = new FactStore();
  const seen = new Set(own.map(({ subject }) => subject));
  let frontier = above(own);
  while (frontier.length > 0 && seen.size < mostRungs) {
    for (const iri of frontier) seen.add(iri);
    const rows = await questions.selectOf(frontier, outgoingQuery);
    const added = new FactStore();
    for (const row of rows.filter(({ p }) => told.includes(p?.value ?? ''))) {
      rungs.add(row);
      added.add(row);
    }
    frontier = above(added.all())
      .filter((iri) => !seen.has(iri))
      .slice(0, mostRungs - seen.size);
  }
  return rungs.bySubject();
}

interface Incoming {
  readonly facts: readonly Fact[];
  readonly counts: ReadonlyMap<string, number>;
  readonly isCountCut: boolean;
}

/** Counts first: how many there are decides how many are asked for. */
async function incomingOf(questions: Questions, { thing, page }: Subject): Promise<Incoming> {
  const object = iriText(thing);
  const own = [thing, page].map(
    (iri) => `STR(?s) != STR(${iriText(iri)}) && !STRSTARTS(STR(?s), CONCAT(STR(${iriText(iri)}), "#"))`,
  );
  const filter = `FILTER(${own.join(' && ')})`;
  const counted = await questions.selectAnywhere(
    (within) =>
      `SELECT ?p (COUNT(*) AS ?n) WHERE { SELECT ?p WHERE { ${within(`?s ?p ${object}`)} ${filter} } LIMIT ${mostCounted} } GROUP BY ?p`,
  );
  const counts = new Map(
    counted.flatMap(({ p, n }) => (p && n ? [[p.value, Number(n.value)] as const] : [])),
  );
  const facts = new FactStore();
  for (const property of [...counts.keys()].sort()) {
    const pattern = `?s ${iriText(property)} ${object}`;
    const rows = await questions.select(
      `SELECT ?s ?g WHERE { { SELECT DISTINCT ?s WHERE { { ${pattern} } UNION { GRAPH ?any { ${pattern} } } ${filter} } LIMIT ${mostIncoming} }
OPTIONAL { GRAPH ?g { ${pattern} } } } LIMIT ${20 * mostIncoming}`,
    );
    const [p, o] = [property, thing].map((value) => ({ termType: 'NamedNode', value }) as NamedNode);
    for (const row of rows) facts.add({ ...row, p, o });
  }
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  return { facts: facts.all(), counts, isCountCut: all >= mostCounted };
}

/** Names and classes of all that is spoken of, and of the wholes that parts belong to. */
async function namesOf(
  questions: Questions,
  facts: readonly Fact[],
): Promise<Pick<ThingData, 'names' | 'types'>> {
  const iris = new Set<string>();
  for (const { subject, object } of facts) {
    for (const iri of [subject, object.termType === 'NamedNode' ? object.value : subject]) {
      iris.add(iri);
      iris.add(pageOf(iri));
    }
  }
  const names = new Map<string, Term>();
  const types = new Map<string, string[]>();
  for (const { s, name, type } of await questions.selectOf(iris, namesQuery)) {
    if (s && type) entry(types, s.value, (): string[] => []).push(type.value);
    // Of several names the first by spelling, so that each page calls it the same.
    if (s && name && isBetterName(name, names.get(s.value))) names.set(s.value, name);
  }
  return { names, types };
}

/** Each pattern on its own: a store that joins them with lists of both subjects and properties takes twenty times as long. */
function namesQuery(values: string): string {
  const patterns = [
    `?s ${t('schema:name')} ?name`,
    `?s ${t('schema:headline')} ?name`,
    `?s ${t('skos:prefLabel')} ?name`,
    `?s ${t('rdf:type')} ?type`,
  ];
  const either = patterns.flatMap((pattern) => [`{ ${pattern} }`, `{ GRAPH ?g { ${pattern} } }`]);
  return `SELECT DISTINCT ?s ?name ?type WHERE { VALUES ?s { ${values} } ${either.join(' UNION ')} } LIMIT 10000`;
}

function isBetterName(name: Term, than: Term | undefined): boolean {
  return name.termType === 'Literal' && (than === undefined || name.value < than.value);
}

async function readingsOf(questions: Questions, facts: readonly Fact[]): Promise<Map<string, Reading>> {
  const spans = facts.flatMap(({ graphs }) => graphs.filter((graph) => provenancePart(graph) === 'span'));
  const rows = await questions.selectOf(
    spans,
    (values) =>
      `SELECT DISTINCT ?s ?words ?begin ?rule ?source WHERE { VALUES ?s { ${values} } { ${readingPattern} } UNION { GRAPH ?g { ${readingPattern} } } } LIMIT 10000`,
  );
  const readings = new Map<string, Reading>();
  for (const { s, words, begin, rule, source } of rows) {
    if (!s || !words) continue;
    const sources = new Set([...(readings.get(s.value)?.sources ?? []), ...(source ? [source.value] : [])]);
    const reading = { words: words.value, rule: rule?.value ?? null, begin: Number(begin?.value ?? 0) };
    readings.set(s.value, { ...reading, sources: [...sources].sort() });
  }
  return readings;
}

const readingPattern = `?s ${t('nif:anchorOf')} ?words . OPTIONAL { ?s ${t('nif:beginIndex')} ?begin } OPTIONAL { ?s ${t('article:rule')} ?rule } OPTIONAL { ?s ${t('prov:hadPrimarySource')} ?source }`;

/** Each triple once, with the graphs that hold it. */
class FactStore {
  private readonly facts = new Map<string, Omit<Fact, 'graphs'> & { graphs: Set<string> }>();

  add({ s, p, o, g }: Row): void {
    if (!s || !p || !o) return;
    const key = `${s.value} ${p.value} ${termKey(o)}`;
    const fact = entry(this.facts, key, () => ({
      subject: s.value,
      predicate: p.value,
      object: o,
      graphs: new Set<string>(),
    }));
    if (g) fact.graphs.add(g.value);
  }

  all(): Fact[] {
    return [...this.facts.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, fact]) => ({ ...fact, graphs: [...fact.graphs] }));
  }

  bySubject(): Map<string, Fact[]> {
    return grouped(this.all(), ({ subject }) => subject);
  }
}
