/** Comparing and canonicalizing with the program, and what others say of what it writes. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import oxigraph from 'oxigraph';
import { describe, expect, it } from 'vitest';
import { dumps } from './corpus.js';
import { dump } from './dump.js';
import { article2rdf, cli, root, temporaryFolder } from './program.js';
import { getGraph, graphsOf, putGraph } from './stores/graphs.js';
import { triplesOf } from './stores/ntriples.js';
import type { RunningStore } from './stores/start-store.js';
import { startStore, storeKinds } from './stores/start-store.js';

const python = process.env.PYTHON ?? 'python3';
const lantern =
  '= The Lantern =\n\nThe Lantern\n- Director: Oona Brandt\n- Running time: 1h 56m\n\nThe Lantern is a 1998 film.\n';
const formats = ['nquads', 'trig', 'jsonld', 'turtle', 'ntriples'];
const extension: Readonly<Record<string, string>> = {
  nquads: 'nq',
  trig: 'trig',
  jsonld: 'jsonld',
  turtle: 'ttl',
  ntriples: 'nt',
};

/** Folders `before` and `after` with an article that was edited between. */
function edited(...options: string[]): string {
  return editedFrom(lantern, '1h 56m', '1h 57m', options);
}

function editedFrom(text: string, from: string, to: string, options: readonly string[]): string {
  const cwd = temporaryFolder();
  const convert = (version: string, output: string): void => {
    writeFileSync(join(cwd, 'lantern.txt'), version);
    const { status, stderr } = article2rdf(['convert', 'lantern.txt', '-o', output, ...options], { cwd });
    expect(status, stderr).toBe(0);
  };
  convert(text, 'before');
  convert(text.replace('= The Lantern =\n', '= The Lantern =\n\n').replace(from, to), 'after');
  return cwd;
}

/** A request by a client that is not ours; it fails where the store refuses. */
function send({ credentials }: RunningStore, url: string, type: string, body: string): void {
  const login = credentials
    ? [`--${credentials.scheme}`, '--user', `${credentials.user}:${credentials.password}`]
    : [];
  const args = ['-sS', '--fail-with-body', '-X', 'POST', '-H', `Content-Type: ${type}`, ...login];
  const { status, stdout, stderr } = spawnSync('curl', [...args, '--data-binary', '@-', url], {
    input: body,
  });
  expect(status, `${stdout}${stderr}\n${body}`).toBe(0);
}

