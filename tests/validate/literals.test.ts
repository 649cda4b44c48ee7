/** Literals as XML Schema 1.1, SPARQL and XPath know them. */
import { describe, expect, it } from 'vitest';
import { literal, namedNode } from '../../src/rdf/terms.js';
import { isWellFormed } from '../../src/validate/literals/lexical-forms.js';
import { compareTerms } from '../../src/validate/literals/order.js';
import { compilePattern } from '../../src/validate/literals/pattern.js';

const xsd = 'http://www.w3.org/2001/XMLSchema#';
const typed = (text: string) => {
  const [, value = '', type = 'string'] = /^(.*?)(?:\^\^(\w+))?$/s.exec(text) ?? [];
  return literal(value, namedNode(xsd + type));
};

describe('order', () => {
  it.each([
    ['a', '>', 'A'],
    ['Z', '<', 'a'],
    ['é', '>', 'z'],
    ['\ufffd', '<', '\u{1f600}'],
    ['9007199254740993^^integer', '>', '9007199254740992^^integer'],
    ['0.30000000000000001^^decimal', '>', '0.3^^decimal'],
    ['0.3^^decimal', '=', '.300^^decimal'],
    ['-7^^integer', '<', '-06.5^^decimal'],
    ['1^^integer', '=', '1.0e0^^double'],
    ['INF^^double', '>', '99999999999999999999^^integer'],
    ['-INF^^float', '<', '0^^integer'],
    ['NaN^^double', '?', '0^^integer'],
    ['5^^byte', '<', '6^^unsignedLong'],
    ['300^^byte', '?', '6^^integer'],
    ['-0044^^gYear', '<', '1800^^gYear'],
    ['12000^^gYear', '>', '9999^^gYear'],
    ['1999^^gYear', '?', '1999-01-01^^date'],
    ['2000-02-29^^date', '<', '2000-03-01^^date'],
    ['2012-02-30^^date', '?', '2012-03-01^^date'],
    ['2000-01-01T24:00:00^^dateTime', '=', '2000-01-02T00:00:00^^dateTime'],
    ['2000-01-01T12:00:00+01:00^^dateTime', '=', '2000-01-01T11:00:00Z^^dateTime'],
    ['2000-01-01T12:00:00.5^^dateTime', '<', '2000-01-01T12:00:00.51^^dateTime'],
    ['2000-01-01T12:00:00^^dateTime', '?', '2000-01-01T13:00:00Z^^dateTime'],
    ['2000-01-01T12:00:00^^dateTime', '<', '2000-01-03T12:00:00Z^^dateTime'],
    ['12:00:00Z^^time', '>', '12:30:00+01:00^^time'],
    ['--02-29^^gMonthDay', '<', '--03-01^^gMonthDay'],
    ['PT60M^^duration', '=', 'PT1H^^duration'],
    ['P1Y^^duration', '=', 'P12M^^duration'],
    ['P1M^^duration', '>', 'P27D^^duration'],
    ['P1M^^duration', '?', 'P30D^^duration'],
    ['-P1D^^duration', '<', 'PT1S^^duration'],
    ['false^^boolean', '<', '1^^boolean'],
    ['1', '?', '1^^integer'],
    ['a^^anyURI', '?', 'b^^anyURI'],
  ])('%s %s %s', (first, sign, second) => {
    const order = compareTerms(typed(first), typed(second));
    const given = order === null ? '?' : order < 0 ? '<' : order > 0 ? '>' : '=';
    expect(given).toBe(sign);
    const back = compareTerms(typed(second), typed(first));
    expect(back === null ? null : Math.sign(-back) + 0).toBe(order === null ? null : Math.sign(order) + 0);
  });

  it('is none between a text in a language and another', () => {
    expect(compareTerms(literal('a', 'en'), literal('b', 'en'))).toBe(null);
    expect(compareTerms(namedNode('http://x/a'), literal('b'))).toBe(null);
  });
});

