import { plural } from '../plural.js';
import type { Problem } from '../problem.js';
import type { Credentials } from '../remote/credentials.js';
import type { Site } from '../serve/handler.js';
import { hostNames, urlOf } from '../serve/host-names.js';
import type { Services } from '../serve/open-services.js';
import { loadServices, remoteServices } from '../serve/open-services.js';
import { pageHandlers } from '../serve/pages.js';
import { Server } from '../serve/server.js';
import { usualLimits } from '../serve/server-limits.js';
import { siteHandler } from '../serve/site.js';
import { SourceIndex } from '../serve/source-index.js';
import { sourceFinder } from '../serve/source-of.js';
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
  /** Megabytes. */
  readonly queryMemory: number;
  readonly quiet: boolean;
}

/** Seconds that requests have to end when the server is to stop. */
const grace = 5;

/** One run of `serve`: until it is told to stop. */
export class ServeRun {
  private code: ExitCode = exitCode.fine;
  private readonly interruption = new Interruption();

  constructor(
    private readonly environment: Environment,
    private readonly options: ServeOptions,
    private readonly credentials: Credentials | undefined,
  ) {}

  async run(paths: readonly string[]): Promise<ExitCode> {
    const stopped = aborted(this.interruption.signal);
    const services = await Promise.race([this.open(paths), stopped]);
    if (services) {
      const server = this.server(services, await this.readSources());
      if (await this.listen(server)) await stopped;
      await server.close(grace);
      await Promise.all([services.own.close(), services.foreign.close()]);
    }
    // Threads that still load data are not waited for.
    if (this.interruption.code !== null) process.exit(this.interruption.code);
    this.interruption.end();
    return this.code;
  }

  private open(paths: readonly string[]): Promise<Services | null> {
    const { endpoint, queryThreads, queryMemory } = this.options;
    const onProblem = (problem: Problem): void => this.problem(problem);
    if (endpoint !== undefined) return remoteServices(endpoint, this.credentials, queryThreads, onProblem);
    return loadServices(paths, {
      threads: queryThreads,
      queryBytes: queryMemory * 1024 ** 2,
      clock: milliseconds,
      onProblem,
      onLoaded: ({ files, quads }, ms) => {
        const record = { type: 'loaded', files, quads, ms: Math.round(ms) };
        const text = `loaded ${plural(files, 'file')} in ${(ms / 1000).toFixed(1)} s`;
        this.environment.console.tell(record, [text]);
      },
    });
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
      clock: milliseconds,
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
      const place = { source: `${host}:${port}` };
      this.problem({ code: 'cannot-listen', severity: 'error', message, place });
      return false;
    }
  }

  private problem(problem: Problem): void {
    this.environment.console.problem(problem);
    this.code = worse(this.code, exitCodeOf(problem));
  }
}

function milliseconds(): number {
  return 1000 * seconds();
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    else signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
