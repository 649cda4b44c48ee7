/** A SPARQL service over files, without a server: Oxigraph in a thread of its own. */
import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import type { SparqlAnswer, SparqlRequest, SparqlService } from './sparql-service.js';
import { SparqlError } from './sparql-service.js';
import type { StoreQuestion, StoreSize } from './store-messages.js';
import { StoreThread } from './store-thread.js';

export interface EmbeddedStoreOptions {
  /** Told of what cannot be read, once: not again when the data is loaded afresh. */
  readonly onProblem?: (problem: Problem) => void;
  /** Requests that may wait while one is answered, or the data is loaded; more are refused as `busy`. */
  readonly mostWaiting?: number;
  /** Memory that the data and a query may take together; a query that wants more is `too-large`. */
  readonly mostBytes?: number;
}

export interface EmbeddedStore extends SparqlService {
  readonly size: StoreSize;
}

const tooMuch =
  'The data is more than the embedded store can hold. Load it into a store of its own, and ask that: article2rdf load --help.';

/**
 * Loads files and folders of RDF (.ttl .nt .nq .trig .jsonld .jsonl, each also .gz) into memory. The default graph of
 * queries is the RDF merge of all graphs. One query is answered at a time; one that is given up takes its thread with it,
 * and the data is loaded again while others wait.
 *
 * @throws SparqlError `too-large` where the data does not fit
 */
export async function openEmbeddedStore(
  paths: readonly string[],
  options: EmbeddedStoreOptions = {},
): Promise<EmbeddedStore> {
  const store = new ThreadedStore(paths, options);
  await store.start((problem) => options.onProblem?.(problem));
  return store;
}

/** A request, and what is done when its end has come. */
interface Asked {
  readonly request: SparqlRequest;
  readonly settle: (outcome: SparqlAnswer | SparqlError) => void;
}

class ThreadedStore implements EmbeddedStore {
  size: StoreSize = { files: 0, quads: 0, bytes: 0 };
  /** Null while there is none that has its data. */
  private thread: StoreThread | null = null;
  private loading: StoreThread | null = null;
  private running: Asked | null = null;
  private readonly waiting: Asked[] = [];
  /** Why nothing will be answered any more. */
  private end: SparqlError | null = null;

  constructor(
    private readonly paths: readonly string[],
    private readonly options: EmbeddedStoreOptions,
  ) {}

  /** @throws SparqlError */
  async start(tell: (problem: Problem) => void): Promise<void> {
    const { mostBytes } = this.options;
    const data = { paths: this.paths, ...(mostBytes === undefined ? {} : { mostBytes }) };
    this.loading = new StoreThread(data, tell);
    const size = await this.loading.loaded;
    if (!size) {
      await this.loading.end();
      throw new SparqlError('too-large', tooMuch);
    }
    this.size = size;
    this.thread = this.loading;
    this.loading = null;
    this.next();
  }

  query(request: SparqlRequest): Promise<SparqlAnswer> {
    if (this.end) return Promise.reject(this.end);
    if (request.signal?.aborted) return Promise.reject(givenUp());
    if (this.waiting.length >= (this.options.mostWaiting ?? 16))
      return Promise.reject(new SparqlError('busy', 'Too much is being asked at once; try again later.'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.giveUp(asked, this.late(asked)), request.limits.seconds * 1000);
      const cancel = (): void => this.giveUp(asked, givenUp());
      request.signal?.addEventListener('abort', cancel, { once: true });
      const asked: Asked = {
        request,
        settle: (outcome) => {
          clearTimeout(timer);
          request.signal?.removeEventListener('abort', cancel);
          if (outcome instanceof SparqlError) reject(outcome);
          else resolve(outcome);
        },
      };
      this.waiting.push(asked);
      this.next();
    });
  }

  async close(): Promise<void> {
    this.stop(new SparqlError('unavailable', 'The store is closed.'));
    await Promise.all([this.thread?.end(), this.loading?.end()]);
  }

  private next(): void {
    const { thread } = this;
    if (!thread || this.running || this.end) return;
    const asked = this.waiting.shift();
    if (!asked) return;
    this.running = asked;
    void thread.ask(questionOf(asked.request)).then((reply) => {
      this.running = null;
      if (reply.type === 'answer') asked.settle(reply.answer);
      else {
        const { failure, message, position, isBroken } = reply;
        asked.settle(new SparqlError(failure, message, position ? { position } : {}));
        if (isBroken) this.startAgain();
      }
      this.next();
    });
  }

  private late(asked: Asked): SparqlError {
    if (asked !== this.running)
      return new SparqlError(
        'busy',
        'Others were asked first, or the data is being loaded; try again later.',
      );
    return new SparqlError(
      'timeout',
      `The query takes longer than ${plural(asked.request.limits.seconds, 'second')}.`,
    );
  }

  private giveUp(asked: Asked, reason: SparqlError): void {
    asked.settle(reason);
    if (asked === this.running) {
      this.running = null;
      this.startAgain();
    } else this.waiting.splice(this.waiting.indexOf(asked), 1);
  }

  /** What WebAssembly is doing can be stopped with its thread alone, and its data goes with it. */
  private startAgain(): void {
    void this.thread?.end();
    this.thread = null;
    this.start(() => {}).catch((error: SparqlError) => this.stop(error));
  }

  private stop(reason: SparqlError): void {
    if (this.end) return;
    this.end = reason;
    for (const asked of [...(this.running ? [this.running] : []), ...this.waiting]) asked.settle(reason);
    this.waiting.length = 0;
  }
}

function givenUp(): SparqlError {
  return new SparqlError('cancelled', 'The query was given up.');
}

function questionOf({
  query,
  results,
  graphs,
  defaultGraphs,
  namedGraphs,
  limits,
}: SparqlRequest): StoreQuestion {
  return {
    query,
    results,
    graphs,
    ...(defaultGraphs ? { defaultGraphs } : {}),
    ...(namedGraphs ? { namedGraphs } : {}),
    rows: limits.rows,
  };
}
