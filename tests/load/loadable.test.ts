import { expect, it } from 'vitest';
import { prepare } from '../../src/load/loadable.js';
import { expectedCounts } from '../../src/load/verify.js';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.js';
import { literal, namedNode, quad } from '../../src/rdf/terms.js';

const page = 'https://example.org/page/A';

const of = (nquads: string) => prepare({ file: 'a.nq', quads: parseTurtleFamily(nquads, 'nquads') });

it('puts the graph of the page first, and no statement twice', () => {
  const { article } = of(
    `<urn:s> <urn:p> "2" <${page}#char=1,2> .\n<urn:s> <urn:p> "1" <${page}> .\n<urn:s> <urn:p> "1" <${page}> .\n`,
  );
  expect(article?.statements.map(({ graph, triple }) => [graph, triple])).toEqual([
    [page, '<urn:s> <urn:p> "1"'],
    [`${page}#char=1,2`, '<urn:s> <urn:p> "2"'],
  ]);
});

it('gives back the case of language tags that the parser takes', () => {
  expect(of(`<urn:s> <urn:p> "x"@zh-Hant-TW <${page}> .\n`).article?.statements[0]?.triple).toBe(
    '<urn:s> <urn:p> "x"@zh-Hant-TW',
  );
});

it('names the graph of a file without graphs by the one page that it tells of', () => {
  const article = `<${page}> <https://schema.org/mainEntity> <urn:s> .\n`;
  expect(of(article).article?.statements[0]?.graph).toBe(page);
  expect(of('<urn:s> <urn:p> "x" .\n').problem?.code).toBe('no-page');
  expect(of(`${article}<urn:other> <https://schema.org/mainEntity> <urn:s> .\n`).problem?.code).toBe(
    'no-page',
  );
});

it('loads nothing that a second load would double, and nothing that RDF 1.1 has not', () => {
  expect(of(`<urn:s> <urn:p> _:b <${page}> .\n`)).toMatchObject({
    article: null,
    problem: { code: 'blank-nodes' },
  });
  expect(of(`_:b <urn:p> "x" <${page}> .\n`).problem?.code).toBe('blank-nodes');
});

it('refuses IRIs that a store would cut, and such as are none', () => {
  const objects = [namedNode(`urn:é${'x'.repeat(100)}`), literal('kept'), namedNode('urn:a b> <urn:c')];
  const quads = objects.map((object) =>
    quad(namedNode('urn:s'), namedNode('urn:p'), object, namedNode(page)),
  );
  const { article, refused } = prepare({ file: 'a.nq', quads, lines: [1, 2, 3] }, 105);
  expect(article?.statements.map(({ line }) => line)).toEqual([2]);
  expect(refused.map(({ line, isSent }) => [line, isSent])).toEqual([
    [1, false],
    [3, false],
  ]);
  expect(prepare({ file: 'a.nq', quads }, 106).refused.length).toBe(1);
});

it('expects as few statements as values, and as many as there are', () => {
  const xsd = 'http://www.w3.org/2001/XMLSchema#';
  const literals = [
    `"7"^^<${xsd}integer>`,
    `"007"^^<${xsd}integer>`,
    `"PT116M"^^<${xsd}duration>`,
    `"PT1H56M"^^<${xsd}duration>`,
    '"a"@en',
    '"a"',
  ];
  const { article } = of(literals.map((literal) => `<urn:s> <urn:p> ${literal} <${page}> .\n`).join(''));
  if (!article) throw new Error('no article');
  expect(expectedCounts(article, 'replace', true, new Map())).toEqual([{ graph: page, least: 4, most: 6 }]);
  expect(expectedCounts(article, 'append', true, new Map())).toEqual([{ graph: page, least: 4, most: null }]);
  expect(expectedCounts(article, 'replace', true, new Map([[page, 1]]))).toEqual([
    { graph: page, least: 3, most: 5 },
  ]);
});
