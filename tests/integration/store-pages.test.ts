/** The pages of docs/stores/ that say what to type are typed, line for line, but for ports and for what is installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { cli, root, temporaryFolder } from './program.js';
import { program } from './stores/server.js';
import { freePorts } from './stores/start-store.js';

/** What pages install, where they put it, and the variables by which tests find it. */
const installing = /^(?:python3 -m venv|mvn|apt-get) .*$/gm;
const installed = [
  ['OXIGRAPH', 'oxigraph/bin/oxigraph'],
  ['FUSEKI_JAR', 'jena-fuseki-server-5.5.0.jar'],
] as const;

it.each([
  ['oxigraph', ['7878'], '/query'],
  ['fuseki', ['3030'], '/articles/sparql'],
  ['virtuoso', ['8890', '1111'], '/sparql'],
] as const)('what docs/stores/%s.md says leads to a first query', async (page, ports, answers) => {
  const folder = temporaryFolder();
  cpSync(join(root, 'articles'), join(folder, 'articles'), { recursive: true });
  for (const [variable, name] of installed) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    symlinkSync(program(variable), join(folder, name));
  }
  const free = await freePorts();
  const text = readFileSync(join(root, 'docs/stores', `${page}.md`), 'utf8');
  const blocks = [...text.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands);
  expect(blocks.length).toBeGreaterThan(3);
  let commands = blocks.join('wait_for_server\n').replace(installing, '');
  for (const [n, port] of ports.entries()) {
    commands = commands.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${free[n]}`);
    commands = commands.replaceAll(`--port ${port}`, `--port ${free[n]}`);
  }
  const script = `set -euo pipefail
    trap 'kill -KILL $(jobs -p)' EXIT
    article2rdf() { '${process.execPath}' '${cli}' "$@"; }
    wait_for_server() {
      for _ in $(seq 300); do
        curl -sf -o /dev/null --data-urlencode 'query=ASK {}' 'http://127.0.0.1:${free[0]}${answers}' && return
        sleep 0.2
      done
      return 1
    }\n${commands}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
  expect(status, stderr + stdout).toBe(0);
  // By the query that comes with the program, and by curl.
  expect(stdout.split('Peter Chan').length - 1).toBeGreaterThanOrEqual(2);
  expect(stderr).toContain('the store holds them all');
});
