/** The words behind every statement, written and traced by the program. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWithJsonld, readWithN3, readWithOxigraph } from '../support/read-back.js';
import { dump, lines } from './dump.js';
import { article2rdf, root, temporaryFolder } from './program.js';

const lantern =
  '= The Lantern =\n\nThe Lantern\n- Director: Oona Brandt\n- Running time: 1h 56m\n\nThe Lantern is a 1998 film.\n';
const whole = /^\d+ articles?, (\d+) of \1 statements shown by their words \(100 %\)$/m;

function folderWith(name: string, text: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), text);
  return folder;
}

describe('one article', () => {
  it.each(['nquads', 'trig', 'jsonld'])('is traced in %s, with its source', (format) => {
    const cwd = folderWith('lantern.txt', lantern);
    const converted = article2rdf(
      ['convert', 'lantern.txt', '--provenance', 'span', '-f', format, '-o', 'out'],
      { cwd },
    );
    expect(converted.status).toBe(0);
    const [file] = readdirSync(join(cwd, 'out'));
    const traced = article2rdf(['trace', join('out', file as string), '--source', 'lantern.txt'], { cwd });
    expect(traced.stderr).toMatch(whole);
    expect(traced.stderr).toContain('without a place: 1 statement (1 schema:inLanguage)');
    expect([traced.status, traced.stdout]).toEqual([0, '']);
    expect(article2rdf(['validate', join('out', file as string)], { cwd }).status).toBe(0);
  });

  it('is told with place and words where they do not show it', () => {
    const cwd = folderWith('lantern.txt', lantern);
    const { stdout } = article2rdf(
      ['convert', 'lantern.txt', '--provenance', 'span', '-f', 'nquads', '--stdout'],
      { cwd },
    );
    writeFileSync(join(cwd, 'false.nq'), stdout.replace('"PT116M"', '"PT117M"'));
    const traced = article2rdf(['trace', 'false.nq'], { cwd });
    expect(traced.status).toBe(1);
    expect(traced.stdout).toBe(
      'false.nq: <https://example.org/page/The_Lantern#char=69,75> "1h 56m": <https://example.org/resource/The_Lantern> <https://schema.org/duration> "PT117M": These words do not show it.\n',
    );
    expect(traced.stderr).toMatch(/statements shown by their words \(9\d\.\d+ %\)\n1 failure, printed/);
  });

  it('is told where the source is another', () => {
    const cwd = folderWith('lantern.txt', lantern);
    article2rdf(['convert', 'lantern.txt', '--provenance', 'span', '-f', 'nquads', '-o', 'out'], { cwd });
    writeFileSync(join(cwd, 'lantern.txt'), lantern.replace('Oona', 'Una'));
    const { status, stderr } = article2rdf(['trace', 'out', '--source', 'lantern.txt'], { cwd });
    expect(status).toBe(65);
    expect(stderr).toMatch(/None of the sources has the SHA-256 [0-9a-f]{64} of .*\[no-source\]/);
  });

  it('has nothing to trace where no words were written', () => {
    const cwd = folderWith('lantern.txt', lantern);
    article2rdf(['convert', 'lantern.txt', '-f', 'nquads,turtle', '-o', 'out'], { cwd });
    const plain = article2rdf(['trace', 'out/lantern.nq'], { cwd });
    expect([plain.status, plain.stderr.includes('[no-spans]')]).toEqual([65, true]);
    const turtle = article2rdf(['trace', 'out/lantern.ttl'], { cwd });
    expect([turtle.status, turtle.stderr.includes('[unknown-format]')]).toEqual([65, true]);
    expect(article2rdf(['trace', 'nowhere.nq'], { cwd }).status).toBe(74);
    writeFileSync(join(cwd, 'broken.nq'), '<a> <b> "c <d> .\n');
    expect(article2rdf(['trace', 'broken.nq'], { cwd }).status).toBe(65);
  });
});

describe('what a format cannot say', () => {
  it.each([
    [['convert', 'lantern.txt', '--provenance', 'span', '-f', 'turtle'], 'nquads or trig'],
    [['convert', 'lantern.txt', '--provenance', 'rdf12', '-f', 'jsonld,nquads'], 'turtle or trig'],
    [['plan', 'lantern.txt', '--provenance', 'rdf12', '-f', 'nquads'], 'turtle or trig'],
    [['pipe', '--provenance', 'rdf12'], 'turtle or trig'],
  ])('%s is wrong use', (args, able) => {
    const { status, stderr } = article2rdf(args, { cwd: folderWith('lantern.txt', lantern) });
    expect(status).toBe(2);
    expect(stderr).toContain(able);
  });

  it('is left to the formats that can', () => {
    const cwd = folderWith('lantern.txt', lantern);
    expect(article2rdf(['convert', 'lantern.txt', '--provenance', 'span', '-o', 'out'], { cwd }).status).toBe(
      0,
    );
    expect(readFileSync(join(cwd, 'out/lantern.jsonld'), 'utf8')).toContain('nif:anchorOf');
    expect(readFileSync(join(cwd, 'out/lantern.ttl'), 'utf8')).not.toContain('nif:');
  });

  it.each(['2025-01-31', '2025-02-30T12:00:00Z', '2025-01-31T12:00:00', 'now'])('%s is no time', (time) => {
    const args = ['convert', 'lantern.txt', '--generated-at', time];
    expect(article2rdf(args, { cwd: folderWith('lantern.txt', lantern) }).status).toBe(2);
  });
});

describe('a dump', () => {
  it('is traced part by part, whoever made the parts, and with its source', async () => {
    const cwd = folderWith('films.xml', dump(60));
    const options = [
      '--provenance',
      'span',
      '--redirects',
      '--generated-at',
      '2025-01-31T12:00:00Z',
      '-f',
      'nquads,jsonld,trig',
    ];
    const sizes = ['--shard-size', '9000'];
    expect(
      article2rdf(['convert', 'films.xml', ...options, ...sizes, '-o', 'a', '--workers', '2'], { cwd })
        .status,
    ).toBe(0);
    article2rdf(['plan', 'films.xml', ...options, ...sizes, '-o', 'plan.ndjson'], { cwd });
    expect(article2rdf(['work', '--plan', 'plan.ndjson', '-o', 'b'], { cwd }).status).toBe(0);
    const parts = readdirSync(join(cwd, 'a')).filter((name) => name.endsWith('.gz'));
    expect(parts.length).toBeGreaterThan(10);
    for (const part of parts)
      expect(readFileSync(join(cwd, 'b', part))).toEqual(readFileSync(join(cwd, 'a', part)));

    const traced = article2rdf(['--json', 'trace', 'a', '--source', 'films.xml'], { cwd });
    expect(traced.status).toBe(0);
    const { placed, shown, articles, failures } = JSON.parse(traced.stderr);
    // Three formats, and a redirect in every ten pages.
    expect([articles, failures, shown]).toEqual([3 * 66, 0, placed]);
    expect(placed).toBeGreaterThan(3000);

    const [first] = parts.filter((name) => name.endsWith('.nq.gz')) as [string];
    const nquads = gunzipSync(readFileSync(join(cwd, 'a', first))).toString();
    const expected = readWithN3(nquads, 'nquads', true);
    expect(nquads).toContain('generatedAtTime> "2025-01-31T12:00:00Z"^^');
    const trig = gunzipSync(readFileSync(join(cwd, 'a', first.replace('.nq.', '.trig.')))).toString();
    expect(readWithOxigraph(trig, 'trig', true)).toEqual(expected);
    const documents = gunzipSync(readFileSync(join(cwd, 'a', first.replace('.nq.', '.jsonl.'))))
      .toString()
      .trimEnd()
      .split('\n');
    expect(await readWithJsonld(`[${documents.join(',')}]`, true)).toEqual(expected);
  });

  it('is made anew where the words are asked for', () => {
    const cwd = folderWith('films.xml', dump(10));
    const convert = (...args: string[]) =>
      article2rdf(['convert', 'films.xml', '-o', 'out', ...args], { cwd });
    convert();
    expect(convert().stderr).toContain('are there already');
    expect(convert('--provenance', 'span').stderr).not.toContain('are there already');
    expect(convert('--provenance', 'rdf12').stderr).toContain('removed');
    const [part] = readdirSync(join(cwd, 'out')).filter((name) => name.endsWith('.trig.gz'));
    expect(gunzipSync(readFileSync(join(cwd, 'out', part as string))).toString()).toContain(
      '{| article:rule',
    );
  });

  it('counts statements and not quads', () => {
    const cwd = folderWith('films.xml', dump(10));
    const counted = (mode: string): number => {
      article2rdf(['convert', 'films.xml', '-o', mode, '--provenance', mode, '-f', 'nquads'], { cwd });
      return JSON.parse(readFileSync(join(cwd, mode, '_manifest.json'), 'utf8')).counts.statements;
    };
    expect(counted('span')).toBe(counted('page'));
    expect(counted('none')).toBeLessThan(counted('page'));
  });
});

it('comes through pipe and standard output', () => {
  const input = lines(5);
  const piped = article2rdf(['pipe', '--provenance', 'span'], { input });
  const cwd = folderWith('films.ndjson', input);
  writeFileSync(join(cwd, 'piped.nq.gz'), gzipSync(piped.stdout));
  expect(article2rdf(['trace', 'piped.nq.gz', '--source', 'films.ndjson'], { cwd }).stderr).toMatch(whole);
  const { stdout } = article2rdf(
    ['convert', 'films.ndjson', '--stdout', '--provenance', 'span', '-f', 'jsonld'],
    { cwd },
  );
  writeFileSync(join(cwd, 'films.jsonld'), stdout);
  expect(article2rdf(['trace', 'films.jsonld', '--source', 'films.ndjson'], { cwd }).stderr).toMatch(whole);
});

it('traces the example of the project', () => {
  const cwd = temporaryFolder();
  const articles = join(root, 'articles');
  article2rdf(['convert', articles, '--provenance', 'span', '-f', 'nquads', '-o', 'out'], { cwd });
  expect(article2rdf(['trace', 'out', '--source', articles], { cwd }).stderr).toMatch(whole);
});
