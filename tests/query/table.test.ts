import { describe, expect, it } from 'vitest';
import type { ResultTerm } from '../../src/query/results.js';
import { readRows } from '../../src/query/results.js';
import { writeTable } from '../../src/query/table.js';
import { fitted, widthOf } from '../../src/query/text-width.js';

const literal = (value: string): ResultTerm => ({ type: 'literal', value });
const uri = (value: string): ResultTerm => ({ type: 'uri', value });

describe('writeTable', () => {
  it('aligns characters that take two cells, or none', () => {
    const rows = [
      [literal('甜蜜蜜'), literal('1')],
      [literal('Tian'), literal('2')],
      // e and a combining acute accent.
      [literal('e\u0301te\u0301'), literal('3')],
      [literal('한국 🎬'), null],
    ];
    expect(writeTable({ variables: ['title', 'n'], rows }, null)).toBe(
      ['title    n', '───────  ─', '甜蜜蜜   1', 'Tian     2', 'e\u0301te\u0301      3', '한국 🎬', ''].join(
        '\n',
      ),
    );
  });

  it('shortens IRIs of known namespaces, and no others', () => {
    const rows = [
      [uri('https://schema.org/Person')],
      [uri('https://w3id.org/article2rdf/raw#colour')],
      [uri('https://schema.org/a/b')],
      [{ type: 'bnode', value: 'b0' } as const],
    ];
    expect(
      writeTable({ variables: ['x'], rows }, null)
        .split('\n')
        .slice(2),
    ).toEqual(['schema:Person', 'raw:colour', '<https://schema.org/a/b>', '_:b0', '']);
  });

  it.each([
    ['\u001b[31mred\u001b[0m', '<U+001B>[31mred<U+001B>[0m'],
    ['\u009b2J', '<U+009B>2J'],
    ['one\ntwo\r\nthree\tfour', 'one↵two↵three⇥four'],
    ['abc\u202egpj.exe', 'abc<U+202E>gpj.exe'],
    ['\u2066hidden\u2069\u200f\u{e0041}', '<U+2066>hidden<U+2069><U+200F><U+E0041>'],
    ['\ud800', '\ufffd'],
    ['👩\u200d🚀', '👩\u200d🚀'],
  ])('makes %j harmless', (text, shown) => {
    const table = writeTable({ variables: [text], rows: [[literal(text)], [uri(text)]] }, null);
    const lines = table.split('\n');
    expect(lines).toHaveLength(5);
    expect([lines[0], lines[2], lines[3]]).toEqual([shown, shown, `<${shown}>`]);
  });

  it('is as wide as the terminal at most, and takes from the widest columns first', () => {
    const long = '電影'.repeat(40);
    const rows = [
      [literal('short'), literal(long), uri(`https://example.org/resource/${'x'.repeat(50)}/Last`)],
    ];
    const table = writeTable({ variables: ['a', 'b', 'c'], rows }, 60);
    for (const line of table.trim().split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60);
    expect(table).toContain('short  電影');
    expect(table).toMatch(/…x+\/Last>/);
  });

  it('cuts a value that is longer than anyone reads in a table, whatever the width', () => {
    const rows = [[literal('x'.repeat(50_000)), literal('y')]];
    const lines = writeTable({ variables: ['a', 'b'], rows }, null).split('\n');
    expect(lines[2]).toBe(`${'x'.repeat(99)}…  y`);
    expect(lines[1]).toBe(`${'─'.repeat(100)}  ─`);
  });

  it('has no lines without variables', () => {
    expect(writeTable({ variables: [], rows: [[]] }, 80)).toBe('');
  });
});

describe('fitted', () => {
  it('never takes more cells than there are', () => {
    expect(fitted('甜蜜蜜', 6)).toBe('甜蜜蜜');
    expect(fitted('甜蜜蜜', 5)).toBe('甜蜜…');
    expect(fitted('甜蜜蜜', 4)).toBe('甜…');
  });
});

describe('readRows', () => {
  it('reads solutions with terms that are missing, and triple terms', () => {
    const json = JSON.stringify({
      head: { vars: ['a', 'b'] },
      results: {
        bindings: [
          { a: { type: 'typed-literal', value: '1' } },
          {
            b: {
              type: 'triple',
              value: {
                subject: { type: 'uri', value: 'http://x/s' },
                predicate: { type: 'uri', value: 'http://x/p' },
                object: { type: 'literal', value: 'o' },
              },
            },
          },
        ],
      },
    });
    expect(readRows(json)).toEqual({
      variables: ['a', 'b'],
      rows: [
        [{ type: 'literal', value: '1' }, null],
        [null, { type: 'triple', value: '<<( http://x/s http://x/p o )>>' }],
      ],
    });
    expect(readRows('{"head":{},"boolean":false}')).toBe(false);
    expect(() => readRows('{}')).toThrow(SyntaxError);
  });
});
