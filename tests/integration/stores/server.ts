import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the harness needs to know of a sort of store. */
export interface Server {
  readonly command: string;
  readonly args: readonly string[];
  /** Programs and files without which it cannot start. */
  readonly needs: readonly string[];
  readonly endpoints: Endpoints;
  readonly credentials?: Credentials;
  /** What is done once, when a fresh database answers for the first time. */
  readonly prepare?: () => void;
}

export interface Endpoints {
  /** SPARQL 1.1 Graph Store Protocol, by `?graph=` (https://www.w3.org/TR/sparql11-http-rdf-update/). */
  readonly gsp: string;
  /** SPARQL 1.1 Protocol, for queries. */
  readonly query: string;
  /** SPARQL 1.1 Protocol, for updates. */
  readonly update: string;
}

export interface Credentials {
  readonly scheme: 'basic' | 'digest';
  readonly user: string;
  readonly password: string;
}

/** Writes into the folder what the server wants to find there. The ports are free ones of the loopback interface. */
export type SetUp = (folder: string, ports: readonly [number, number], options: StoreOptions) => Server;

export interface StoreOptions {
  /** Fuseki asks for a password; Virtuoso always does, for writing, and Oxigraph never. */
  readonly password?: boolean;
}

/** Where `scripts/install-stores.sh` puts what the system does not have. */
const folder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'article2rdf/stores');

/** The program or file that an environment variable names, or else the one that was installed for the tests. */
export function program(variable: 'VIRTUOSO' | 'ISQL' | 'FUSEKI_JAR' | 'OXIGRAPH'): string {
  return process.env[variable] || standard[variable];
}

const standard = {
  VIRTUOSO: 'virtuoso-t',
  ISQL: 'isql-vt',
  FUSEKI_JAR: join(folder, 'jena-fuseki-server.jar'),
  OXIGRAPH: join(folder, 'oxigraph'),
} as const;
