import type { SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';

/** A service whose errors do not tell strangers where it is. */
export function unnamedService(service: SparqlService, url: string): SparqlService {
  return {
    query: async (request) => {
      try {
        return await service.query(request);
      } catch (error) {
        if (!(error instanceof SparqlError)) throw error;
        const { failure, message, position } = error;
        const told = message.replaceAll(url, 'The store');
        throw new SparqlError(failure, told, { cause: error, ...(position ? { position } : {}) });
      }
    },
    close: () => service.close(),
  };
}