describe('diff', () => {
  it('ends with 0 where nothing differs, with 1 where something does, and says so', () => {
    const cwd = edited('-f', 'nquads');
    const same = article2rdf(['diff', 'before', 'before'], { cwd });
    expect([same.status, same.stdout, same.stderr]).toEqual([0, '', '1 article: no difference\n']);
    const changed = article2rdf(['diff', 'before/lantern.nq', 'after/lantern.nq'], { cwd });
    expect(changed.status).toBe(1);
    expect(changed.stdout).toBe(`The Lantern <https://example.org/page/The_Lantern> +1 -1 ~0
  - thing:The_Lantern schema:duration "PT116M"^^xsd:duration
  + thing:The_Lantern schema:duration "PT117M"^^xsd:duration

`);
    expect(changed.stderr).toBe(
      '1 article: 1 changed, 0 only in A, 0 only in B\n2 statements: 1 added, 1 removed, 0 read elsewhere\n',
    );
  });

  it('tells statements that were only read elsewhere from those that changed', () => {
    const cwd = edited('-f', 'nquads', '--provenance', 'span');
    const { stdout, status } = article2rdf(['diff', 'before', 'after'], { cwd });
    expect(status).toBe(1);
    const lines = stdout.split('\n').filter((line) => /^ {2}[-+~]/.test(line));
    expect(lines.filter((line) => !line.startsWith('  ~'))).toEqual([
      '  - thing:The_Lantern schema:duration "PT116M"^^xsd:duration',
      '  + thing:The_Lantern schema:duration "PT117M"^^xsd:duration',
    ]);
    expect(lines).toContain('  ~ thing:The_Lantern schema:director thing:Oona_Brandt [41-52 → 42-53]');
  });

  it.each(formats.flatMap((a) => formats.filter((b) => a < b).map((b) => [a, b])))(
    'knows %s and %s of an article as the same',
    (a, b) => {
      const cwd = edited('-f', [a, b].join(','));
      const args = (one: string, other: string): string[] => [
        'diff',
        `before/lantern.${extension[one]}`,
        `${one === other ? 'after' : 'before'}/lantern.${extension[other]}`,
        '--ignore-graphs',
      ];
      expect(article2rdf(args(a as string, b as string), { cwd }).status).toBe(0);
      expect(article2rdf(args(b as string, b as string), { cwd }).status).toBe(1);
    },
  );

  it('compares triples where one of them has no graphs, and writes no patch of that', () => {
    const cwd = edited('-f', 'nquads,turtle');
    const [a, b] = ['before/lantern.nq', 'before/lantern.ttl'];
    const table = article2rdf(['diff', a, b], { cwd });
    expect([table.status, table.stderr]).toEqual([0, expect.stringContaining('[no-graphs]')]);
    const patch = article2rdf(['diff', a, b, '-f', 'patch'], { cwd });
    expect([patch.status, patch.stdout]).toEqual([65, '']);
  });

  it('says what is wrong, and writes nothing then', () => {
    const cwd = edited('-f', 'nquads');
    writeFileSync(join(cwd, 'broken.nq'), '<http://a.example/> "b" .\n');
    writeFileSync(join(cwd, 'blank.nq'), '_:b <http://a.example/p> "b" <http://a.example/g> .\n');
    mkdirSync(join(cwd, 'empty'));
    for (const [other, status, code] of [
      ['nowhere.nq', 74, 'unreadable'],
      ['broken.nq', 65, 'rdf-syntax'],
      ['blank.nq', 65, 'blank-node'],
      ['empty', 65, 'no-input'],
      ['lantern.txt', 65, 'unknown-format'],
    ] as const) {
      const ended = article2rdf(['diff', 'before', other, '-f', 'update', '-o', 'change.ru'], { cwd });
      expect([ended.status, ended.stdout], other).toEqual([status, '']);
      expect(ended.stderr).toContain(`[${code}]`);
      expect(existsSync(join(cwd, 'change.ru'))).toBe(false);
    }
    expect(article2rdf(['diff', 'before'], { cwd }).status).toBe(2);
    expect(article2rdf(['diff', 'before', 'after', '-f', 'poem'], { cwd }).status).toBe(2);
  });

  it('does not take a pipe for a file', () => {
    const cwd = edited('-f', 'nquads');
    const command = `"${process.execPath}" "${cli}" diff before/lantern.nq <(cat after/lantern.nq)`;
    const { status, stderr } = spawnSync('bash', ['-c', command], { cwd, encoding: 'utf8' });
    expect([status, stderr]).toEqual([65, expect.stringContaining('no-file')]);
  });

  it('ends with 1 where the reader has seen enough', async () => {
    const cwd = temporaryFolder();
    const line = (n: number): string =>
      `<https://example.org/resource/K> <https://schema.org/name> "${n}" <https://example.org/page/K> .\n`;
    writeFileSync(join(cwd, 'a.nq'), Array.from({ length: 50_000 }, (_, n) => line(n)).join(''));
    writeFileSync(join(cwd, 'b.nq'), line(-1));
    const child = spawn(process.execPath, [cli, 'diff', 'a.nq', 'b.nq'], {
      cwd,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  });

  it('compares dumps in parts, whatever their parts and order', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'films.xml'), dump(60));
    const convert = (output: string, size: string): void => {
      const args = [
        'convert',
        'films.xml',
        '-f',
        'nquads',
        '-o',
        output,
        '--shard-size',
        size,
        '--workers',
        '1',
      ];
      expect(article2rdf(args, { cwd }).status).toBe(0);
    };
    convert('a', '9000');
    convert('b', '20000');
    expect(readdirSync(join(cwd, 'a')).length).not.toBe(readdirSync(join(cwd, 'b')).length);
    const same = article2rdf(['diff', 'a', 'b'], { cwd });
    expect([same.status, same.stderr]).toEqual([0, '60 articles: no difference\n']);

    writeFileSync(join(cwd, 'films.xml'), dump(61).replace("'''''Film 7'''''", "'''''Film Seven'''''"));
    convert('c', '30000');
    const changed = article2rdf(['diff', 'a', 'c', '--stat'], { cwd });
    expect(changed.status).toBe(1);
    expect(changed.stdout.split('\n').map((line) => line.split(' <')[0])).toEqual(['Film 60', 'Film 7', '']);
    expect(changed.stdout).toContain('only in B');
  });
});

