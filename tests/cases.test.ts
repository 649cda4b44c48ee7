import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { convert, toQuads } from '../src/index.js';
import type { Workshop } from '../src/pipeline.js';
import { knownWords, openWorkshop } from '../src/pipeline.js';
import { formatPlace } from '../src/problem.js';
import type { FormatName, ProvenanceMode } from '../src/rdf/formats.js';
import { parseTurtleFamily } from '../src/rdf/parse-rdf.js';
import { ExportGraph } from '../src/trace/export-graph.js';
import { traceArticle } from '../src/trace.js';
import { writeTurtleReport } from '../src/validate/report-turtle.js';
import { expectGolden, expectNoGolden } from './support/golden.js';
import { canonical, readWithJsonld, readWithN3, readWithOxigraph } from './support/read-back.js';

const root = join(import.meta.dirname, 'cases');
const slugs = readdirSync(root);
/** Cases of which the words behind statements were read by eye. */
const withSpans: Readonly<Record<string, readonly [string, FormatName, ProvenanceMode][]>> = {
  'comrades-almost-a-love-story': [['graph.span.trig', 'trig', 'span']],
  'the-salt-ferry': [
    ['graph.span.trig', 'trig', 'span'],
    ['graph.span.nq', 'nquads', 'span'],
  ],
  'quiet-harbour': [
    ['graph.span.jsonld', 'jsonld', 'span'],
    ['article.rdf12.ttl', 'turtle', 'rdf12'],
  ],
};
/** Plain text and wikitext. */
const sourceNames = ['article.txt', 'article.wiki'];

it('runs every case', () => {
  expect(slugs).toHaveLength(42);
  expect(slugs.filter((slug) => !sourceNames.some((name) => existsSync(join(root, slug, name))))).toEqual([]);
});

describe.each(slugs)('%s', (slug) => {
  const at = (name: string): string => join(root, slug, name);
  const name = sourceNames.find((candidate) => existsSync(at(candidate))) ?? '';
  const text = readFileSync(at(name), 'utf8');
  const converted = convert({ name, text }, { sourceName: name });

  it('gives the article model', async () => {
    expectGolden(at('article.json'), `${JSON.stringify((await converted).article, null, 1)}\n`);
  });

  it('gives the graph, and the same again', async () => {
    const { write } = await converted;
    expectGolden(at('graph.nq'), write('nquads'));
    const again = await convert({ name, text }, { sourceName: name });
    expect(again.write('nquads')).toBe(write('nquads'));
  });

  it('gives Turtle and JSON-LD', async () => {
    const { write } = await converted;
    expectGolden(at('article.ttl'), write('turtle'));
    expectGolden(at('article.jsonld'), write('jsonld'));
  });

  it('tells its problems', async () => {
    const { problems } = await converted;
    const told = problems.map(
      ({ place, severity, message, code }) => `${formatPlace(place)}: ${severity}: ${message} [${code}]\n`,
    );
    if (told.length > 0) expectGolden(at('problems.txt'), told.join(''));
    else expectNoGolden(at('problems.txt'));
  });

  it('conforms to its shapes, or says where not', async () => {
    const { report } = await converted;
    if (report?.conforms) expectNoGolden(at('report.ttl'));
    else
      expectGolden(
        at('report.ttl'),
        writeTurtleReport({ results: report?.results ?? [], problems: [], version: '0' }),
      );
  });

  it('is the same graph in every format, read by parsers that are not ours', async () => {
    const { statements, write } = await converted;
    const quads = toQuads(statements);
    expect(quads.length).toBeGreaterThan(0);
    const expected = canonical(quads);
    expect(await readWithJsonld(write('jsonld'))).toEqual(expected);
    for (const format of ['turtle', 'ntriples', 'nquads', 'trig'] as const) {
      expect(readWithN3(write(format), format), `n3 on ${format}`).toEqual(expected);
      expect(readWithOxigraph(write(format), format), `oxigraph on ${format}`).toEqual(expected);
    }
  });

  it('shows every statement by the words behind it, in every format that holds them', async () => {
    const { write } = await converted;
    const { workshop } = await openWorkshop({ validate: false });
    const known = knownWords(workshop as Workshop);
    const expected = readWithOxigraph(write('nquads', 'span'), 'nquads', true);
    for (const format of ['nquads', 'trig'] as const) {
      const written = write(format, 'span');
      expect(readWithN3(written, format, true), `n3 on ${format}`).toEqual(expected);
      expect(readWithOxigraph(written, format, true), `oxigraph on ${format}`).toEqual(expected);
    }
    expect(await readWithJsonld(write('jsonld', 'span'), true)).toEqual(expected);
    const graph = new ExportGraph(parseTurtleFamily(write('nquads', 'span'), 'nquads'));
    const traced = traceArticle(graph, known, text);
    expect(traced.failures).toEqual([]);
    expect(traced.placed).toBeGreaterThan(10);
    expect(traced.shown).toBe(traced.placed);
  });

  it('says the same statements with annotations and without', async () => {
    const { write } = await converted;
    for (const format of ['turtle', 'trig'] as const) {
      const annotated = readWithN3(write(format, 'rdf12'), format);
      expect(readWithOxigraph(write(format, 'rdf12'), format), `oxigraph on ${format}`).toEqual(annotated);
      expect(annotated).toEqual(expect.arrayContaining(readWithN3(write(format), format)));
    }
  });

  if (slug in withSpans) {
    it('gives the words behind statements', async () => {
      const { write } = await converted;
      for (const [file, format, mode] of withSpans[slug] ?? []) expectGolden(at(file), write(format, mode));
    });
  }

  it('has no blank node, and a type and a name for every thing', async () => {
    const { statements } = await converted;
    const subjects = new Set(statements.map(({ subject }) => subject.value));
    const having = (property: string): Set<string> =>
      new Set(
        statements
          .filter(({ predicate }) => predicate.value.endsWith(property))
          .map(({ subject }) => subject.value),
      );
    expect(having('#type')).toEqual(subjects);
    // Concepts are called by a label.
    expect(new Set([...having('schema.org/name'), ...having('core#prefLabel')])).toEqual(subjects);
    const terms = statements.flatMap(({ subject, object }) => [subject.termType, object.termType]);
    expect(new Set(terms)).toEqual(new Set(['NamedNode', 'Literal']));
  });
});
