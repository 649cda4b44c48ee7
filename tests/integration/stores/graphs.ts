/** Loads and reads graphs by curl: by a client that is not ours. */
import { execFileSync } from 'node:child_process';
import type { RunningStore } from './start-store.js';

export interface Answered {
  readonly status: number;
  readonly body: string;
}

/** PUT of N-Triples in the place of a graph, by SPARQL 1.1 Graph Store Protocol. */
export function putGraph(store: RunningStore, graph: string, ntriples: string, password?: string): Answered {
  const type = ['-H', 'Content-Type: application/n-triples'];
  return curl(store, graph, ['-X', 'PUT', ...type, '--data-binary', '@-'], ntriples, password);
}

/** A graph as N-Triples, as the store writes them. */
export function getGraph(store: RunningStore, graph: string): Answered {
  return curl(store, graph, ['-H', 'Accept: application/n-triples'], '');
}

function curl(
  { credentials, endpoints }: RunningStore,
  graph: string,
  args: readonly string[],
  input: string,
  password = credentials?.password,
): Answered {
  const login = credentials ? [`--${credentials.scheme}`, '--user', `${credentials.user}:${password}`] : [];
  const url = `${endpoints.gsp}?${new URLSearchParams({ graph })}`;
  const output = execFileSync('curl', ['-sS', '-w', '\n%{http_code}', ...login, ...args, url], {
    encoding: 'utf8',
    input,
    maxBuffer: 2 ** 28,
  });
  const end = output.lastIndexOf('\n');
  return { status: Number(output.slice(end)), body: output.slice(0, end) };
}

/** Sorted N-Quads as N-Triples, graph by graph. */
export function graphsOf(nquads: string): Map<string, string> {
  const graphs = new Map<string, string[]>();
  for (const line of nquads.split('\n').filter(Boolean)) {
    const [, triple, graph] = /^(.*) <([^>]*)> \.$/.exec(line) ?? [];
    if (triple === undefined || graph === undefined) throw new Error(`no quad: ${line.slice(0, 300)}`);
    const lines = graphs.get(graph);
    if (lines) lines.push(`${triple} .`);
    else graphs.set(graph, [`${triple} .`]);
  }
  return new Map([...graphs].map(([graph, lines]) => [graph, `${lines.join('\n')}\n`]));
}