describe('what makes the second of the first', () => {
  const [modes, span] = [
    ['page', 'span'],
    ['-f', 'nquads', '--provenance', 'span'],
  ];

  it.each(modes)('is a SPARQL Update that a store takes (%s)', (mode) => {
    const cwd = edited('-f', 'nquads', '--provenance', mode);
    const { status } = article2rdf(['diff', 'before', 'after', '-f', 'update', '-o', 'change.ru'], { cwd });
    expect(status).toBe(1);
    const storeOf = (folder: string): oxigraph.Store => {
      const store = new oxigraph.Store();
      store.load(readFileSync(join(cwd, folder, 'lantern.nq'), 'utf8'), { format: 'application/n-quads' });
      return store;
    };
    const lines = (store: oxigraph.Store): string[] =>
      store.dump({ format: 'application/n-quads' }).split('\n').sort();
    const store = storeOf('before');
    expect(lines(store)).not.toEqual(lines(storeOf('after')));
    store.update(readFileSync(join(cwd, 'change.ru'), 'utf8'));
    expect(lines(store)).toEqual(lines(storeOf('after')));
  });

  it.each(storeKinds)('is taken by %s, whatever is in the graphs', async (kind) => {
    // Virtuoso answers any xsd:duration in an update with 500, as docs/stores/virtuoso.md tells.
    const text = kind === 'virtuoso' ? lantern.replace(/- Running time.*\n/, '') : lantern;
    const cwd = editedFrom(text, 'Oona', 'Una', span);
    article2rdf(['diff', 'before', 'after', '-f', 'update', '-o', 'change.ru'], { cwd });
    const graphs = (folder: string) => graphsOf(readFileSync(join(cwd, folder, 'lantern.nq'), 'utf8'));
    const names = [...new Set([...graphs('before').keys(), ...graphs('after').keys()])];
    const store = await startStore(kind);
    const held = (): string[][] =>
      names.map((name) => {
        const { status, body } = getGraph(store, name);
        return status === 404 ? [] : triplesOf(body);
      });
    for (const [name, triples] of graphs('after')) putGraph(store, name, triples);
    const expected = held();
    for (const name of names) putGraph(store, name, graphs('before').get(name) ?? '');
    expect(held()).not.toEqual(expected);
    // Operation by operation, as the file may be cut.
    const operations = readFileSync(join(cwd, 'change.ru'), 'utf8')
      .split('\n\n')
      .filter((text) => text.trim() !== '');
    expect(operations.length).toBeGreaterThan(1);
    for (const operation of operations)
      send(store, store.endpoints.update, 'application/sparql-update', operation);
    expect(held()).toEqual(expected);
    await store.stop();
  });

  it('is an RDF Patch that Apache Jena takes', async () => {
    const cwd = edited(...span);
    article2rdf(['diff', 'before', 'after', '-f', 'patch', '-o', 'change.rdfp'], { cwd });
    const store = await startStore('fuseki');
    const dataset = store.endpoints.query.replace(/\/sparql$/, '');
    send(store, dataset, 'application/n-quads', readFileSync(join(cwd, 'before/lantern.nq'), 'utf8'));
    send(store, dataset, 'application/rdf-patch', readFileSync(join(cwd, 'change.rdfp'), 'utf8'));
    const patched = execFileSync('curl', ['-sS', '-H', 'Accept: application/n-quads', dataset]);
    writeFileSync(join(cwd, 'patched.nq'), patched);
    const hashOf = (file: string): string => article2rdf(['canonicalize', file, '--hash'], { cwd }).stdout;
    expect(hashOf('patched.nq')).toBe(hashOf('after/lantern.nq'));
    expect(hashOf('patched.nq')).not.toBe(hashOf('before/lantern.nq'));
    await store.stop();
  });

  it('is the same bytes each time, and compressed where the name says so', () => {
    const cwd = edited('-f', 'nquads');
    const write = (...args: string[]): string =>
      article2rdf(['diff', 'before', 'after', '-f', 'patch', ...args], { cwd }).stdout;
    const patch = write();
    expect(write()).toBe(patch);
    write('-o', 'change.rdfp.gz');
    expect(gunzipSync(readFileSync(join(cwd, 'change.rdfp.gz'))).toString()).toBe(patch);
  });
});

