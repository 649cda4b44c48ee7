/** Numbers, dates and times that words show, digit by digit. */
import { toDegrees } from '../value/coordinates.js';
import type { ValueTables } from '../value/tables.js';
import { wordsOf } from './words.js';

/** A number as it is written: its digits, where its fraction begins, and where it stands. */
interface Written {
  readonly digits: string;
  /** How many of the digits are the fraction. */
  readonly fraction: number;
  readonly end: number;
}

function numbersIn(written: string): Written[] {
  const found: Written[] = [];
  const text = withDecimals(written);
  for (const match of text.matchAll(/\d+(?:[,\u00a0\u2009\u202f]\d{2,3})*(?:\.\d+)?|\.\d+/g)) {
    const [whole = '', fraction = ''] = match[0].split('.');
    const digits = whole.replace(/\D/g, '') + fraction;
    found.push({ digits, fraction: fraction.length, end: match.index + match[0].length });
  }
  return found;
}

/** "6+1/2", "6{{frac|1|2}}" and "6½" with their fractions as decimals. */
function withDecimals(text: string): string {
  return text
    .replace(/[½¼¾⅛⅜⅝⅞⅕⅖⅗⅘]/g, (sign) => `+${sign.normalize('NFKC').replace('⁄', '/')}`)
    .replace(
      /(\d+)\s?(?:[+ |]|\{\{(?:s?frac|fract|fraction)\|)\s?(\d{1,3})[/⁄|](\d{1,3})(?!\d)/g,
      (words, whole, above, below) =>
        Number(above) < Number(below) ? `${Number(whole) + Number(above) / Number(below)}` : words,
    );
}

/** The power of ten behind a number: "1e10", "×10^6", and what a template has in a parameter of its own. */
function exponentBehind(behind: string): number[] {
  const digits = /^(?:e\+?|\s?[×x]\s?10\^|(?:\|[^|{}=]{0,20}){0,2}\|\s*e\s*=\s*)(\d{1,2})(?!\d)/.exec(
    behind,
  )?.[1];
  return digits === undefined ? [] : [Number(digits)];
}

/** How far behind a number the word for its zeros may stand: in UTF-16 units, and how many words other than numbers. */
const furthestWord = 200;
const mostWords = 3;

/** The words behind a number that may say how many zeros it has: those of its own line and sentence. */
function scaleWords(behind: string): string[] {
  const [line = ''] = behind.replace(/<[^<>]*>|&nbsp;/g, ' ').split(/;|\.\s|\n(?=[*#|!\n])/, 1);
  return wordsOf(line)
    .filter((word) => !/^\d+$/.test(word))
    .slice(0, mostWords);
}

/**
 * Whether a number stands in a text: as a word, or its digits and the word for the zeros that are not written out.
 *
 * @param added words that templates in the text show
 */
export function showsNumber(
  text: string,
  value: string,
  { multipliers, numbers, ordinals, compoundUnits }: ValueTables,
  added: readonly string[] = [],
): boolean {
  const wanted = plain(value);
  const isWord = (word: string): boolean =>
    String(numbers.get(word)) === wanted || String(ordinals.get(word)) === wanted;
  const words = wordsOf(text);
  // "Twenty-sixth" is two words here.
  if (words.some((word, i) => isWord(word) || isWord(`${word}-${words[i + 1] ?? ''}`))) return true;
  const written = numbersIn(text);
  const isCompound = ({ digits, fraction }: Written, i: number): boolean =>
    fraction === 0 &&
    Object.values(compoundUnits).some((parts) =>
      Object.values(parts).some(
        (factor) => String(Number(digits) * factor + decimalOf(written[i + 1])) === wanted,
      ),
    );
  // "5 ft 3 in" are 63 inches.
  if (written.some(isCompound)) return true;
  const shown = withDecimals(text);
  return written.some(({ digits, fraction, end }) => {
    const powers = [
      0,
      ...exponentBehind(shown.slice(end, end + furthestWord)),
      ...[...scaleWords(shown.slice(end, end + furthestWord)), ...added].flatMap(
        (word) => multipliers.get(word) ?? [],
      ),
    ];
    return powers.some((power) => scaled(digits, power - fraction) === wanted);
  });
}

function decimalOf(written: Written | undefined): number {
  return written === undefined ? Number.NaN : Number(written.digits) / 10 ** written.fraction;
}

/** Digits times a power of ten. */
function scaled(digits: string, power: number): string {
  if (power >= 0) return plain(digits + '0'.repeat(power));
  const padded = digits.padStart(1 - power, '0');
  return plain(`${padded.slice(0, power)}.${padded.slice(power)}`);
}

/** Without zeros that change nothing. */
function plain(number: string): string {
  const [whole = '', fraction = ''] = number.split('.');
  const rest = fraction.replace(/0+$/, '');
  return (whole.replace(/^\+?0+(?=\d)/, '') || '0') + (rest === '' ? '' : `.${rest}`);
}

/** Whether the year, month and day of a date stand in a text, as far as it has them, in digits or a month by its name. */
export function showsDate(text: string, value: string, { months }: ValueTables): boolean {
  const [digits = '', month, day] = value.replace(/^-/, '').split('-');
  // 1 BC is the year 0.
  const isBefore = value.startsWith('-') || Number(digits) === 0;
  const year = String(Number(digits) + (isBefore ? 1 : 0));
  const words = wordsOf(text).map((word) => word.replace(/^0+(?=\d)/, ''));
  const numbers = words.flatMap((word) => word.match(/^\d+(?=(?:st|nd|rd|th|s)?$)/)?.[0] ?? []);
  const take = (number: string): boolean => {
    const index = numbers.indexOf(String(Number(number)));
    if (index >= 0) numbers.splice(index, 1);
    return index >= 0;
  };
  const hasMonth =
    month === undefined || words.some((word) => months.get(word) === Number(month)) || take(month);
  return (take(year) || isShortEnd(text, year)) && hasMonth && (day === undefined || take(day));
}

/** "1925–30" ends in 1930. */
function isShortEnd(text: string, year: string): boolean {
  return [...text.matchAll(/(\d{2})(\d{2})\s?[-–—]\s?(\d{2})(?!\d)/g)].some(([, century, from, to]) => {
    const isNext = Number(to) < Number(from);
    return `${Number(century) + (isNext ? 1 : 0)}${to}` === year;
  });
}

/** Whether hours, minutes and seconds stand in a text that come to a duration, such as 1 and 56 for PT116M. */
export function showsDuration(text: string, value: string): boolean {
  const wanted = seconds(value);
  const numbers = numbersIn(text).map(({ digits, fraction }) => Number(digits) / 10 ** fraction);
  if (wanted === null) return false;
  return numbers.some((first, i) => {
    const [second = 0, third = 0] = numbers.slice(i + 1);
    const sums = [first * 3600, first * 60, first, first * 3600 + second * 60, first * 60 + second];
    return [...sums, first * 3600 + second * 60 + third].some((sum) => Math.abs(sum - wanted) < 1e-6);
  });
}

/** Whether degrees, and minutes and seconds behind them, stand in a text that come to a place on the globe. */
export function showsDegrees(text: string, value: string): boolean {
  const wanted = value.replace(/^-/, '');
  if (wanted !== value && !/[-−]|\b[SW]\b/i.test(text)) return false;
  const numbers = text.match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.some((degrees, i) => {
    const [minutes, seconds] = numbers.slice(i + 1);
    const angles = [{ degrees }, { degrees, minutes }, { degrees, minutes, seconds }];
    return angles.some((angle) => toDegrees(angle, 180) === wanted);
  });
}

/** https://www.w3.org/TR/xmlschema11-2/#duration, without years and months, which no running time has. */
function seconds(duration: string): number | null {
  const match = /^-?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration);
  if (!match) return null;
  const [days, hours, minutes, rest] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}
