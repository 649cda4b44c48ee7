/**
 * Numbers as English text writes them, without rounding: the value is a decimal numeral, never a floating point
 * number, so that `2.033 million` is exactly 2033000.
 */

/** A decimal numeral: digits, and a point with digits behind it where there is a fraction. */
export type Numeral = string;

const western = String.raw`\d{1,3}(?:,\d{3})+|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+`;
const indian = String.raw`\d{1,2}(?:,\d{2})+,\d{3}`;
/** Source of a regular expression: grouped by thousands, by lakhs, or not at all, with an optional fraction. */
export const numeralPattern = `(?:${indian}|${western}|\\d+)(?:\\.\\d+)?`;

const whole = new RegExp(`^${numeralPattern}$`);

/** Reads a number; null where the text is none or its groups of digits are not well formed. */
export function readNumeral(text: string): Numeral | null {
  return whole.test(text) ? canonical(text.replace(/[^\d.]/g, '')) : null;
}

/** The numeral times ten to the given power, which is at least 0. */
export function shifted(numeral: Numeral, power: number): Numeral {
  const [digits = '', fraction = ''] = numeral.split('.');
  const padded = fraction.padEnd(power, '0');
  return canonical(`${digits}${padded.slice(0, power)}.${padded.slice(power)}`);
}

/** -1, 0 or 1. */
export function compareNumerals(a: Numeral, b: Numeral): number {
  const [wholeA = '', fractionA = ''] = a.split('.');
  const [wholeB = '', fractionB = ''] = b.split('.');
  if (wholeA.length !== wholeB.length) return wholeA.length < wholeB.length ? -1 : 1;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  return fractionA === fractionB ? 0 : fractionA < fractionB ? -1 : 1;
}

/** Whether two numerals are the same but for rounding: `632000000` and `631600000`. */
export function isRounding(a: Numeral, b: Numeral): boolean {
  const digits = Math.min(significantDigits(a), significantDigits(b));
  return Number(a).toPrecision(digits) === Number(b).toPrecision(digits);
}

function significantDigits(numeral: Numeral): number {
  const digits = numeral.replace('.', '').replace(/^0+/, '');
  return Math.min(Math.max(1, (numeral.includes('.') ? digits : digits.replace(/0+$/, '')).length), 100);
}

export function isInteger(numeral: Numeral): boolean {
  return !numeral.includes('.');
}

function canonical(text: string): Numeral {
  const [digits = '', fraction = ''] = text.split('.');
  const integer = digits.replace(/^0+(?=\d)/, '') || '0';
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? integer : `${integer}.${rest}`;
}
