/** What pages ask the store: SELECT queries, with results in JSON (https://www.w3.org/TR/sparql11-results-json/). */
import type { Literal, NamedNode } from '@rdfjs/types';
import { isIri } from '../../rdf/iris.js';
import type { JsonTerm } from '../../rdf/sparql-results.js';
import { bindingsOf, termOf } from '../../rdf/sparql-results.js';
import { namedNode } from '../../rdf/terms.js';
import { expandCurie } from '../../rdf/vocabulary.js';
import { quoteString, writeTerm } from '../../rdf/write-term.js';
import { packagePrefixes } from '../../read/package-prefixes.js';
import type { SparqlService } from '../../store/sparql-service.js';
import { SparqlError } from '../../store/sparql-service.js';
import type { Site } from '../handler.js';

export type Term = NamedNode | Literal;
export type Row = Readonly<Record<string, Term | undefined>>;

/** No page shows more. */
const mostRows = 20_000;
/** A query that an embedded store gives up costs it its data, which it must load again: longer than any should take. */
const mostSeconds = 45;
/** Services whose default graph is not empty. */
const withDefaultGraph = new WeakSet<SparqlService>();
/** IRIs that one query holds. */
const chunkSize = 200;

/** The questions of one request; they end when it does. */
export class Questions {
  constructor(
    private readonly site: Site,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws SparqlError */
  async select(query: string): Promise<Row[]> {
    const { body } = await this.site.own.query({
      query,
      results: 'json',
      graphs: 'ntriples',
      limits: { seconds: mostSeconds, rows: mostRows },
      signal: this.signal,
    });
    return bindingsOf(body).map((binding) =>
      Object.fromEntries(Object.entries(binding).map(([name, term]) => [name, toTerm(term)])),
    );
  }

  /**
   * Asks the default graph, and only where that never said anything the named ones: most stores hold all graphs in it, some
   * hold none.
   *
   * @param query gives the query from what puts each triple pattern where it is looked for
   */
  async selectAnywhere(query: (within: (pattern: string) => string) => string): Promise<Row[]> {
    const rows = await this.select(query((pattern) => pattern));
    if (rows.length > 0) withDefaultGraph.add(this.site.own);
    if (withDefaultGraph.has(this.site.own)) return rows;
    let graphs = 0;
    return this.select(query((pattern) => `GRAPH ?graph${graphs++} { ${pattern} }`));
  }

  /** Asks the same of many IRIs, some at a time. */
  async selectOf(iris: Iterable<string>, query: (values: string) => string): Promise<Row[]> {
    const all = [...new Set(iris)].filter(isIri);
    const rows: Row[] = [];
    for (let at = 0; at < all.length; at += chunkSize) {
      const values = all.slice(at, at + chunkSize).map(iriText);
      rows.push(...(await this.select(query(values.join(' ')))));
    }
    return rows;
  }
}

/** What a page can do without: null where the store takes too long for it. */
export async function patiently<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof SparqlError && (error.failure === 'timeout' || error.failure === 'too-large'))
      return null;
    throw error;
  }
}

/**
 * An IRI as a query holds it.
 *
 * @throws RangeError where it is none: it could end the term and begin another
 */
export function iriText(iri: string): string {
  if (!isIri(iri)) throw new RangeError('no IRI');
  return writeTerm(namedNode(iri));
}

/** Words as a query holds them. */
export function stringText(words: string): string {
  return quoteString(words.toWellFormed());
}

/** The IRI of a compact one that the package names. */
export function iriOf(curie: string): string {
  const iri = expandCurie(curie, packagePrefixes());
  if (!iri) throw new Error(`no prefix is declared for ${curie}`);
  return iri.value;
}

/** The same as a query holds it. */
export const t = (curie: string): string => `<${iriOf(curie)}>`;

/** Blank nodes have no name that another query could ask by; our graphs have none. */
function toTerm(term: JsonTerm | undefined): Term | undefined {
  return (term && termOf(term)) ?? undefined;
}