describe('forms', () => {
  it.each([
    '2012-02-29^^date',
    '-0044-03-15^^date',
    '12012-01-01Z^^date',
    '2000-01-01-14:00^^date',
    '2012-02-29T24:00:00^^dateTime',
    '2000-01-01T00:00:00.123456789Z^^dateTimeStamp',
    '0000^^gYear',
    '2000-12^^gYearMonth',
    '--02-29^^gMonthDay',
    '---31^^gDay',
    '--12^^gMonth',
    '+7^^integer',
    '-128^^byte',
    '255^^unsignedByte',
    '18446744073709551615^^unsignedLong',
    '.5^^decimal',
    '5.^^decimal',
    '1E5^^double',
    '-INF^^double',
    '+INF^^float',
    'NaN^^float',
    'P1Y2M3DT4H5M6.7S^^duration',
    '-P1D^^dayTimeDuration',
    'P3M^^yearMonthDuration',
    'true^^boolean',
    '0^^boolean',
    'de-AT^^language',
    'a b^^token',
    'xml:id^^Name',
    'élan^^NCName',
    '0aFF^^hexBinary',
    'YQ==^^base64Binary',
    'http://x/%20é^^anyURI',
    '^^string',
  ])('%s is one', (text) => {
    expect(isWellFormed(typed(text))).toBe(true);
  });

  it.each([
    '2012-02-30^^date',
    '2011-02-29^^date',
    '1900-02-29^^date',
    '2000-13-01^^date',
    '2000-1-1^^date',
    '2000-01-01T25:00:00^^dateTime',
    '2000-01-01T24:00:01^^dateTime',
    '2000-01-01T00:00:00^^dateTimeStamp',
    '99^^gYear',
    '02000^^gYear',
    '--02-30^^gMonthDay',
    '2000-00^^gYearMonth',
    '2000-01-01+14:01^^date',
    '1.0^^integer',
    '128^^byte',
    '-1^^nonNegativeInteger',
    '0^^positiveInteger',
    ' 7^^integer',
    '^^integer',
    '.^^decimal',
    '1e5^^decimal',
    'inf^^double',
    'Infinity^^double',
    'P^^duration',
    'P1YT^^duration',
    'PT^^duration',
    '1Y^^duration',
    'P1Y^^dayTimeDuration',
    'P1D^^yearMonthDuration',
    'True^^boolean',
    'de_AT^^language',
    ' a^^token',
    'a:b^^NCName',
    'abc^^hexBinary',
    'a b^^anyURI',
  ])('%s is none', (text) => {
    expect(isWellFormed(typed(text))).toBe(false);
  });
});

describe('patterns', () => {
  it.each<[pattern: string, flags: string, matches: readonly string[], not: readonly string[]]>([
    ['^\\p{L}+$', '', ['Größe', '李安'], ['a1', '']],
    ['^\\p{Lu}', '', ['Ärger'], ['ärger']],
    ['^[^\\p{N}]+$', '', ['Ola'], ['Ola 5', 'Ola ٥']],
    ['^\\i\\c*$', '', ['a-1', '_x', 'é.b'], ['1a', '-a']],
    ['^.$', '', ['\u{1f600}', 'a'], ['ab', '\n']],
    ['^.$', 's', ['\n'], []],
    ['^\\d+$', '', ['12', '٣'], ['x']],
    ['^\\w+$', '', ['a1é', '+'], ['a b', 'a,b']],
    ['^[\\w-.]+$', '', ['a-b.c'], ['a b']],
    ['a\\-b', '', ['a-b'], ['ab']],
    ['lantern', 'i', ['LANTERN'], ['lamp']],
    ['^ b $', 'x', ['b'], [' b ']],
    ['a.b[', 'q', ['xa.b[y'], ['axb[']],
    ['^b$', 'm', ['a\nb'], ['ab']],
    ['^(?:a|b)(?!c)$', '', ['a'], ['ac']],
  ])('%s with %j', (pattern, flags, matches, not) => {
    const test = compilePattern(pattern, flags);
    expect([matches.filter((text) => !test(text)), not.filter(test)]).toEqual([[], []]);
  });

  it.each([
    ['(', ''],
    ['[a', ''],
    ['a{2', ''],
    ['*a', ''],
    ['(?i)x', ''],
    ['\\p{Nonsense}', ''],
    ['[]', ''],
    ['x', 'g'],
    ['x', 'u'],
    ['[a-z-[aeiou]]', ''],
  ])('%s with %j is refused', (pattern, flags) => {
    expect(() => compilePattern(pattern, flags)).toThrow(/no regular expression|no flag/);
  });

  const [long, longer] = ['a'.repeat(3000), `${'a'.repeat(3000)}${'x'.repeat(3000)}`];
  it.each([
    ['^(a+)+$', true, false],
    ['^(([A-Za-z ])+)+!$', false, false],
    ['^(a|a)*b$', false, false],
    ['(x*)*y', false, false],
    [`^${'a?'.repeat(200)}${'a'.repeat(200)}x$`, false, false],
    ['(a{1,9}){1,9}x{9}', false, true],
    ['^(a|aa)+x+$', false, true],
  ])('%s ends, with the right answer', (pattern, first, second) => {
    const test = compilePattern(pattern);
    expect([test(long), test(longer)]).toEqual([first, second]);
  });

  it.each([
    '^(a+)+\\1$',
    '^(?=(a+)+b)',
    '^((a{1,999}){1,999})$',
    `^${'(?:'.repeat(999)}a*${')*'.repeat(999)}$`,
  ])('%s is refused: it could take without end', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(/could take without end/);
  });

  it('is refused for a text that is too long for it', () => {
    const test = compilePattern('^(a{1,99}b{1,99}){1,9}$');
    expect(test('ab'.repeat(9))).toBe(true);
    expect(() => test('a'.repeat(1_000_000))).toThrow(/takes too long on a text of 1000000 characters/);
  });
});
