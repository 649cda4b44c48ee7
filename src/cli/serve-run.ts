import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import type { Credentials } from '../remote/credentials.js';
import type { Site } from '../serve/handler.js';
import { hostNames, urlOf } from '../serve/host-names.js';
import { pageHandlers } from '../serve/pages.js';
import { patientService } from '../serve/patient-service.js';
import { Server } from '../serve/server.js';
import { usualLimits } from '../serve/server-limits.js';
import { ServicePool } from '../serve/service-pool.js';
import { siteHandler } from '../serve/site.js';
import { SourceIndex } from '../serve/source-index.js';
import { sourceFinder } from '../serve/source-of.js';
import { unnamedService } from '../serve/unnamed-service.js';
import { openEmbeddedStore } from '../store/embedded-store.js';
import { remoteEndpoint } from '../store/remote-endpoint.js';
import type { SparqlService } from '../store/sparql-service.js';
import { SparqlError } from '../store/sparql-service.js';
import type { Environment } from './environment.js';
import type { ExitCode } from './exit-code.js';
import { exitCode, exitCodeOf, worse } from './exit-code.js';
import { Interruption } from './interruption.js';
import { seconds } from './progress.js';
import type { RemoteOptions } from './remote-options.js';

export interface ServeOptions extends RemoteOptions {
  readonly source?: readonly string[];
  readonly endpoint?: string;
  readonly base: string;
  readonly host: string;
  readonly port: number;
  readonly hostName?: readonly string[];
  readonly cors: boolean;
  /** Seconds. */
  readonly queryTimeout: number;
  readonly queryRows: number;
  readonly queryThreads: number;
  readonly quiet: boolean;
}

/** Seconds that requests have to end when the server is to stop. */
const grace = 5;

/** Queries of pages that may wait: as many as all requests at once may ask. */
const mostOwnWaiting = 4096;

/** Seconds that an endpoint has for the first question. */
const longestGreeting = 10;

/** Queries of pages that an endpoint elsewhere is asked at once. */
const mostAsked = 8;

/** Queries of strangers that may wait for a thread. */
const mostForeignWaiting = 16;

/** One run of `serve`: until it is told to stop. */
export class ServeRun {
  private code: ExitCode = exitCode.fine;

  constructor(
    private readonly environment: Environment,
    private readonly options: ServeOptions,
    private readonly credentials: Credentials | undefined,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    const interruption = new Interruption();
    const { endpoint } = this.options;
    const services = await (endpoint === undefined ? this.openStores(paths) : this.askElsewhere(endpoint));
    if (services) {
      const index = await this.readSources();
      const server = this.server(services, index);
      if (!interruption.signal.aborted && (await this.listen(server))) await aborted(interruption.signal);
      await server.close(grace);
      await Promise.all([services.own.close(), services.foreign.close()]);
    }
    interruption.end();
    return interruption.code ?? this.code;
  }

  /** The data several times, each in a thread of its own: no query of a stranger blocks a page. */
  private async openStores(paths: readonly string[]): Promise<Services | null> {
    const begun = seconds();
    try {
      const own = await openEmbeddedStore(paths, {
        onProblem: (problem) => this.problem(problem),
        mostWaiting: mostOwnWaiting,
      });
      const { files, quads } = own.size;
      if (files === 0) {
        await own.close();
        return null;
      }
      const elapsed = seconds() - begun;
      const threads = Array.from({ length: this.options.queryThreads }, () => openEmbeddedStore(paths));
      const foreign = (await Promise.all(threads)).map((store) => patientService(store, 1000 * elapsed));
      const record = { type: 'loaded', files, quads, seconds: Math.round(10 * elapsed) / 10 };
      this.environment.console.tell(record, [`loaded ${plural(files, 'file')} in ${elapsed.toFixed(1)} s`]);
      return {
        own: patientService(own, Number.POSITIVE_INFINITY),
        foreign: new ServicePool(foreign, mostForeignWaiting, true),
      };
    } catch (error) {
      if (!(error instanceof SparqlError)) throw error;
      const place = { source: paths.join(' ') };
      this.problem({ code: 'store-too-small', severity: 'error', message: error.message, place });
      return null;
    }
  }

  /** An endpoint that does not answer is told; it may yet. */
  private async askElsewhere(endpoint: string): Promise<Services> {
    const service = remoteEndpoint(endpoint, this.credentials ? { credentials: this.credentials } : {});
    const limits = { seconds: longestGreeting, rows: 1 };
    try {
      await service.query({ query: 'ASK {}', results: 'json', graphs: 'ntriples', limits });
    } catch (error) {
      if (!(error instanceof SparqlError)) throw error;
      const place = { source: endpoint };
      this.problem({ code: 'endpoint-silent', severity: 'warning', message: error.message, place });
    }
    const many = (count: number): SparqlService[] =>
      Array.from({ length: count }, () => unnamedService(service, endpoint));
    return {
      own: new ServicePool(many(mostAsked), mostOwnWaiting, false),
      foreign: new ServicePool(many(this.options.queryThreads), mostForeignWaiting, false),
    };
  }

  private async readSources(): Promise<SourceIndex> {
    const { base, source = [] } = this.options;
    const index = new SourceIndex(base);
    await index.read(source, (problem) => this.problem(problem));
    return index;
  }

  private server({ own, foreign }: Services, index: SourceIndex): Server {
    const { base, host, hostName = [], cors, queryTimeout, queryRows, quiet } = this.options;
    const { console, version } = this.environment;
    const limits = { seconds: queryTimeout, rows: queryRows };
    const site: Site = { base, own, foreign, limits, sourceOf: sourceFinder(own, index), version };
    return new Server({
      handler: siteHandler(site, pageHandlers(site)),
      limits: { ...usualLimits, answerSeconds: Math.max(usualLimits.answerSeconds, 2 * queryTimeout) },
      hostNames: hostNames(host, hostName),
      isCrossOrigin: cors,
      log: (record) => {
        if (!quiet) console.record(record);
      },
      clock: () => 1000 * seconds(),
    });
  }

  /** @returns whether it could */
  private async listen(server: Server): Promise<boolean> {
    const { host, port } = this.options;
    try {
      const url = urlOf(await server.listen(host, port));
      this.environment.console.tell({ type: 'listening', url }, [`listening at ${url}`]);
      return true;
    } catch (error) {
      const message = `It cannot listen there: ${(error as Error).message}; --host and --port name another place.`;
      this.problem({
        code: 'cannot-listen',
        severity: 'error',
        message,
        place: { source: `${host}:${port}` },
      });
      return false;
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

/** A service for the server's own queries, and one for those of strangers. */
interface Services {
  readonly own: SparqlService;
  readonly foreign: SparqlService;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
