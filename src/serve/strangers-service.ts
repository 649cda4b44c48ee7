import { reachOf } from '../store/query-reach.js';
import type { SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';

/**
 * A store elsewhere, for queries of strangers. Besides SERVICE, which no query may ask, some stores fetch the graphs of
 * FROM from the web, and run functions that read files or send requests: strangers get neither.
 */
export function strangersService(service: SparqlService): SparqlService {
  return {
    query: async (request) => {
      const { choosesGraphs, extensions } = await reachOf(request.query);
      const namesGraphs = (request.defaultGraphs ?? request.namedGraphs) !== undefined;
      if (choosesGraphs || namesGraphs)
        throw new SparqlError(
          'malformed',
          'FROM, and default-graph-uri and its like, are not passed on to the store behind this server; use GRAPH.',
        );
      const [extension] = extensions;
      if (extension !== undefined)
        throw new SparqlError(
          'malformed',
          `Only functions of SPARQL itself are passed on to the store behind this server, not <${extension}>.`,
        );
      return service.query(request);
    },
    close: () => service.close(),
  };
}
