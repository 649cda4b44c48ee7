import { expect, it } from 'vitest';
import { readCounts } from '../../src/value/count.js';
import { tables } from '../support/convert.js';

const all = await tables();

it.each([
  ['12 platforms', 'platforms', '12', []],
  ['2 side platforms', 'Platform', '2', ['side platforms']],
  ['1,234 seats (2012)', 'seats', '1234', ['2012']],
])('reads %j of %j', (text, label, expected, notes) => {
  const { found, unread } = readCounts(text, all, label);
  expect(found.map(({ value }) => value.minimum)).toEqual([expected]);
  expect(found.flatMap((one) => one.notes ?? []).map(({ begin, end }) => text.slice(begin, end))).toEqual(
    notes,
  );
  expect(unread).toEqual([]);
});

it.each([
  ['12 cats', 'platforms'],
  ['2 side platforms', 'tracks'],
  ['platforms 2', 'platforms'],
])('does not read %j of %j', (text, label) => {
  expect(readCounts(text, all, label).found).toEqual([]);
});
