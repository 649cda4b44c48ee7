import { expect, it } from 'vitest';
import { cutResults } from '../../src/store/cut-results.js';

const json = (...values: string[]): string =>
  `{"head":{"vars":["a"]},"results":{"bindings":[${values.map((value) => `{"a":{"type":"literal","value":${value}}}`).join(',')}]}}`;

it('cuts JSON between solutions, whatever strings hold', () => {
  const hostile = '"}]},{\\"bindings\\":[{"';
  expect(cutResults(json('"1"', hostile, '"3"'), 'json', 2)).toEqual({
    body: json('"1"', hostile),
    isCut: true,
  });
  expect(cutResults(json('"1"', hostile), 'json', 2)).toEqual({ body: json('"1"', hostile), isCut: false });
  expect(JSON.parse(cutResults(json('"1"', '"2"'), 'json', 1).body).results.bindings).toHaveLength(1);
});

it('cuts CSV between records, not within a quoted value', () => {
  const body = 'a,b\r\n"1\r\n""x""",2\r\n3,4\r\n5,6\r\n';
  expect(cutResults(body, 'csv', 2)).toEqual({ body: 'a,b\r\n"1\r\n""x""",2\r\n3,4\r\n', isCut: true });
  expect(cutResults(body, 'csv', 3)).toEqual({ body, isCut: false });
});

it('cuts TSV and XML', () => {
  expect(cutResults('?a\n1\n2\n', 'tsv', 1)).toEqual({ body: '?a\n1\n', isCut: true });
  expect(cutResults('?a\n1\n', 'tsv', 1).isCut).toBe(false);
  const xml = '<sparql><head/><results><result>1</result><result>2</result></results></sparql>';
  expect(cutResults(xml, 'xml', 1)).toEqual({
    body: '<sparql><head/><results><result>1</result></results></sparql>',
    isCut: true,
  });
});
