import { expect, it } from 'vitest';
import { fitsCheckDigit } from '../../src/value/check-digit.js';

it.each([
  ['ISBN', '0-306-40615-2', '0-306-40615-3'],
  ['ISBN', '0-8044-2957-X', '0-8044-2957-1'],
  ['ISBN', '978-0-306-40615-7', '978-0-306-40615-8'],
  ['ISBN', '9780306406157', '97803064061'],
  ['ISSN', '0378-5955', '0378-5956'],
  ['ISSN', '2434-561X', '2434-5610'],
  ['EAN', '4006381333931', '4006381333932'],
  ['EAN', '73513537', '73513538'],
  ['CAS', '7732-18-5', '7732-18-4'],
  ['CAS', '58-08-2', '58-08-3'],
])('tells a right %s, %s, from a wrong one, %s', (scheme, right, wrong) => {
  expect(fitsCheckDigit(scheme, right)).toBe(true);
  expect(fitsCheckDigit(scheme, wrong)).toBe(false);
});

it('has nothing against numbers of other schemes', () => {
  expect(fitsCheckDigit('OCLC', '12345')).toBe(true);
});
