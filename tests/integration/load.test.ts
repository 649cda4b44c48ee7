/** Exports into real stores, and what is in them then. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { dumps, articles as realArticles } from './corpus.js';
import type { Ended } from './program.js';
import { article2rdf, cli, temporaryFolder } from './program.js';
import { getGraph, graphsOf } from './stores/graphs.js';
import { triplesOf } from './stores/ntriples.js';
import { rewritten } from './stores/rewriting.js';
import type { RunningStore } from './stores/start-store.js';
import { startStore, storeKinds } from './stores/start-store.js';

/** Films as wikitext, if they are there. */
const films = realArticles.find((path) => path.endsWith('film/wikitext'));

/** What --endpoint is to be for the addresses that the store has. */
const endpointOf = ({ endpoints }: RunningStore): string => endpoints.gsp.replace(/\/[^/]*$/, '');

function loadArguments(store: RunningStore, args: readonly string[]): string[] {
  const { kind, credentials } = store;
  const login = credentials ? ['--user', credentials.user, '--secret-env', 'STORE_PASSWORD'] : [];
  return ['load', ...args, '--store', kind, '--endpoint', endpointOf(store), ...login];
}

const environment = ({ credentials }: RunningStore): NodeJS.ProcessEnv => ({
  STORE_PASSWORD: credentials?.password ?? '',
});

function load(store: RunningStore, ...args: string[]): Ended {
  return article2rdf(loadArguments(store, args), { env: environment(store) });
}

/** Statements of each graph in the store, the graphs of its own left out. */
async function countsIn(store: RunningStore): Promise<Map<string, number>> {
  // A server may close a connection that was left open just when it is used again.
  const ask = (query: string) => store.ask(query).catch(() => store.ask(query));
  const { results } = await ask(
    'SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER STRSTARTS(STR(?g), "https://example.org/") } GROUP BY ?g',
  );
  return new Map(results?.bindings.map(({ g, n }) => [g?.value ?? '', Number(n?.value)]));
}

/** All N-Quads of a folder, graph by graph. */
function graphsIn(folder: string): Map<string, string> {
  const texts = readdirSync(folder)
    .filter((name) => /\.nq(\.gz)?$/.test(name))
    .map((name) => readFileSync(join(folder, name)))
    .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'));
  return graphsOf(texts.join(''));
}

function converted(inputs: readonly string[], ...args: string[]): string {
  const out = temporaryFolder();
  const { status, stderr } = article2rdf(['convert', ...inputs, '-f', 'nquads', '-o', out, '-q', ...args]);
  expect(status, stderr).toBe(0);
  return out;
}

const film = (director: string): string =>
  `= The Lantern (1998 film) =\n\nThe Lantern\n- Directed by: ${director}\n- Running time: 1h 56m\n- Colour: Eastmancolor\n`;

const ferry = '= Night Ferry =\n\nNight Ferry\n- Directed by: Oona Brandt\n- Country: Denmark\n';

function articles(texts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, `${name}.txt`), text);
  return folder;
}

/** More than is sent at once, so that there is a middle to be killed in. */
const many = { articles: 1500, statements: 20 };

function manyArticles(): string {
  const folder = temporaryFolder();
  const statement = (n: number, i: number): string =>
    `<https://example.org/resource/A${n}#${i}> <https://schema.org/name> "${n} ${i}"@en <https://example.org/page/A${n}> .\n`;
  const article = (n: number): string =>
    Array.from({ length: many.statements }, (_, i) => statement(n, i)).join('');
  writeFileSync(join(folder, 'all.nq'), Array.from({ length: many.articles }, (_, n) => article(n)).join(''));
  return folder;
}

async function expectMany(store: RunningStore): Promise<void> {
  const counts = await countsIn(store);
  expect(counts.size).toBe(many.articles);
  expect([...counts.values()].filter((n) => n !== many.statements)).toEqual([]);
}

/** The films and exports where they are; else the cases, whose graphs are there as N-Quads. */
function exportsOfAll(): string[] {
  if (films && dumps.length > 0) {
    return [
      converted([films]),
      ...dumps.map((path) => converted([path], '--base', `https://example.org/${basename(path)}/`)),
    ];
  }
  const cases = join(import.meta.dirname, '../cases');
  const folder = temporaryFolder();
  for (const slug of readdirSync(cases).slice(0, 60)) {
    const graph = join(cases, slug, 'graph.nq');
    if (existsSync(graph)) cpSync(graph, join(folder, `${slug}.nq`));
  }
  return [folder];
}

