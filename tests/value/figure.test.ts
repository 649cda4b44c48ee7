import { expect, it } from 'vitest';
import { readFigure } from '../../src/value/figure.js';

it.each([
  ['1,234.5', '1234.5'],
  ['6+1/2', '6.5'],
  ['6 3/8', '6.375'],
  ['6½', '6.5'],
  ['1e10', '10000000000'],
  ['1.2×10^6', '1200000'],
  ['0.5 × 10^3', '500'],
])('reads %j', (words, expected) => {
  expect(readFigure(words)).toBe(expected);
});

it.each(['12/40', '6+1/3', '6 3/2', '6.5+1/2', '1e', 'e10', '1e-3', '½'])('does not read %j', (words) => {
  expect(readFigure(words)).toBeNull();
});
