/**
 * Real articles, of which the project holds none. They are converted where the environment variable ARTICLE_CORPUS names
 * a folder of MediaWiki exports (*.xml.bz2) and of wikitext (*.wiki), at any depth.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { readPageContent } from '../../src/read/page-content.js';
import { readUsualPage } from '../../src/read/usual-page.js';
import { article2rdf, temporaryFolder } from './program.js';

const corpus = process.env.ARTICLE_CORPUS ?? '';
const files = readable(corpus);
const dumps = files.filter((path) => path.endsWith('.xml.bz2'));
const pages = files.filter((path) => path.endsWith('.wiki'));

function readable(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  } catch {
    return [];
  }
}

describe.skipIf(dumps.length === 0)('whole dumps', () => {
  it.each(dumps.map((path) => [basename(path), path]))('%s', (_, path) => {
    const out = temporaryFolder();
    const { status, stderr } = article2rdf(['convert', path as string, '-f', 'nquads', '-o', out]);
    expect(stderr).toMatch(/^0 errors, \d+ warnings$/m);
    expect(status).toBe(0);
    const { counts } = JSON.parse(readFileSync(join(out, '_manifest.json'), 'utf8'));
    expect(counts.articles).toBeGreaterThan(0);
    expect(counts.conforming).toBe(counts.articles);
    // As many pages as the export has by another's reading.
    const xml = spawnSync('bzip2', ['-dc', path as string], { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
    const left = Object.values<number>(counts.left).reduce((sum, n) => sum + n, 0);
    const redirects = counts.redirects.mapped + counts.redirects.counted;
    expect(counts.articles + left + redirects).toBe(xml.match(/<page>/g)?.length);
    for (const name of readdirSync(out).filter((file) => file.endsWith('.nq.gz'))) {
      const quads = parseTurtleFamily(gunzipSync(readFileSync(join(out, name))).toString(), 'nquads');
      expect(quads.every(({ graph }) => graph.termType === 'NamedNode')).toBe(true);
    }
  });
});

describe.skipIf(dumps.length === 0)('pages of dumps', () => {
  it.each(dumps.map((path) => [basename(path), path]))('%s: both readers read the same', (_, path) => {
    const xml = spawnSync('bzip2', ['-dc', path as string], { encoding: 'utf8', maxBuffer: 1 << 30 }).stdout;
    const all = xml.match(/<page>.*?<\/page>/gs) ?? [];
    const usual = all.filter((page) => {
      const content = readUsualPage(page);
      if (content !== null) expect(content).toEqual(readPageContent(page));
      return content !== null;
    });
    expect(usual.length / all.length).toBeGreaterThan(0.95);
  });
});

describe.skipIf(pages.length === 0)('pages of wikitext', () => {
  it('convert, and conform', () => {
    const { status, stderr } = article2rdf(['convert', ...pages, '-o', temporaryFolder()]);
    expect(stderr).toContain(`${pages.length} articles (`);
    expect(stderr).toContain('all conform to their shapes');
    expect(status).toBe(0);
  });
});
