/** A site over a real store in this process, for tests of pages without a server. */
import { Store } from 'oxigraph';
import type { Site, SourceText } from '../../../src/serve/handler.js';
import type { SparqlAnswer, SparqlRequest } from '../../../src/store/sparql-service.js';
import { SparqlError } from '../../../src/store/sparql-service.js';

export interface Given {
  readonly data: string;
  /** The media type of the data; N-Quads unless it says otherwise. */
  readonly format?: string;
  readonly base?: string;
  readonly sources?: Readonly<Record<string, SourceText>>;
}

export function openSite({
  data,
  format = 'application/n-quads',
  base = 'https://example.org/',
  sources = {},
}: Given): Site {
  const store = new Store();
  store.load(data, { format });
  const own = { query: async (request: SparqlRequest) => answer(store, request), close: async () => {} };
  return {
    base,
    own,
    foreign: own,
    limits: { seconds: 10, rows: 1000 },
    sourceOf: async (page) => sources[page] ?? null,
    version: '0.0.0',
  };
}

function answer(store: Store, { query, graphs }: SparqlRequest): SparqlAnswer {
  const isGraph = /^\s*(?:PREFIX[^\n]*\n\s*)*(?:CONSTRUCT|DESCRIBE)/i.test(query);
  const format = isGraph ? (graphs === 'turtle' ? 'text/turtle' : 'application/n-triples') : 'json';
  try {
    const body = store.query(query, {
      results_format: format,
      use_default_graph_as_union: true,
    }) as unknown as string;
    const form = isGraph ? 'construct' : /"boolean"/.test(body) ? 'ask' : 'select';
    return { form, mediaType: format, body, isCut: false };
  } catch (error) {
    throw new SparqlError('malformed', String((error as Error).message ?? error));
  }
}
