/** What data there is, at the place where programs look for that (https://www.w3.org/TR/void/#well-known). */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { Format } from '../rdf/formats.js';
import { isIri } from '../rdf/iris.js';
import { bindingsOf } from '../rdf/sparql-results.js';
import { literal, namedNode } from '../rdf/terms.js';
import { prefixes, rdf, xsd } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import type { SparqlService } from '../store/sparql-service.js';
import { preferred } from './accept.js';
import { datasetIri } from './dataset-iri.js';
import { errorResponse } from './error-response.js';
import type { Handler, ServeRequest, Site } from './handler.js';
import { contentType, documentFormats, writeDocument } from './write-document.js';

const namespaces = {
  void: 'http://rdfs.org/ns/void#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  formats: 'http://www.w3.org/ns/formats/',
};

/** Counting goes through all of the data. */
const limits = { seconds: 50, rows: 2000 };

/** Minutes for which counts hold: an endpoint elsewhere may get other data. */
const minutes = 10;

export function voidHandler(site: Site): Handler {
  let counts: Promise<Counts> | null = null;
  const known = async (): Promise<Counts> => {
    counts ??= count(site.foreign);
    try {
      return await counts;
    } catch (error) {
      counts = null;
      throw error;
    }
  };
  setInterval(() => {
    counts = null;
  }, 60_000 * minutes).unref();
  return async (request: ServeRequest) => {
    if (request.path !== '/.well-known/void') return null;
    const types = documentFormats.map(({ mediaType }) => mediaType);
    // Browsers take anything.
    const wanted = preferred(request.headers.accept, types);
    const format = documentFormats.find(({ mediaType }) => mediaType === wanted);
    if (!format) return errorResponse(406, `This comes as ${types.join(', ')}.`, { vary: 'Accept' });
    const body = describe(site, await known(), format);
    return { status: 200, headers: { 'content-type': contentType(format.mediaType), vary: 'Accept' }, body };
  };
}

interface Counts {
  readonly triples: number;
  readonly classes: readonly Counted[];
  readonly properties: readonly Counted[];
  readonly documents: number;
}

interface Counted {
  readonly term: NamedNode;
  readonly count: number;
}

async function count(service: SparqlService): Promise<Counts> {
  const ask = async (query: string): Promise<Counted[]> => {
    const { body } = await service.query({ query, results: 'json', graphs: 'ntriples', limits });
    return bindingsOf(body).map(({ term, n }) => ({
      term: namedNode(term?.value ?? ''),
      count: Number(n?.value ?? 0),
    }));
  };
  const counted = async (pattern: string): Promise<Counted[]> =>
    (await ask(`SELECT ?term (COUNT(*) AS ?n) { ${pattern} } GROUP BY ?term ORDER BY ?term`)).filter(
      ({ term, count }) => isIri(term.value) && count > 0,
    );
  const properties = await counted('?s ?term ?o');
  const classes = await counted('?s a ?term');
  const [documents] = await ask(
    `SELECT (COUNT(DISTINCT ?page) AS ?n) { ?page <${prefixes.schema}mainEntity> ?thing }`,
  );
  const triples = properties.reduce((sum, { count }) => sum + count, 0);
  return { triples, classes, properties, documents: documents?.count ?? 0 };
}

function describe({ base, version }: Site, counts: Counts, format: Format): string {
  const dataset = datasetIri(base);
  const page = namedNode(dataset.value.replace(/#.*$/, ''));
  const { void: term, dcterms, foaf, formats } = namespaces;
  const statements: Statement[] = [];
  const state = (subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal): void => {
    statements.push({ subject, predicate, object, rule: '' });
  };
  const number = (value: number): Literal => literal(String(value), xsd.integer);
  const node = (namespace: string, name: string): NamedNode => namedNode(namespace + name);
  state(dataset, rdf.type, node(term, 'Dataset'));
  state(dataset, node(dcterms, 'title'), literal('What encyclopedic articles say, as linked data', 'en'));
  state(dataset, node(term, 'uriSpace'), literal(base));
  state(dataset, node(term, 'sparqlEndpoint'), namedNode(new URL('/sparql', base).href));
  for (const name of ['Turtle', 'JSON-LD', 'N-Triples'])
    state(dataset, node(term, 'feature'), node(formats, name));
  for (const namespace of new Set(
    counts.properties.map(({ term: { value } }) => value.replace(/[^#/]*$/, '')),
  ))
    state(dataset, node(term, 'vocabulary'), namedNode(namespace));
  state(dataset, node(term, 'triples'), number(counts.triples));
  state(dataset, node(term, 'classes'), number(counts.classes.length));
  state(dataset, node(term, 'properties'), number(counts.properties.length));
  state(dataset, node(term, 'documents'), number(counts.documents));
  counts.classes.forEach(({ term: { value }, count: entities }, i) => {
    const part = namedNode(`${page.value}#class-${i + 1}`);
    state(dataset, node(term, 'classPartition'), part);
    state(part, node(term, 'class'), namedNode(value));
    state(part, node(term, 'entities'), number(entities));
  });
  counts.properties.forEach(({ term: { value }, count: triples }, i) => {
    const part = namedNode(`${page.value}#property-${i + 1}`);
    state(dataset, node(term, 'propertyPartition'), part);
    state(part, node(term, 'property'), namedNode(value));
    state(part, node(term, 'triples'), number(triples));
  });
  state(page, rdf.type, node(term, 'DatasetDescription'));
  state(page, node(foaf, 'primaryTopic'), dataset);
  return writeDocument(statements, format, { page, version, own: namespaces });
}
