/**
 * Real articles: all of them are converted and conform to their shapes, their words show every statement, and none of their
 * characters is lost.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { readPageContent } from '../../src/read/page-content.js';
import { readUsualPage } from '../../src/read/usual-page.js';
import { articles, corpus, dumps, otherDumps } from './corpus.js';
import { article2rdf, temporaryFolder } from './program.js';

/** Each with the files that one process reads: to begin one takes longer than to read a small export. */
const inputs: [string, string[]][] = [
  ...[...articles, ...dumps].map((path): [string, string[]] => [relative(corpus, path), [path]]),
  ...(otherDumps.length > 0 ? [['dumps/other-languages', otherDumps] as [string, string[]]] : []),
];

describe.skipIf(inputs.length === 0)('real articles', () => {
  it.each(inputs)('%s', (_, paths) => {
    const out = temporaryFolder();
    const base = ['--base', 'https://{wiki}/'];
    const options = [...(paths.length > 1 ? base : []), '--provenance', 'span', '-f', 'nquads', '-o', out];
    const converted = article2rdf(['--json', 'convert', ...paths, ...options]);
    const records = recordsOf(converted.stderr);
    const summary = records.find(({ type }) => type === 'summary') as unknown as Summary;
    const errors = records.filter(({ type, severity }) => type === 'problem' && severity === 'error');
    // An export may hold a page twice: the first one counts.
    expect(errors.filter(({ code }) => code !== 'duplicate-title')).toEqual([]);
    expect(converted.status).toBe(errors.length > 0 ? 65 : 0);
    expect(summary.articles).toBeGreaterThan(0);
    expect(summary.conforming).toBe(summary.articles);
    if (summary.left) expect(pagesOf(summary) + errors.length).toBe(pagesIn(paths));
    for (const name of readdirSync(out).filter((file) => file.endsWith('.nq.gz'))) {
      const quads = parseTurtleFamily(gunzipSync(readFileSync(join(out, name))).toString(), 'nquads');
      expect(quads.every(({ graph }) => graph.termType === 'NamedNode')).toBe(true);
    }

    const traced = article2rdf(['trace', out, '--source', ...paths]);
    expect(traced.stdout).toBe('');
    expect(traced.stderr).toMatch(/^\d+ articles?, (\d+) of \1 statements shown by their words \(100 %\)$/m);

    const { stdout, stderr } = article2rdf(['coverage', ...paths]);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^100 % of \d+ characters accounted for$/m);
  });

  it.each([...dumps, ...otherDumps].map((path) => [relative(corpus, path), path]))(
    '%s: both readers of pages read the same',
    (_, path) => {
      const pages = xmlOf(path as string).match(/<page>.*?<\/page>/gs) ?? [];
      const usual = pages.filter((page) => {
        const content = readUsualPage(page);
        if (content !== null) expect(content).toEqual(readPageContent(page));
        return content !== null;
      });
      expect(usual.length / pages.length).toBeGreaterThan(0.95);
    },
  );
});

/** What the program says of a whole run. */
interface Summary {
  readonly articles: number;
  readonly conforming: number;
  /** Only of exports: pages that are no articles, by reason. */
  readonly left?: Readonly<Record<string, number>>;
  readonly redirects: { readonly mapped: number; readonly counted: number };
}

function recordsOf(stderr: string): Record<string, unknown>[] {
  return stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
}

function pagesOf({ articles, left = {}, redirects }: Summary): number {
  return Object.values(left).reduce((sum, n) => sum + n, articles + redirects.mapped + redirects.counted);
}

/** As many pages as exports have by another's reading; lines of JSON are one each. */
function pagesIn(paths: readonly string[]): number {
  const count = (path: string): number =>
    path.endsWith('.ndjson')
      ? readFileSync(path, 'utf8').trimEnd().split('\n').length
      : (xmlOf(path).match(/<page>/g)?.length ?? 0);
  return paths.reduce((sum, path) => sum + count(path), 0);
}

function xmlOf(path: string): string {
  return spawnSync('bzip2', ['-dc', path], { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
}
