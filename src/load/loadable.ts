/** What an export says of one article, as it is sent to a store. */
import type { Quad, Term } from '@rdfjs/types';
import type { Problem } from '../problem.js';
import { isIri, pageOf } from '../rdf/iris.js';
import { canonicalTag } from '../rdf/language-tag.js';
import { schema, xsd } from '../rdf/vocabulary.js';
import { quoteString } from '../rdf/write-term.js';
import type { ExportedArticle } from '../read/read-exports.js';

/** One triple in one graph. */
export interface Loadable {
  readonly graph: string;
  /** In N-Triples (https://www.w3.org/TR/n-triples/), without the dot. */
  readonly triple: string;
  /** The same for triples whose terms a store may write alike, such as 7 and 007. */
  readonly value: string;
  readonly line?: number;
}

export interface LoadableArticle {
  readonly file: string;
  readonly line?: number;
  /** Names the article, and the graph that describes all its others. */
  readonly page: string;
  /** None twice; those of the page's graph first, each graph's together. */
  readonly statements: readonly Loadable[];
}

/** A statement that is not sent, or that a store does not take. */
export interface RefusedStatement {
  readonly file: string;
  readonly line?: number;
  readonly graph: string;
  readonly statement: string;
  /** Whether it was sent to the store, which then did not take it. */
  readonly isSent: boolean;
  readonly reason: string;
}

/** Characters of a refused statement that are kept. */
export const longestStatement = 500;

export interface Prepared {
  /** Null where it cannot be loaded at all: the problem tells why. */
  readonly article: LoadableArticle | null;
  readonly problem?: Problem;
  readonly refused: readonly RefusedStatement[];
}

/**
 * Sorts the quads of an article by graph. Triples without a graph get that of the page that they tell of; blank nodes,
 * of which a store would make new ones at each load, and triples in triples keep an article from being loaded.
 *
 * @param longestIri in bytes of UTF-8; statements with longer ones are refused
 */
export function prepare(
  { file, quads, lines, badLines = [] }: ExportedArticle,
  longestIri = Number.POSITIVE_INFINITY,
): Prepared {
  const refused = badLines.map(({ line, text, reason }): RefusedStatement => {
    const statement = text.slice(0, longestStatement).toWellFormed();
    return { file, line, graph: '', statement, isSent: false, reason };
  });
  if (quads.length === 0) return { article: null, refused };
  const line = lines?.[0];
  const fail = (code: string, message: string): Prepared => {
    const place = { source: file, ...(line === undefined ? {} : { line }) };
    return { article: null, problem: { code, severity: 'error', message, place }, refused };
  };
  const wrong = quads.find(
    ({ subject, object, graph }) => !isPlain(subject) || !isPlain(object) || !isPlain(graph),
  );
  if (wrong && isBlank(wrong))
    return fail(
      'blank-nodes',
      'It holds blank nodes, which each load would add once more; nothing of this article is loaded. Give them IRIs first.',
    );
  if (wrong)
    return fail(
      'rdf12',
      'It holds triples about triples, which stores of RDF 1.1 do not take; convert with --provenance page or span.',
    );
  const page = pageOfQuads(quads);
  if (page === null)
    return fail(
      'no-page',
      'Its statements are in no named graph, and it is not one article, whose page would name it; convert with -f nquads.',
    );
  const graphs = new Map<string, Map<string, Loadable>>([[page, new Map()]]);
  for (const [index, quad] of quads.entries()) {
    const graph = quad.graph.termType === 'DefaultGraph' ? page : quad.graph.value;
    const at = lines?.[index];
    const triple = `${written(quad.subject)} ${written(quad.predicate)} ${written(quad.object)}`;
    const reason = [...irisOf(quad), graph].map((iri) => whyNot(iri, longestIri)).find((why) => why !== null);
    if (reason) {
      refused.push({
        file,
        ...(at === undefined ? {} : { line: at }),
        graph,
        statement: triple.slice(0, longestStatement).toWellFormed(),
        isSent: false,
        reason,
      });
      continue;
    }
    const statements = graphs.get(graph) ?? new Map<string, Loadable>();
    graphs.set(graph, statements);
    const value = `${quad.subject.value} ${quad.predicate.value} ${keyOf(quad.object)}`;
    if (!statements.has(triple))
      statements.set(triple, { graph, triple, value, ...(at === undefined ? {} : { line: at }) });
  }
  const statements = [...graphs.values()].flatMap((graph) => [...graph.values()]);
  return { article: { file, page, statements, ...(line === undefined ? {} : { line }) }, refused };
}