describe.each(storeKinds)('%s', (kind) => {
  it('holds every graph of films and dumps, after one load and after two, and gives them back', async () => {
    const store = await startStore(kind);
    const folders = exportsOfAll();
    const first = load(store, ...folders, '--verify', '--validate', 'report');
    expect([0, 1], first.stderr).toContain(first.status);
    const receipt = JSON.parse(first.stdout);
    const graphs = new Map(folders.flatMap((folder) => [...graphsIn(folder)]));
    expect(receipt.counts.refused).toBe(0);
    expect(receipt.verified.differing).toBe(0);
    const counts = await countsIn(store);
    expect([...counts.keys()].sort()).toEqual([...graphs.keys()].sort());

    const second = load(store, ...folders, '--verify', '--validate', 'off');
    expect(second.status, second.stderr).toBe(0);
    expect(await countsIn(store)).toEqual(counts);

    for (const [graph, ntriples] of [...graphs].slice(0, 40)) {
      expect(triplesOf(getGraph(store, graph).body), graph).toEqual(
        triplesOf(ntriples, (triple) => rewritten(kind, triple)),
      );
    }
    await store.stop();
  });

  it.each(['page', 'span'])('replaces the graphs of one article and no others (%s)', async (provenance) => {
    const store = await startStore(kind);
    const folder = articles({ lantern: film('Oona Brandt'), ferry });
    const before = converted([folder], '--provenance', provenance);
    expect(load(store, before).status).toBe(0);
    const counts = await countsIn(store);

    const changed = articles({
      lantern: film('Ida Holm, Vera Lindqvist').replace('- Running time: 1h 56m\n', ''),
    });
    const after = converted([changed], '--provenance', provenance);
    const { status, stderr } = load(store, after, '--mode', 'replace', '--verify');
    expect(status, stderr).toBe(0);

    const isLantern = (graph: string): boolean => graph.includes('The_Lantern');
    const now = await countsIn(store);
    const others = (all: Map<string, number>) => [...all].filter(([graph]) => !isLantern(graph)).sort();
    expect(others(now)).toEqual(others(counts));
    expect(others(now).length).toBeGreaterThan(0);
    const wanted = graphsIn(after);
    expect([...now.keys()].filter(isLantern).sort()).toEqual([...wanted.keys()].sort());
    for (const [graph, ntriples] of wanted)
      expect(triplesOf(getGraph(store, graph).body)).toEqual(
        triplesOf(ntriples, (triple) => rewritten(kind, triple)),
      );
    await store.stop();
  });

  it('goes on when its server was killed and is back, with nothing twice and nothing lost', async () => {
    const store = await startStore(kind);
    const folder = manyArticles();
    const child = spawn(process.execPath, [cli, '--json', ...loadArguments(store, [folder, '--verify'])], {
      env: { ...process.env, ...environment(store) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    while ((await countsIn(store)).size === 0) await sleep(5);
    await store.kill();
    expect(child.exitCode, 'the load was over before the kill').toBeNull();
    await sleep(500);
    await store.restart();
    const [code] = await ended;
    expect(code, stderr).toBe(0);
    const { run, verified, counts } = JSON.parse(stdout);
    expect(run.retries).toBeGreaterThan(0);
    expect(stderr).toContain('"type":"retry"');
    expect(counts).toMatchObject({ articles: many.articles, statements: many.articles * many.statements });
    expect(counts.refused).toBe(0);
    expect(verified).toMatchObject({ graphs: many.articles, differing: 0 });
    await expectMany(store);
    const left = readdirSync(join(folder, '..')).filter((name) =>
      name.startsWith(`${basename(folder)}.load-`),
    );
    expect(left).toEqual([]);
    await store.stop();
  });

  it('goes on where it was when it was killed itself', async () => {
    const store = await startStore(kind);
    const folder = manyArticles();
    const checkpoint = join(temporaryFolder(), 'checkpoint.json');
    const args = [folder, '--checkpoint', checkpoint];
    const child = spawn(process.execPath, [cli, ...loadArguments(store, args)], {
      env: { ...process.env, ...environment(store) },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    const reached = (): number =>
      existsSync(checkpoint) ? JSON.parse(readFileSync(checkpoint, 'utf8')).counts.articles : 0;
    while (reached() === 0 && child.exitCode === null) await sleep(2);
    child.kill('SIGKILL');
    await ended;
    expect(reached()).toBeGreaterThan(0);
    expect(reached()).toBeLessThan(many.articles);
    const again = load(store, ...args, '--verify');
    expect(again.status, again.stderr).toBe(0);
    expect(again.stderr).toMatch(/goes on after [1-9]\d* articles/);
    const { counts, run, verified } = JSON.parse(again.stdout);
    expect(counts).toMatchObject({ articles: many.articles, statements: many.articles * many.statements });
    expect(run.continued).toBe(true);
    expect(verified).toMatchObject({ graphs: many.articles, differing: 0 });
    await expectMany(store);
    expect(existsSync(checkpoint)).toBe(false);
    await store.stop();
  });

  it('tells which literal and which IRI cannot be loaded, with their lines, and loads the rest', async () => {
    const store = await startStore(kind);
    const folder = temporaryFolder();
    const graph = 'https://example.org/page/Bad';
    const line = (object: string): string =>
      `<https://example.org/resource/Bad> <https://schema.org/name> ${object} <${graph}> .\n`;
    const good = Array.from({ length: 300 }, (_, n) => line(`"${n}"@en`));
    // Oxigraph reads tags and IRIs strictly, Fuseki half characters; Virtuoso takes all but what is too long for it.
    const literal = {
      oxigraph: '"x"@abcdefghijkl',
      fuseki: '"half \\uD800 a character"',
      virtuoso: `"${'long '.repeat(600_000)}"`,
    }[kind];
    const iri = kind === 'oxigraph' ? '<https://example.org/a[b]>' : '<https://example.org/a|b>';
    writeFileSync(
      join(folder, 'bad.nq'),
      [...good.slice(0, 100), line(literal), ...good.slice(100, 200), line(iri), ...good.slice(200)].join(''),
    );
    const { status, stdout, stderr } = load(store, folder, '--verify');
    expect(status, stderr).toBe(65);
    const { refused, counts, verified } = JSON.parse(stdout);
    expect(refused.map(({ line }: { line: number }) => line).sort((a: number, b: number) => a - b)).toEqual([
      101, 202,
    ]);
    expect(stderr).toContain(`${join(folder, 'bad.nq')}:101: error:`);
    expect(stderr).toContain(`${join(folder, 'bad.nq')}:202: error:`);
    expect(counts).toMatchObject({ refused: 2, statements: 300 });
    expect(verified).toMatchObject({ graphs: 1, differing: 0 });
    expect(await countsIn(store)).toEqual(new Map([[graph, 300]]));
    const again = load(store, folder, '--verify', '--mode', 'replace');
    expect(again.status, again.stderr).toBe(65);
    expect(await countsIn(store)).toEqual(new Map([[graph, 300]]));
    await store.stop();
  });

  it('says what to do where address, password or server are wrong', async () => {
    const store = await startStore(kind, { password: kind === 'fuseki' });
    const folder = converted([articles({ ferry })]);
    const at = (endpoint: string): Ended =>
      article2rdf(
        [
          'load',
          folder,
          '--store',
          kind,
          '--endpoint',
          endpoint,
          ...loadArguments(store, []).slice(5),
          '--retries',
          '0',
        ],
        { env: environment(store) },
      );
    const elsewhere = at(`${endpointOf(store)}/nowhere`);
    expect(elsewhere.status, elsewhere.stderr).toBe(2);
    expect(elsewhere.stderr).toContain('--endpoint is to be like');
    const closed = at('http://127.0.0.1:2');
    expect(closed.status, closed.stderr).toBe(74);
    expect(closed.stderr).toContain('nobody listens there');
    if (store.credentials) {
      const wrong = article2rdf(loadArguments(store, [folder]), { env: { STORE_PASSWORD: 'wrong' } });
      expect(wrong.status, wrong.stderr).toBe(2);
      expect(wrong.stderr).toContain('check --user and the secret');
      expect(wrong.stderr).not.toContain('STORE_PASSWORD=');
      const none = article2rdf(['load', folder, '--store', kind, '--endpoint', endpointOf(store)]);
      expect(none.status, none.stderr).toBe(2);
    }
    expect((await countsIn(store)).size).toBe(0);
    const right = load(store, folder, '--verify');
    expect(right.status, right.stderr).toBe(0);
    await store.stop();
  });

  it('loads nothing that does not conform unless told to', async () => {
    const store = await startStore(kind);
    const folder = converted([articles({ ferry, lantern: film('Oona Brandt') })]);
    const file = join(folder, 'lantern.nq');
    const text = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !line.includes('schema.org/name>'))
      .join('\n');
    writeFileSync(file, text);
    const refused = load(store, folder, '--verify');
    expect(refused.status, refused.stderr).toBe(1);
    expect(JSON.parse(refused.stdout).counts).toMatchObject({ articles: 1, nonConforming: 1 });
    expect([...(await countsIn(store)).keys()]).toEqual(['https://example.org/page/Night_Ferry']);
    const told = load(store, folder, '--verify', '--validate', 'report');
    expect(told.status, told.stderr).toBe(1);
    expect((await countsIn(store)).size).toBe(2);
    await store.stop();
  });
});
