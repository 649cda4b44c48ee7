import type { SparqlAnswer, SparqlRequest, SparqlService } from '../store/sparql-service.js';

/**
 * A service that gives a query up only some time after its asker is gone. An embedded store must load its data again for
 * every query that it gives up: done at once, whoever asks and goes away, again and again, would keep it from all others.
 *
 * @param milliseconds infinite where queries, which are small, are never given up for that
 */
export function patientService(service: SparqlService, milliseconds: number): SparqlService {
  return {
    query: async ({ signal, ...request }: SparqlRequest): Promise<SparqlAnswer> => {
      if (!signal || milliseconds === Number.POSITIVE_INFINITY) return service.query(request);
      const late = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      const wait = (): void => {
        timer = setTimeout(() => late.abort(), milliseconds);
      };
      if (signal.aborted) late.abort();
      signal.addEventListener('abort', wait, { once: true });
      try {
        return await service.query({ ...request, signal: late.signal });
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', wait);
      }
    },
    close: () => service.close(),
  };
}
