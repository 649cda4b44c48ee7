import type { SparqlAnswer, SparqlRequest, SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';

/** What a query that waits does with the service that is free at last. */
type Waiting = (service: SparqlService) => void;

/** Failures after which an embedded store loads its data again. */
const costly: ReadonlySet<string> = new Set(['timeout', 'cancelled', 'too-large']);

/** Seconds for which a store may load its data. */
const longestLoading = 3600;

/**
 * Services that hold the same data: each answers one query at a time, and a query goes to one that is free, so that a slow
 * one holds up no other while there is a second. One that has to load its data again gets nothing until it has.
 */
export class ServicePool implements SparqlService {
  private readonly services: SparqlService[] = [];
  private readonly free: SparqlService[] = [];
  private readonly waiting: Waiting[] = [];
  private isClosed = false;

  /**
   * @param mostWaiting queries that may wait for a service; more are refused as `busy`
   * @param isEmbedded whether giving a query up costs a service its data
   */
  constructor(
    private readonly mostWaiting: number,
    private readonly isEmbedded: boolean,
  ) {}

  /** One that comes when the pool is closed already is closed too. */
  add(service: SparqlService): void {
    this.services.push(service);
    if (this.isClosed) void service.close();
    else this.release(service);
  }

  async query(request: SparqlRequest): Promise<SparqlAnswer> {
    const service = this.free.pop() ?? (await this.turn(request));
    let failure: string | null = null;
    try {
      return await service.query(request);
    } catch (error) {
      if (error instanceof SparqlError) failure = error.failure;
      throw error;
    } finally {
      if (this.isEmbedded && failure !== null && costly.has(failure)) void this.recover(service);
      else this.release(service);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all([...new Set(this.services)].map((service) => service.close()));
  }

  private turn({ signal }: SparqlRequest): Promise<SparqlService> {
    const gone = (): SparqlError => new SparqlError('cancelled', 'The query was given up.');
    if (signal?.aborted) return Promise.reject(gone());
    if (this.waiting.length >= this.mostWaiting)
      return Promise.reject(new SparqlError('busy', 'Too much is being asked at once; try again later.'));
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1);
        reject(gone());
      };
      const waiting: Waiting = (service) => {
        signal?.removeEventListener('abort', cancel);
        resolve(service);
      };
      this.waiting.push(waiting);
      signal?.addEventListener('abort', cancel, { once: true });
    });
  }

  private release(service: SparqlService): void {
    const next = this.waiting.shift();
    if (next) next(service);
    else this.free.push(service);
  }

  private async recover(service: SparqlService): Promise<void> {
    const limits = { seconds: longestLoading, rows: 1 };
    try {
      await service.query({ query: 'ASK {}', results: 'json', graphs: 'ntriples', limits });
    } catch {
      // What is wrong with it, the next query tells.
    }
    this.release(service);
  }
}