describe('canonicalize', () => {
  it('gives the same bytes for the same graph in any format', () => {
    const cwd = edited('-f', 'turtle,ntriples');
    const [turtle, ntriples] = ['ttl', 'nt'].map(
      (name) => article2rdf(['canonicalize', `before/lantern.${name}`], { cwd }).stdout,
    ) as [string, string];
    expect(turtle).toBe(ntriples);
    expect(turtle).toBe(readFileSync(join(cwd, 'before/lantern.nt'), 'utf8'));
    const hash = `${createHash('sha256').update(turtle).digest('hex')}\n`;
    expect(article2rdf(['canonicalize', 'before/lantern.ttl', '--hash'], { cwd }).stdout).toBe(hash);
    const input = readFileSync(join(cwd, 'before/lantern.ttl'), 'utf8');
    expect(article2rdf(['canonicalize', '-', '--input', 'turtle', '--hash'], { cwd, input }).stdout).toBe(
      hash,
    );
  });

  it('keeps a foreign graph with blank nodes, as rdflib has it', () => {
    const cwd = temporaryFolder();
    writeFileSync(
      join(cwd, 'foreign.trig'),
      `@prefix : <http://a.example/> .
:list :of ( 1 2.50 "x"@en-GB [ :p [ :q "two\\nlines\\u0007" ] ] ) ; :has [ :p :q ], [ :p :r ] .
:g { _:a :knows _:b . _:b :knows _:c . _:c :knows _:a . }\n`,
    );
    article2rdf(['canonicalize', 'foreign.trig', '-o', 'canonical.nq'], { cwd });
    const judge = (other: string) =>
      spawnSync(python, [
        join(root, 'tests/integration/rdflib_isomorphic.py'),
        ...[join(cwd, 'foreign.trig'), 'trig', join(cwd, other), 'nquads'],
      ]);
    // A list of four is eight triples and one that leads to it; the rest is counted by eye.
    expect(judge('canonical.nq').stdout.toString()).toBe('18\n');
    const changed = readFileSync(join(cwd, 'canonical.nq'), 'utf8').replace('"2.50"', '"2.5"');
    writeFileSync(join(cwd, 'changed.nq'), changed);
    expect(judge('changed.nq').status).toBe(1);
    expect(article2rdf(['canonicalize', 'canonical.nq'], { cwd }).stdout).toBe(
      readFileSync(join(cwd, 'canonical.nq'), 'utf8'),
    );
  });

  it('takes blank nodes of two files for different ones', () => {
    const cwd = temporaryFolder();
    for (const name of ['a.nq', 'b.nq'])
      writeFileSync(join(cwd, name), `_:x <http://a.example/p> "${name}" .\n`);
    const { stdout } = article2rdf(['canonicalize', 'a.nq', 'b.nq'], { cwd });
    expect(stdout.match(/_:c14n\d/g)?.sort()).toEqual(['_:c14n0', '_:c14n1']);
  });

  it('ends in time where blank nodes are poison, with a message and nothing written', () => {
    const cwd = temporaryFolder();
    const edges = Array.from({ length: 30 * 30 }, (_, n) => [Math.floor(n / 30), n % 30]);
    const lines = edges
      .filter(([i, j]) => i !== j)
      .map(([i, j]) => `_:n${i} <http://a.example/p> _:n${j} .\n`);
    writeFileSync(join(cwd, 'clique.nq'), lines.join(''));
    const limits = ['--time-limit', '1', '--work-factor', '9'];
    const ended = article2rdf(['canonicalize', 'clique.nq', '-o', 'out.nq', ...limits], { cwd });
    expect([ended.status, ended.stdout, existsSync(join(cwd, 'out.nq'))]).toEqual([65, '', false]);
    expect(ended.stderr).toMatch(/longer than 1 s \(--time-limit\).*\[blank-nodes\]/);
  });

  it('says what is no RDF', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'text.nq'), 'Hello, this is no RDF.\n');
    writeFileSync(join(cwd, 'binary.nq'), Buffer.from(Array.from({ length: 4096 }, (_, n) => n % 256)));
    writeFileSync(
      join(cwd, 'cut.nq.gz'),
      gzipSync('<http://a.example/> <http://a.example/> "x" .\n').subarray(0, 30),
    );
    writeFileSync(join(cwd, 'remote.jsonld'), '{"@context": "https://schema.org/", "name": "x"}');
    writeFileSync(join(cwd, 'relative.ttl'), '<a> <b> <c> .');
    for (const [file, code] of [
      ['text.nq', 'rdf-syntax'],
      ['binary.nq', 'not-utf8'],
      ['cut.nq.gz', 'corrupt'],
      ['remote.jsonld', 'rdf-syntax'],
      ['relative.ttl', 'rdf-syntax'],
      ['-', 'unknown-format'],
    ] as const) {
      const { status, stdout, stderr } = article2rdf(['canonicalize', file], { cwd, input: '' });
      expect([status, stdout], file).toEqual([65, '']);
      expect(stderr, file).toContain(`[${code}]`);
    }
    expect(article2rdf(['canonicalize', 'nowhere.nq'], { cwd }).status).toBe(74);
    expect(article2rdf(['canonicalize', 'text.nq', '--time-limit', '0'], { cwd }).status).toBe(2);
  });

  it('holds a literal of 50 MB', () => {
    const cwd = temporaryFolder();
    const line = `<http://a.example/> <http://a.example/> "${'lots of words\\n'.repeat(3_500_000)}" .\n`;
    writeFileSync(join(cwd, 'giant.nq'), line);
    expect(article2rdf(['canonicalize', 'giant.nq', '--hash'], { cwd }).stdout).toBe(
      `${createHash('sha256').update(line).digest('hex')}\n`,
    );
  });
});

