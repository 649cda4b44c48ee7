/** Opens what is asked for pages and by strangers: stores in memory, or an endpoint elsewhere. */
import type { Problem } from '../problem.js';
import type { Credentials } from '../remote/credentials.js';
import type { EmbeddedStore } from '../store/embedded-store.js';
import { openEmbeddedStore } from '../store/embedded-store.js';
import { remoteEndpoint } from '../store/remote-endpoint.js';
import type { SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';
import { patientService } from './patient-service.js';
import { ServicePool } from './service-pool.js';
import { strangersService } from './strangers-service.js';
import { unnamedService } from './unnamed-service.js';

/** A service for the server's own queries, and one for those of strangers. */
export interface Services {
  readonly own: SparqlService;
  readonly foreign: SparqlService;
}

/** Queries of pages that may wait: as many as all requests at once may ask. */
const mostOwnWaiting = 4096;

/** Queries of strangers that may wait for a thread. */
const mostForeignWaiting = 16;

/** Queries of pages that an endpoint elsewhere is asked at once. */
const mostAsked = 8;

/** Seconds that an endpoint has for the first question. */
const longestGreeting = 10;

export interface LoadOptions {
  /** Queries of strangers that are answered at once. */
  readonly threads: number;
  /** Memory that each of them may take beyond that of the data. */
  readonly queryBytes: number;
  /** Milliseconds since some time. */
  readonly clock: () => number;
  readonly onProblem: (problem: Problem) => void;
  /** Told when pages can be answered, which is before strangers can be. */
  readonly onLoaded: (size: EmbeddedStore['size'], milliseconds: number) => void;
}

/**
 * Loads files several times, each in a thread of its own, so that no query of a stranger holds up a page.
 *
 * @returns when pages can be answered; queries of strangers wait for their threads. Null where nothing could be read.
 */
export async function loadServices(
  paths: readonly string[],
  { threads, queryBytes, clock, onProblem, onLoaded }: LoadOptions,
): Promise<Services | null> {
  const place = { source: paths.join(' ') };
  const fail = (error: unknown): void => {
    if (!(error instanceof SparqlError)) throw error;
    onProblem({ code: 'store-too-small', severity: 'error', message: error.message, place });
  };
  const begun = clock();
  let own: EmbeddedStore;
  try {
    own = await openEmbeddedStore(paths, { onProblem, mostWaiting: mostOwnWaiting });
  } catch (error) {
    fail(error);
    return null;
  }
  if (own.size.files === 0) {
    await own.close();
    return null;
  }
  const loading = clock() - begun;
  onLoaded(own.size, loading);
  const foreign = new ServicePool(mostForeignWaiting, true);
  const mostBytes = own.size.bytes + queryBytes;
  for (let i = 0; i < threads; i++)
    openEmbeddedStore(paths, { mostBytes }).then(
      (store) => foreign.add(patientService(store, loading)),
      fail,
    );
  return { own: patientService(own, Number.POSITIVE_INFINITY), foreign };
}

/** Asks an endpoint elsewhere. One that does not answer is told; it may yet. */
export async function remoteServices(
  endpoint: string,
  credentials: Credentials | undefined,
  threads: number,
  onProblem: (problem: Problem) => void,
): Promise<Services> {
  const service = remoteEndpoint(endpoint, credentials ? { credentials } : {});
  const limits = { seconds: longestGreeting, rows: 1 };
  try {
    await service.query({ query: 'ASK {}', results: 'json', graphs: 'ntriples', limits });
  } catch (error) {
    if (!(error instanceof SparqlError)) throw error;
    const place = { source: endpoint };
    onProblem({ code: 'endpoint-silent', severity: 'warning', message: error.message, place });
  }
  const own = new ServicePool(mostOwnWaiting, false);
  const foreign = new ServicePool(mostForeignWaiting, false);
  const unnamed = unnamedService(service, endpoint);
  for (let i = 0; i < mostAsked; i++) own.add(unnamed);
  for (let i = 0; i < threads; i++) foreign.add(strangersService(unnamed));
  return { own, foreign };
}
