/** The statements of the document about a thing. */
import type { NamedNode } from '@rdfjs/types';
import { provenancePart, thingOfSegment } from '../rdf/iris.js';
import { parseResults } from '../rdf/sparql-results.js';
import { namedNode } from '../rdf/terms.js';
import { prov } from '../rdf/vocabulary.js';
import { writeTerm } from '../rdf/write-term.js';
import type { Statement } from '../statement.js';
import type { SparqlService } from '../store/sparql-service.js';
import { readStatements } from './read-statements.js';

export interface Document {
  readonly page: NamedNode;
  readonly thing: NamedNode;
  readonly statements: readonly Statement[];
  /** Whether there are more statements than a document holds. */
  readonly isCut: boolean;
}

/** Statements of a document at most; of a thing without a page of its own, as many that point at it. */
const limits = { seconds: 10, rows: 50_000 };
const mostAbout = 2000;
const mostPointing = 1000;

/** How far the parts of a thing are followed: a thing, its releases, their places and no further. */
const mostRounds = 4;

/** The IRIs of the document and of what it is about. */
export function namesOf(
  base: string,
  title: string,
): { readonly page: NamedNode; readonly thing: NamedNode } {
  return { page: namedNode(`${base}page/${title}`), thing: namedNode(thingOfSegment(base, title)) };
}

/** Whether the data speaks of a thing, or has its document. */
export async function isKnown(
  service: SparqlService,
  { page, thing }: { readonly page: NamedNode; readonly thing: NamedNode },
  signal: AbortSignal,
): Promise<boolean> {
  const [document, about] = [writeTerm(page), writeTerm(thing)];
  const query = `ASK { { ${about} ?p ?o } UNION { ?s ?p ${about} } UNION { ${document} ?p ?o } UNION { GRAPH ${document} { ?s ?p ?o } } }`;
  const { body } = await service.query({ query, results: 'json', graphs: 'ntriples', limits, signal });
  return parseResults(body) === true;
}

/**
 * All that the graph of a page holds, and the graphs of the stretches of its source, without the description of those
 * stretches. A thing without such a graph: what is said of it and of its parts, and what points at it, bounded.
 *
 * @returns null where the data does not speak of it
 */
export async function loadDocument(
  service: SparqlService,
  base: string,
  title: string,
  signal: AbortSignal,
): Promise<Document | null> {
  const names = namesOf(base, title);
  const asking: Asking = { service, signal };
  const own = await ofGraphs(asking, [names.page]);
  const found = own.statements.length > 0 ? await withSpans(asking, own) : await described(asking, names);
  const statements = inOrder(found.statements.filter(notOf(found.statements)), names);
  return statements.length === 0 ? null : { ...names, statements, isCut: found.isCut };
}

interface Asking {
  readonly service: SparqlService;
  readonly signal: AbortSignal;
}

interface Found {
  readonly statements: readonly Statement[];
  readonly isCut: boolean;
}

async function ask(
  { service, signal }: Asking,
  query: string,
  defaultGraphs?: readonly string[],
): Promise<Found> {
  const { body, isCut } = await service.query({
    query,
    results: 'json',
    graphs: 'ntriples',
    limits,
    signal,
    ...(defaultGraphs === undefined ? {} : { defaultGraphs }),
  });
  return { statements: readStatements(body), isCut };
}

function ofGraphs(asking: Asking, graphs: readonly NamedNode[]): Promise<Found> {
  const names = graphs.map(({ value }) => value);
  return ask(asking, 'SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }', names);
}

/** With what was read at each stretch of the source: each is a graph that the page's own describes. */
async function withSpans(asking: Asking, own: Found): Promise<Found> {
  const spans = new Map<string, NamedNode>();
  for (const { subject } of own.statements)
    if (provenancePart(subject.value) === 'span') spans.set(subject.value, subject);
  if (spans.size === 0) return own;
  const read = await ofGraphs(asking, [...spans.values()]);
  return { statements: [...own.statements, ...read.statements], isCut: own.isCut || read.isCut };
}

/** Whether a statement speaks of things, and not of where others were read. */
function notOf(statements: readonly Statement[]): (statement: Statement) => boolean {
  const acting = statements.filter(({ predicate }) => predicate.equals(prov.wasAssociatedWith));
  const agents = new Set(acting.map(({ object }) => object.value));
  return ({ subject, predicate, object }) =>
    provenancePart(subject.value) === null &&
    !agents.has(subject.value) &&
    !predicate.equals(prov.wasGeneratedBy) &&
    (object.termType === 'Literal' || provenancePart(object.value) === null);
}

/**
 * What is said of a thing, of its document and of their parts, and what points at the thing. Of more than a document holds
 * the store gives those that it finds first: to sort them all would take the longer the more there are.
 */
async function described(
  asking: Asking,
  { page, thing }: { readonly page: NamedNode; readonly thing: NamedNode },
): Promise<Found> {
  const pointing = await ask(
    asking,
    `SELECT DISTINCT ?s ?p ?o { VALUES ?o { ${writeTerm(thing)} } ?s ?p ?o } LIMIT ${mostPointing + 1}`,
  );
  const statements = pointing.statements.slice(0, mostPointing);
  let isCut = pointing.isCut || pointing.statements.length > mostPointing;
  const isPart = (iri: string): boolean =>
    iri.startsWith(`${thing.value}#`) || iri.startsWith(`${page.value}#`);
  const seen = new Set([thing.value, page.value]);
  let next = [thing, page, ...newParts(statements, isPart, seen)];
  for (let round = 0; round < mostRounds && next.length > 0 && statements.length < limits.rows; round++) {
    const about = await ask(
      asking,
      `SELECT DISTINCT ?s ?p ?o { VALUES ?s { ${next.map(writeTerm).join(' ')} } ?s ?p ?o } LIMIT ${mostAbout + 1}`,
    );
    statements.push(...about.statements.slice(0, mostAbout));
    isCut ||= about.isCut || about.statements.length > mostAbout;
    next = newParts(about.statements, isPart, seen);
  }
  return { statements, isCut };
}

function newParts(
  statements: readonly Statement[],
  isPart: (iri: string) => boolean,
  seen: Set<string>,
): NamedNode[] {
  const parts: NamedNode[] = [];
  for (const term of statements.flatMap(({ subject, object }) => [subject, object])) {
    if (term.termType !== 'NamedNode' || seen.has(term.value) || !isPart(term.value)) continue;
    seen.add(term.value);
    parts.push(term);
  }
  return parts;
}

/** The thing and its parts, the document and its parts, all others; each by property and object. */
function inOrder(
  statements: readonly Statement[],
  { page, thing }: { readonly page: NamedNode; readonly thing: NamedNode },
): Statement[] {
  const rank = ({ value }: NamedNode): number => {
    if (value === thing.value) return 0;
    if (value.startsWith(`${thing.value}#`)) return 1;
    if (value === page.value) return 2;
    return value.startsWith(`${page.value}#`) ? 3 : 4;
  };
  const keyed = statements.map((statement) => {
    const { subject, predicate, object } = statement;
    return { statement, key: `${rank(subject)}${subject.value}\n${predicate.value}\n${writeTerm(object)}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ statement }) => statement);
}
