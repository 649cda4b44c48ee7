import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import type { ResultFormat } from '../../src/store/sparql-service.js';
import { writeAnswer } from '../../src/store/write-results.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const uri = (value: string) => ({ type: 'uri', value });
const literal = (value: string, rest = {}) => ({ type: 'literal', value, ...rest });
const triple = {
  type: 'triple',
  value: { subject: uri('http://x/s'), predicate: uri('http://x/p'), object: literal('o') },
};

function write(format: ResultFormat, term: unknown): string {
  const json = JSON.stringify({
    head: { vars: ['a', 'b'] },
    results: { bindings: [term === null ? {} : { a: term }] },
  });
  return writeAnswer(json, 'select', format, 1000).body;
}

it.each([
  ['an IRI', uri('http://x/y'), 'http://x/y'],
  ['an IRI with a comma', uri('http://x/Paris,_Texas_(film)'), '"http://x/Paris,_Texas_(film)"'],
  ['a quotation mark', literal('a "b"'), '"a ""b"""'],
  ['line breaks', literal('a\nb\rc'), '"a\nb\rc"'],
  ['a blank node', { type: 'bnode', value: 'b0' }, '_:b0'],
  ['a number', literal('7', { datatype: `${xsd}integer` }), '7'],
  ['nothing', null, ''],
  ['a triple', triple, '"<<( <http://x/s> <http://x/p> ""o"" )>>"'],
])('CSV has a form for %s', (_, term, expected) => {
  expect(write('csv', term)).toBe(`a,b\r\n${expected},\r\n`);
});

it.each([
  ['an IRI', uri('http://x/Paris,_Texas'), '<http://x/Paris,_Texas>'],
  ['text', literal('a\tb\n"', { 'xml:lang': 'en' }), '"a\\tb\\n\\""@en'],
  ['a whole number', literal('7', { datatype: `${xsd}integer` }), '7'],
  ['a decimal', literal('7.50', { datatype: `${xsd}decimal` }), '7.50'],
  ['a decimal without a point', literal('7', { datatype: `${xsd}decimal` }), `"7"^^<${xsd}decimal>`],
  ['what is no number', literal('x\t', { datatype: `${xsd}integer` }), `"x\\t"^^<${xsd}integer>`],
  ['a date', literal('2000-01-01', { datatype: `${xsd}date` }), `"2000-01-01"^^<${xsd}date>`],
])('TSV has a form for %s', (_, term, expected) => {
  expect(write('tsv', term)).toBe(`?a\t?b\n${expected}\t\n`);
});

it.each([
  ['markup', '<b>&"', '<b>&"'],
  ['a carriage return', 'a\rb\r\n', 'a\rb\r\n'],
  ['a control', 'a\u0001b\u0000', 'a\ufffdb\ufffd'],
  ['half a character', 'a\ud800b', 'a\ufffdb'],
  ['a noncharacter', 'a\uffff', 'a\ufffd'],
])('XML is well-formed, and gives %s back', (_, value, expected) => {
  let text = '';
  let isLiteral = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    isLiteral = name === 'literal';
  });
  parser.on('text', (part) => {
    if (isLiteral) text += part;
  });
  parser.write(write('xml', literal(value))).close();
  expect(text).toBe(expected);
});

it.each(['json', 'xml', 'csv', 'tsv'] as const)('%s has no more rows than wanted, and says so', (format) => {
  const terms = ['x1', 'x2', 'x3'].map((value) => literal(value));
  const json = JSON.stringify({ head: { vars: ['a'] }, results: { bindings: terms.map((a) => ({ a })) } });
  const cut = writeAnswer(json, 'select', format, 2);
  expect([cut.isCut, cut.body.includes('x2'), cut.body.includes('x3')]).toEqual([true, true, false]);
  expect(writeAnswer(json, 'select', format, 3).isCut).toBe(false);
});

it('writes the answer to ASK in JSON and XML', () => {
  const json = '{"head":{},"boolean":false}';
  expect(writeAnswer(json, 'ask', 'json', 1).body).toBe(json);
  expect(writeAnswer(json, 'ask', 'xml', 1).body).toContain('<boolean>false</boolean>');
});
