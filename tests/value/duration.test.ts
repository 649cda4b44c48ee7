import { expect, it } from 'vitest';
import { readDurations } from '../../src/value/duration.js';
import { tables } from '../support/convert.js';

const all = await tables();

it.each([
  ['116 minutes', ['PT116M']],
  ['125 min', ['PT125M']],
  ['85 min.', ['PT85M']],
  ['99 Minutes', ['PT99M']],
  ['1h 56m', ['PT116M']],
  ['1 hr. 30 min.', ['PT90M']],
  ['2 hours and 5 minutes', ['PT125M']],
  ['2 hours', ['PT120M']],
  ['1:56:30', ['PT116M30S']],
  ['116 minutes 30 seconds', ['PT116M30S']],
  ['45 seconds', ['PT45S']],
  ['92 minutes (Japan), 77 minutes (United States)', ['PT92M', 'PT77M']],
  ['81 minutes, (US release), 88 minutes, <small>(international release)', ['PT81M', 'PT88M']],
  ["Director's cut: 125 minutes / Theatrical: 116 minutes", ['PT125M', 'PT116M']],
  ['100 minutes[1]', ['PT100M']],
])('reads %j', (text, expected) => {
  const { found, unread } = readDurations(text, all);
  expect(found.map(({ value }) => value.minimum)).toEqual(expected);
  expect(found.every(({ value }) => value.minimum === value.maximum)).toBe(true);
  expect(unread).toEqual([]);
});

it.each([
  ['90–95 minutes', 'PT90M', 'PT95M'],
  ['90 to 95 min', 'PT90M', 'PT95M'],
])('reads the range %j', (text, minimum, maximum) => {
  expect(readDurations(text, all).found.map(({ value }) => value)).toEqual([{ minimum, maximum }]);
});

it.each([
  '1942',
  '116',
  '5 reels',
  '',
  '95–90 minutes',
  'about 90 minutes',
  '0 minutes',
  '1:56',
  '90 minutes or so',
])('does not guess %j', (text) => {
  const { found, unread } = readDurations(text, all);
  expect(found).toEqual([]);
  expect(unread).toHaveLength(text === '' ? 0 : 1);
});

it('keeps what it reads beside what it cannot', () => {
  const text = '90 minutes, 5 reels';
  const { found, unread } = readDurations(text, all);
  expect(found.map(({ begin, end }) => text.slice(begin, end))).toEqual(['90 minutes']);
  expect(unread.map(({ begin, end }) => text.slice(begin, end))).toEqual(['5 reels']);
});
