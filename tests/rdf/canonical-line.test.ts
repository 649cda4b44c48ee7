/** Lines of N-Quads and their canonical form: https://www.w3.org/TR/rdf-canon/#canonical-quads */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBlankNode, joinLine, splitLine, writeLine } from '../../src/rdf/canonical-line.js';
import { byCodePoints, sortByCodePoints } from '../../src/rdf/code-point-order.js';
import { canonicalLine, parseLine } from '../../src/rdf/parse-line.js';
import { literal, namedNode, quad } from '../../src/rdf/terms.js';
import { readWithN3, readWithOxigraph } from '../support/read-back.js';

const [s, p] = ['<http://a.example/s>', '<http://a.example/p>'];

describe('the canonical form of a line', () => {
  it.each([
    // White space, comments and the ends of lines.
    [`  ${s}\t${p}   "x"  .  # so it is\r`, `${s} ${p} "x" .`],
    [`${s}${p}"x".`, `${s} ${p} "x" .`],
    // Escapes of characters that need none, and of those that do.
    [`${s} ${p} "\\u0041\\U0001F600\\'\\t\\b\\f\\r\\n\\"\\\\" .`, `${s} ${p} "A😀'\\t\\b\\f\\r\\n\\"\\\\" .`],
    [`${s} ${p} "\\u0000\\u000B\\u001f\\u007F\\u0080" .`, `${s} ${p} "\\u0000\\u000B\\u001F\\u007F\u0080" .`],
    [`<http://a.example/\\u00E9> ${p} "x" .`, `<http://a.example/é> ${p} "x" .`],
    // xsd:string is what a literal without a datatype has.
    [`${s} ${p} "x"^^<http://www.w3.org/2001/XMLSchema#string> .`, `${s} ${p} "x" .`],
    [`${s} ${p} "01"^^<http://www.w3.org/2001/XMLSchema#integer> .`, null],
    // Language tags stay as they stand.
    [`${s} ${p} "x"@zh-Hant ${s} .`, null],
    [`${s} ${p} "x"@ar--rtl .`, null],
    [`_:b1.x ${p} _:b2 _:g .`, null],
    [`${s} ${p} <<( ${s} ${p} "a )>> b"@en )>> ${s} .`, null],
    [`${s} ${p} <<(${s} ${p} _:b)>> .`, `${s} ${p} <<( ${s} ${p} _:b )>> .`],
  ])('%j', (line, canonical) => {
    expect(canonicalLine(line)).toBe(canonical ?? line);
  });

  it.each(['', '  ', '# a comment', '\r'])('is none for %j', (line) => {
    expect(canonicalLine(line)).toBeNull();
  });

  it.each([
    'Hello, this is no RDF.',
    `${s} ${p} "x"`,
    `${s} ${p} "x .`,
    `${s} ${p} "x\\" .`,
    `${s} ${p} "x" . ${s}`,
    `${s} ${p} .`,
    `"x" ${p} ${s} .`,
    `${s} _:p ${s} .`,
    `${s} ${p} "\\x" .`,
    `${s} ${p} "\\uD83D" .`,
    `${s} ${p} "\\U00110000" .`,
    `<relative> ${p} "x" .`,
    `<http://a.example/\\u0020> ${p} "x" .`,
    `${s} ${p} <http://a.example/ b> .`,
    `${s} ${p} "x"@ .`,
    `${s} ${p} "x"^^xsd:date .`,
    `@prefix a: ${s} .`,
  ])('is refused for %j', (line) => {
    expect(() => canonicalLine(line)).toThrow(RangeError);
  });

  it('gives blank nodes of each file labels of their own', () => {
    expect(canonicalLine(`_:a ${p} _:b _:c .`, 'f1_')).toBe(`_:f1_a ${p} _:f1_b _:f1_c .`);
  });
});

const iri = fc
  .string({ unit: fc.constantFrom('a', 'é', '李', '😀', ')', '.', '%20', '_:', '#', "'"), maxLength: 8 })
  .map((text) => `http://a.example/${text.replace(/#(?=.*#)/g, '')}`)
  .map(namedNode);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\\', '"', 'u', '0041', '\n', '\u0007', '😀', ' .', '\uffff', '<<(', ')>>'),
  }),
);
const object = fc.oneof(
  iri,
  text.map((value) => literal(value)),
  text.map((value) => literal(value, 'en-GB')),
  fc.tuple(text, iri).map(([value, datatype]) => literal(value, datatype)),
);
const anyQuad = fc
  .tuple(iri, iri, object, fc.option(iri, { nil: undefined }))
  .map(([subject, predicate, value, graph]) => quad(subject, predicate, value, graph));

describe('any statement', () => {
  it('is read back from its line, by us and by others', () => {
    fc.assert(
      fc.property(anyQuad, (any) => {
        const line = writeLine(any);
        expect(canonicalLine(line)).toBe(line);
        expect(writeLine(parseLine(line) as typeof any)).toBe(line);
        expect(parseLine(line)?.equals(any)).toBe(true);
        expect(readWithN3(line, 'nquads', true)).toEqual(readWithOxigraph(line, 'nquads', true));
      }),
    );
  });

  it('is taken apart and put together', () => {
    fc.assert(
      fc.property(anyQuad, (any) => {
        const line = writeLine(any);
        const { triple, graph } = splitLine(line);
        expect(joinLine(triple, graph)).toBe(line);
        expect(graph).toBe(any.graph.termType === 'DefaultGraph' ? '' : `<${any.graph.value}>`);
        expect(hasBlankNode(line)).toBe(false);
      }),
    );
  });
});

it('reads a huge literal that is all escapes, wherever it is cut', () => {
  for (const [escaped, written] of [
    ['\\\\', '\\\\'],
    ['\\u0041', 'A'],
    ['\\\\\\n', '\\\\\\n'],
    ['\\U0001F600x', '😀x'],
  ] as const) {
    for (const before of ['', 'a', 'ab\\n', '\\\\'])
      expect(canonicalLine(`${s} ${p} "${before}${escaped.repeat(300_000)}" .`)).toBe(
        `${s} ${p} "${before}${written.repeat(300_000)}" .`,
      );
  }
});

it.each([
  [`_:b ${p} "x" .`, true],
  [`${s} ${p} _:b .`, true],
  [`${s} ${p} "x" _:g .`, true],
  [`${s} ${p} <<( ${s} ${p} _:b )>> .`, true],
  [`${s} ${p} "_:b" .`, false],
  [`${s} ${p} " _:b \\" _:c" ${s} .`, false],
  [`${s} ${p} <<( ${s} ${p} "> _:b" )>> .`, false],
  [`<http://a.example/_:b> ${p} ${s} .`, false],
])('%s has a blank node: %s', (line, has) => {
  expect(hasBlankNode(line)).toBe(has);
});

describe('the order of code points', () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', '\ud7ff', '\ue000', '\uffff', '😀', '𐀀') }),
  );

  it('is that of bytes of UTF-8', () => {
    fc.assert(
      fc.property(texts, (any) => {
        const byBytes = [...any].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
        expect([...any].sort(byCodePoints)).toEqual(byBytes);
        expect(sortByCodePoints([...any])).toEqual(byBytes);
      }),
    );
  });
});
