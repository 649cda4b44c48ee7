/**
 * Numbers whose last digit tells whether the others are right: ISBN (ISO 2108), ISSN (ISO 3297), EAN (GS1) and CAS registry numbers.
 * https://www.isbn-international.org/content/isbn-users-manual, https://www.cas.org/support/documentation/chemical-substances/checkdig
 */

/** Whether the last digit of a number of this scheme fits the others; numbers of other schemes have none. */
export function fitsCheckDigit(scheme: string, words: string): boolean {
  const check = checks.get(scheme);
  return check === undefined || check(words.replace(/[\s.\-–]/g, '').toUpperCase());
}

const checks: ReadonlyMap<string, (digits: string) => boolean> = new Map([
  ['ISBN', (digits) => (digits.length === 10 ? isModulo11(digits) : digits.length === 13 && isEan(digits))],
  ['ISSN', (digits) => digits.length === 8 && isModulo11(digits)],
  ['EAN', isEan],
  ['CAS', isCas],
]);

/** The last digit counts once, the one before it twice, and so on; X is ten. */
function isModulo11(digits: string): boolean {
  if (!/^\d+[\dX]$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (all, digit, i) => all + (digit === 'X' ? 10 : Number(digit)) * (digits.length - i),
    0,
  );
  return sum % 11 === 0;
}

/** Every second digit from the right counts thrice. */
function isEan(digits: string): boolean {
  if (!/^(?:\d{8}|\d{12}|\d{13})$/.test(digits)) return false;
  const sum = [...digits]
    .toReversed()
    .reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** The digits before the last count by their places from the right. */
function isCas(digits: string): boolean {
  if (!/^\d{5,10}$/.test(digits)) return false;
  const sum = [...digits].toReversed().reduce((all, digit, i) => all + Number(digit) * i, 0);
  return sum % 10 === Number(digits.at(-1));
}
