import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysIn } from '../../src/source/date-time.js';
import { findDates, readDate } from '../../src/value/date.js';
import { tables } from '../support/convert.js';

const all = await tables();

it.each([
  ['2 November 1996', '1996-11-02'],
  ['November 2, 1996', '1996-11-02'],
  ['2 Nov 1996', '1996-11-02'],
  ['Nov. 2, 1996', '1996-11-02'],
  ['2nd of November 1996', '1996-11-02'],
  ['November 2nd, 1996', '1996-11-02'],
  ['1996-11-02', '1996-11-02'],
  ['25/12/1996', '1996-12-25'],
  ['12/25/1996', '1996-12-25'],
  ['5/5/1996', '1996-05-05'],
  ['29 February 2000', '2000-02-29'],
  ['November 1996', '1996-11'],
  ['Sept 1996', '1996-09'],
  ['1996', '1996'],
])('reads %j as %s', (text, lexical) => {
  expect(readDate(text, all)?.lexical).toBe(lexical);
});

it.each([
  ['30 February 1996', 'is no day of the calendar'],
  ['29 February 1900', 'is no day of the calendar'],
  ['31 April 1999', 'is no day of the calendar'],
  ['0 May 1999', 'is no day of the calendar'],
  ['2/11/1996', 'may be either of two days'],
])('tells why %j is no date', (text, invalid) => {
  expect(readDate(text, all)).toBeNull();
  expect(findDates(text, all)).toEqual([{ begin: 0, end: text.length, invalid }]);
});

it.each(['Marchioness 19', 'about noon', '15,557,580', '12345', 'Maybe 1', ''])(
  'finds no date in %j',
  (text) => {
    expect(findDates(text, all)).toEqual([]);
  },
);

it('finds dates where they stand', () => {
  const text = 'May 14, 2018 (Cannes), 10 August 2018 and 1996';
  expect(findDates(text, all).map(({ begin, end }) => text.slice(begin, end))).toEqual([
    'May 14, 2018',
    '10 August 2018',
    '1996',
  ]);
});

it('knows the length of every month as the platform does', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      expect(daysIn(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
    }),
  );
});
