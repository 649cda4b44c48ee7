import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNumerals, readNumeral, shifted } from '../../src/value/number.js';

it.each([
  ['1512', '1512'],
  ['1,512', '1512'],
  ['15,557,580', '15557580'],
  ['1,50,00,000', '15000000'],
  ['2.50', '2.5'],
  ['007', '7'],
  ['0.5', '0.5'],
  ['1\u00a0500', '1500'],
])('reads %j', (text, expected) => {
  expect(readNumeral(text)).toBe(expected);
});

it.each(['1,23', '12,34', '1.2.3', '', '-5', '1e3', '1,5127', 'five'])('does not read %j', (text) => {
  expect(readNumeral(text)).toBeNull();
});

describe('arithmetic', () => {
  it('shifts without rounding', () => {
    expect(shifted('2.033', 6)).toBe('2033000');
    expect(shifted('92', 6)).toBe('92000000');
    expect(shifted('1.23456789', 6)).toBe('1234567.89');
    expect(shifted('0.1', 0)).toBe('0.1');
  });

  it('agrees with integer arithmetic', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 20n });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 15 }), (a, b, power) => {
        expect(shifted(String(a), power)).toBe(String(a * 10n ** BigInt(power)));
        expect(compareNumerals(String(a), String(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('compares fractions', () => {
    expect(compareNumerals('1.5', '1.25')).toBe(1);
    expect(compareNumerals('1.05', '1.5')).toBe(-1);
    expect(compareNumerals('1', '1.5')).toBe(-1);
  });
});
