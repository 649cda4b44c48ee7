/** What is known of the stores that articles are loaded into: data, so that another store is another entry. */

export type StoreName = 'virtuoso' | 'fuseki' | 'oxigraph' | 'graphdb' | 'rdf4j' | 'gsp';

export interface StoreProfile {
  readonly name: StoreName;
  readonly label: string;
  /** What `--endpoint` looks like. */
  readonly example: string;
  /** Where below that address graphs are put (https://www.w3.org/TR/sparql11-http-rdf-update/), by `?graph=`. */
  readonly graphs: string;
  /** Where quads are posted, which are added to what is there; null where a graph at a time is written. */
  readonly quads: string | null;
  /** Where queries are answered; null where only an option can tell. */
  readonly query: string | null;
  /** Where updates are taken; null where graphs are deleted one by one. Nothing but names of graphs is ever sent there. */
  readonly update: string | null;
  /** What `--user` without `--auth` gets. */
  readonly auth: 'basic' | 'digest';
  /** Of one request. */
  readonly mostStatements: number;
  readonly mostBytes: number;
  /** Bytes of UTF-8; absent where no IRI is too long. */
  readonly longestIri?: number;
  /** Answers that mean that the statements sent are not taken, beside 400, 413 and 422. */
  readonly refusals: readonly { readonly status: number; readonly text: RegExp }[];
}

const fewest = { mostStatements: 10_000, mostBytes: 4_000_000 } as const;

/** Bodies are never compressed: Virtuoso answers 500 to such, and Oxigraph reads no more than their first member. */
export const storeProfiles: readonly StoreProfile[] = [
  {
    name: 'virtuoso',
    label: 'Virtuoso',
    example: 'http://localhost:8890',
    graphs: 'sparql-graph-crud-auth',
    quads: null,
    query: 'sparql-auth',
    update: null,
    auth: 'digest',
    ...fewest,
    // It cuts longer ones without a word.
    longestIri: 1860,
    // What its parser cannot read it answers with 500, and these words, whatever the media type.
    refusals: [{ status: 500, text: /<h3>Error 22023<\/h3>|is rejected: the submitted resource/ }],
  },
  {
    name: 'fuseki',
    label: 'Apache Jena Fuseki',
    example: 'http://localhost:3030/dataset',
    graphs: 'data',
    quads: 'data',
    query: 'query',
    update: 'update',
    auth: 'basic',
    mostStatements: 50_000,
    mostBytes: 16_000_000,
    refusals: [],
  },
  {
    name: 'oxigraph',
    label: 'Oxigraph',
    example: 'http://localhost:7878',
    graphs: 'store',
    quads: 'store',
    query: 'query',
    update: 'update',
    auth: 'basic',
    mostStatements: 50_000,
    // It takes no more than 16 MiB of one statement.
    mostBytes: 16_000_000,
    refusals: [],
  },
  {
    name: 'rdf4j',
    label: 'RDF4J',
    example: 'http://localhost:8080/rdf4j-server/repositories/ID',
    graphs: 'rdf-graphs/service',
    quads: 'statements',
    query: '',
    update: 'statements',
    auth: 'basic',
    ...fewest,
    refusals: [{ status: 500, text: /MALFORMED DATA|RDFParseException/ }],
  },
  {
    name: 'graphdb',
    label: 'GraphDB',
    example: 'http://localhost:7200/repositories/ID',
    graphs: 'rdf-graphs/service',
    quads: 'statements',
    query: '',
    update: 'statements',
    auth: 'basic',
    ...fewest,
    refusals: [{ status: 500, text: /MALFORMED DATA|RDFParseException/ }],
  },
  {
    name: 'gsp',
    label: 'SPARQL 1.1 Graph Store Protocol',
    example: 'http://localhost:8080/graph-store',
    graphs: '',
    quads: null,
    query: null,
    update: null,
    auth: 'basic',
    ...fewest,
    refusals: [],
  },
];

export function profileNamed(name: string): StoreProfile | undefined {
  return storeProfiles.find((profile) => profile.name === name);
}

/** Absolute addresses of one store. */
export interface StoreAddresses {
  readonly graphs: string;
  readonly quads: string | null;
  readonly query: string | null;
  readonly update: string | null;
}

/**
 * Where a store takes and answers what.
 *
 * @param endpoint as {@link StoreProfile.example} has it, or one of the addresses below that, which people copy too
 * @param query another address for queries
 */
export function addressesOf(profile: StoreProfile, endpoint: string, query?: string): StoreAddresses {
  const paths = [profile.graphs, profile.quads, profile.query, profile.update, 'sparql', 'data', 'get'];
  const root = endpoint.replace(/\/+$/, '');
  const known = paths.find((path) => path && profile.name !== 'gsp' && root.endsWith(`/${path}`));
  const base = known ? root.slice(0, -known.length - 1) : root;
  const below = (path: string | null): string | null =>
    path === null ? null : path === '' ? (profile.name === 'gsp' ? endpoint : base) : `${base}/${path}`;
  return {
    graphs: below(profile.graphs) as string,
    quads: below(profile.quads),
    query: query ?? below(profile.query),
    update: below(profile.update),
  };
}