function isPlain({ termType }: Term): boolean {
  return termType === 'NamedNode' || termType === 'Literal' || termType === 'DefaultGraph';
}

function isBlank({ subject, object, graph }: Quad): boolean {
  return [subject, object, graph].some(({ termType }) => termType === 'BlankNode');
}

function pageOfQuads(quads: readonly Quad[]): string | null {
  const first = quads.find(({ graph }) => graph.termType === 'NamedNode')?.graph.value;
  const others = quads.filter(({ graph }) => graph.termType === 'DefaultGraph');
  if (others.length === 0) return first === undefined ? null : pageOf(first);
  const articles = others.filter(({ predicate }) => predicate.value === schema.mainEntity.value);
  const pages = new Set(articles.map(({ subject }) => subject.value));
  const [page] = pages;
  if (page === undefined || pages.size > 1) return null;
  return first === undefined || pageOf(first) === page ? page : null;
}

/** Why an IRI is not sent; null where it is. */
function whyNot(iri: string, longest: number): string | null {
  if (!isIri(iri)) return `${JSON.stringify(iri)} is no IRI`;
  if (3 * iri.length <= longest) return null;
  const bytes = Buffer.byteLength(iri);
  return bytes > longest ? `the store would cut its IRI of ${bytes} bytes to ${longest}` : null;
}

function irisOf({ subject, predicate, object }: Quad): string[] {
  const last = object.termType === 'Literal' ? object.datatype.value : object.value;
  return [subject.value, predicate.value, last];
}

function written(term: Term): string {
  if (term.termType !== 'Literal') return `<${term.value}>`;
  // Half a character has no UTF-8: written by its number, the store decides, and nothing is changed in silence.
  const text = quoteString(term.value).replace(
    /[\ud800-\udfff]/gu,
    (half) => `\\u${half.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  if (term.language) return `${text}@${tag(term.language)}`;
  return term.datatype.value === xsd.string.value ? text : `${text}^^<${term.datatype.value}>`;
}

const tags = new Map<string, string>();

/** Parsers write tags in lower case; the export had them as BCP 47 does. */
function tag(language: string): string {
  const known = tags.get(language) ?? canonicalTag(language) ?? language;
  if (tags.size < 10_000) tags.set(language, known);
  return known;
}

/** The value of a number, whatever its datatype; null for what is none. */
function numberKey(value: string): string | null {
  const [, sign = '', whole, fraction = ''] = /^([+-]?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(value) ?? [];
  return whole === undefined ? null : `${sign === '-' ? '-' : ''}${whole}.${fraction}`;
}

/** PT116M is PT1H56M: months and seconds are what a duration is (https://www.w3.org/TR/xmlschema11-2/#duration). */
function durationKey(value: string): string | null {
  const found =
    /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(value);
  if (!found) return null;
  const [years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(2)
    .map((part) => Number(part ?? 0));
  return `${found[1]}P${years * 12 + months}M${((days * 24 + hours) * 60 + minutes) * 60 + seconds}S`;
}

const values: Readonly<Record<string, (value: string) => string | null>> = {
  integer: numberKey,
  nonNegativeInteger: numberKey,
  positiveInteger: numberKey,
  decimal: numberKey,
  duration: durationKey,
  dateTime: (value) => value.replace(/\.(\d*?)0+(?=Z|[+-]|$)/, '.$1').replace(/\.(?=Z|[+-]|$)/, ''),
};

/** Stores keep numbers by value and tags in any case: what they may hold for one is one here. */
function keyOf(term: Term): string {
  if (term.termType !== 'Literal') return `<${term.value}>`;
  const { value, language, datatype } = term;
  if (language) return `"${value}"@${language.toLowerCase()}`;
  const name = datatype.value.slice(datatype.value.indexOf('#') + 1);
  return values[name]?.(value) ?? `"${value}"^^${datatype.value}`;
}
