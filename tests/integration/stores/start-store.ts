/** Real triple stores for tests: each on its own ports and its own fresh folder, gone when the test is over. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { setUpFuseki } from './fuseki.js';
import { setUpOxigraph } from './oxigraph.js';
import type { Credentials, Endpoints, SetUp, StoreOptions } from './server.js';
import { setUpVirtuoso } from './virtuoso.js';

export type StoreKind = 'virtuoso' | 'fuseki' | 'oxigraph';
export const storeKinds: readonly StoreKind[] = ['virtuoso', 'fuseki', 'oxigraph'];

const setUps: Record<StoreKind, SetUp> = {
  virtuoso: setUpVirtuoso,
  fuseki: setUpFuseki,
  oxigraph: setUpOxigraph,
};

/** Where a slow machine is to be given up, in milliseconds. */
const patience = 60_000;

/** SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/). */
export interface SparqlJson {
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, SparqlTerm>>[] };
}

export interface SparqlTerm {
  readonly type: string;
  readonly value: string;
  readonly datatype?: string;
  readonly 'xml:lang'?: string;
}

export interface RunningStore {
  readonly kind: StoreKind;
  readonly endpoints: Endpoints;
  /** Absent where the store asks for no password. */
  readonly credentials?: Credentials;
  /** Where its data lies, and its log as `server.log`. */
  readonly folder: string;
  /** What the store answers to a query of SELECT or ASK. @throws Error with what it says where it refuses */
  ask(sparql: string): Promise<SparqlJson>;
  /** By SIGKILL, with its data as it lies on the disk at that moment. */
  kill(): Promise<void>;
  /** On the same data and ports, killed first where it runs; waits until it answers. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. A test that is over, or killed, does that without being asked. */
  stop(): Promise<void>;
}

/** Starts a store with an empty database, and waits until it answers. */
export async function startStore(kind: StoreKind, options: StoreOptions = {}): Promise<RunningStore> {
  const folder = mkdtempSync(join(tmpdir(), `article2rdf-${kind}-`));
  const server = setUps[kind](folder, await freePorts(), options);
  const { endpoints, credentials } = server;
  for (const needed of server.needs) {
    if (spawnSync('sh', ['-c', 'command -v "$0" || test -f "$0"', needed]).status === 0) continue;
    rmSync(folder, { recursive: true });
    throw new Error(`${kind} needs ${needed}. Install the stores by scripts/install-stores.sh`);
  }
  const keeper = spawn('sh', [join(import.meta.dirname, 'keep.sh'), folder, server.command, ...server.args], {
    // Away from the terminal's signals: an interrupted test ends, and by that closes the keeper's input.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  // A test that forgets to stop it is to end all the same, and with it the keeper.
  for (const handle of [keeper, keeper.stdin, keeper.stdout])
    (handle as unknown as { unref(): void }).unref();
  const over = once(keeper, 'close');
  const answers = createInterface({ input: keeper.stdout });
  const tell = async (command: string): Promise<void> => {
    keeper.stdin.write(`${command}\n`);
    await once(answers, 'line');
  };
  const ask = async (sparql: string): Promise<SparqlJson> => {
    const headers: Record<string, string> = { Accept: 'application/sparql-results+json' };
    if (credentials?.scheme === 'basic')
      headers.Authorization = `Basic ${btoa(`${credentials.user}:${credentials.password}`)}`;
    const body = new URLSearchParams({ query: sparql });
    const response = await fetch(endpoints.query, { method: 'POST', headers, body });
    const text = await response.text();
    if (!response.ok) throw new Error(`${kind} says ${response.status}: ${text.slice(0, 1000)}`);
    return JSON.parse(text) as SparqlJson;
  };
  const stop = async (): Promise<void> => {
    keeper.stdin.end();
    await over;
  };
  const start = async (): Promise<void> => {
    await tell('start');
    const end = performance.now() + patience;
    for (;;) {
      try {
        await ask('ASK {}');
        return;
      } catch (cause) {
        if (performance.now() < end) {
          await sleep(50);
          continue;
        }
        const log = readFileSync(join(folder, 'server.log'), 'utf8').slice(-2000);
        await stop();
        throw new Error(`${kind} does not answer; it says:\n${log}`, { cause });
      }
    }
  };
  await start();
  server.prepare?.();
  return {
    kind,
    endpoints,
    ...(credentials && { credentials }),
    folder,
    ask,
    kill: () => tell('kill'),
    restart: async () => {
      await tell('kill');
      await start();
    },
    stop,
  };
}

/** Two ports of the loopback interface that nobody listened on a moment ago. */
export async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  await Promise.all(servers.map((server) => once(server.listen(0, '127.0.0.1'), 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port) as [number, number];
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
