/** Articles as they come, from a program and to a program. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readWithJsonld, readWithN3 } from '../support/read-back.js';
import { lines } from './dump.js';
import { article2rdf, cli } from './program.js';

const pipe = (input: string, ...args: string[]) => article2rdf(['pipe', ...args], { input });
const last = (stderr: string) => JSON.parse(stderr.trimEnd().split('\n').at(-1) as string);

describe('pipe', () => {
  it('writes N-Quads, and counts in one line', () => {
    const { status, stdout, stderr } = pipe(lines(5));
    expect(status).toBe(0);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    const quads = stdout.trimEnd().split('\n');
    expect(readWithN3(stdout, 'nquads').length).toBeGreaterThan(20);
    expect(new Set(quads.map((quad) => quad.split(' ').at(-2)))).toEqual(
      new Set([0, 1, 2, 3, 4].map((n) => `<https://example.org/page/Film_${n}>`)),
    );
    expect(last(stderr)).toEqual({
      type: 'summary',
      lines: 5,
      articles: 5,
      failed: 0,
      statements: quads.length,
      results: { violation: 0, warning: 0, info: 0 },
    });
  });

  it('writes JSON-LD, a document a line', async () => {
    const { status, stdout } = pipe(lines(3), '-f', 'jsonld', '--base', 'https://films.example/');
    expect(status).toBe(0);
    const documents = stdout.trimEnd().split('\n');
    expect(documents).toHaveLength(3);
    expect((await readWithJsonld(documents[2] as string)).join('\n')).toContain(
      '<https://films.example/resource/Film_2>',
    );
  });

  it('takes language and address from the lines', () => {
    const line = JSON.stringify({
      title: 'Route',
      text: '= Route =\n\nUn film.\n',
      format: 'plain',
      lang: 'fr',
      url: 'https://wiki.example/Route',
    });
    const { stdout } = pipe(`${line}\n`);
    expect(stdout).toContain('<https://schema.org/name> "Route"@fr');
    expect(stdout).toContain('<https://schema.org/url> <https://wiki.example/Route>');
  });

  it('stops at the first bad line, what came before written', () => {
    const { status, stdout, stderr } = pipe(`${lines(2)}{ "title": "Broken"\n${lines(4)}`);
    expect(status).toBe(65);
    expect(stdout).toBe(pipe(lines(2)).stdout);
    expect(stderr).toMatch(/^<stdin>:3: error: .*is no JSON/m);
    expect(last(stderr)).toMatchObject({ lines: 3, articles: 2, failed: 1 });
  });

  it('records bad lines and goes on where that is asked for', () => {
    const bad = '{ "title": "Broken"\n{ "title": "", "text": "x" }\n';
    const { status, stdout, stderr } = pipe(
      `${lines(2)}${bad}${lines(4).split('\n').slice(2).join('\n')}`,
      '--on-error',
      'record',
    );
    expect(status).toBe(0);
    expect(stdout).toBe(pipe(lines(4)).stdout);
    const records = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(records).toMatchObject([
      { type: 'problem', code: 'invalid-json', severity: 'error', place: { source: '<stdin>', line: 3 } },
      { type: 'problem', code: 'invalid-line', severity: 'error', place: { source: '<stdin>', line: 4 } },
      { type: 'summary', lines: 6, articles: 4, failed: 2 },
    ]);
  });

  it('fails where its reader ends before everything was written', async () => {
    const script = `set -o pipefail; "${process.execPath}" "${cli}" pipe | head -1 > /dev/null`;
    const { status, stderr } = spawnSync('bash', ['-c', script], { input: lines(3000), encoding: 'utf8' });
    expect(stderr).toContain('its reader has ended before everything was written');
    expect(status).toBe(74);
  });

  it('reads no further than its reader does', async () => {
    const total = 20_000;
    const child = spawn(process.execPath, [cli, 'pipe', '--no-validate'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    let taken = 0;
    const count = function* () {
      for (const line of lines(total).split(/(?<=\n)/)) {
        taken++;
        yield line;
      }
    };
    Readable.from(count(), { highWaterMark: 1 }).pipe(child.stdin);
    await once(child.stdout, 'readable');
    // Nobody reads on: what is taken comes to rest.
    for (let before = -1; before !== taken; await setTimeout(1000)) before = taken;
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(total / 2);
    const output = await text(child.stdout);
    expect(output.match(/<https:\/\/schema\.org\/mainEntity> /g)).toHaveLength(total);
  });
});

it('keeps the verdict of a validation whose report nobody reads', () => {
  const script = `set -o pipefail; "${process.execPath}" "${cli}" convert tests/cases/quiet-harbour/article.txt --stdout -f nq -q > /tmp/$$.nq; "${process.execPath}" "${cli}" validate /tmp/$$.nq --fail-on warning | true; echo $?; rm /tmp/$$.nq`;
  const { stdout } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  expect(stdout).toBe('1\n');
});