describe.skipIf(dumps.length === 0)('conversions of real exports', () => {
  it.each(dumps.map((path) => [basename(path), path]))('%s', (_, path) => {
    const cwd = temporaryFolder();
    const convert = (output: string, ...options: string[]): void => {
      const args = ['convert', path as string, '-o', output, ...options];
      expect(article2rdf(args).status).toBeLessThan(2);
    };
    convert(join(cwd, 'span'), '-f', 'nquads', '--provenance', 'span');
    convert(join(cwd, 'page'), '-f', 'nquads,turtle,ntriples,trig');

    const canonical = article2rdf(['canonicalize', 'span'], { cwd }).stdout;
    const parts = readdirSync(join(cwd, 'span')).filter((part) => part.endsWith('.nq.gz'));
    const lines = parts.flatMap((part) =>
      gunzipSync(readFileSync(join(cwd, 'span', part)))
        .toString()
        .trimEnd()
        .split('\n'),
    );
    const bytes = [...new Set(lines)].map((line) => Buffer.from(`${line}\n`)).sort(Buffer.compare);
    expect(createHash('sha256').update(canonical).digest('hex')).toBe(
      createHash('sha256').update(Buffer.concat(bytes)).digest('hex'),
    );

    // The same articles with and without their words, each way.
    expect(article2rdf(['diff', 'span', 'page', '-f', 'update', '-o', 'change.ru'], { cwd }).status).toBe(1);
    const store = new oxigraph.Store();
    store.load(canonical, { format: 'application/n-quads' });
    store.update(readFileSync(join(cwd, 'change.ru'), 'utf8'));
    const expected = new oxigraph.Store();
    expected.load(article2rdf(['canonicalize', 'page'], { cwd }).stdout, { format: 'application/n-quads' });
    const dumped = (of: oxigraph.Store): string =>
      of.dump({ format: 'application/n-quads' }).split('\n').sort().join('\n');
    expect(dumped(store) === dumped(expected)).toBe(true);
  });
});
