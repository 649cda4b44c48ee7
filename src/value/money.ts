/**
 * Amounts of money: `HK$15,557,580`, `US$1.2 million`, `₹15 crore`, `$92–145 million`, `Rp 5 billion ($600,000)`.
 *
 * Currencies are ISO 4217 codes. A sign that several countries use is read only where the place named beside the
 * amount, or the subject's countries, leave one meaning; amounts that are not meant exactly stay unread.
 */
import type { Quality } from '../article.js';
import { afterApproximation } from './approximation.js';
import { readAsOf } from './aside.js';
import type { CalendarDate } from './date.js';
import type { Place } from './known-place.js';
import { readPlace } from './known-place.js';
import type { Numeral } from './number.js';
import { compareNumerals, numeralPattern, readNumeral, shifted } from './number.js';
import type { Found, Left, Piece, Range, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { CurrencySign, ValueTables } from './tables.js';

export interface Money {
  /** ISO 4217. */
  readonly currency: string;
  readonly minimum: Numeral;
  /** The same as `minimum` unless the text gives a range. */
  readonly maximum: Numeral;
  /** Where it was earned or spent, as the text says beside the amount. */
  readonly territory?: Found<Place>;
  /** When it was so, as the text says beside the amount, where that is asked for. */
  readonly asOf?: Found<CalendarDate>;
}

/**
 * Reads every amount that a field lists. `countries` are the subject's, by their canonical names.
 *
 * @param isDated whether a date may stand beside an amount
 */
export function readMoney(
  text: string,
  tables: ValueTables,
  countries: readonly string[] = [],
  qualities: readonly Quality[] = [],
  isDated = false,
): Reading<Money> {
  const found: Found<Money>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  const pieces = splitPieces(text, left);
  const broken = pieces.find((piece) => isMultiplier(words(text, piece.core), tables));
  if (broken) return { found, unread: [{ begin: 0, end: text.length, reason: 'is no whole amount' }], left };

  for (const piece of pieces) {
    const reading = readPiece(text, piece, tables, { countries, qualities, left, isDated });
    if (typeof reading === 'string') unread.push({ begin: piece.begin, end: piece.end, reason: reading });
    else found.push(...reading);
  }
  return { found, unread, left };
}

/** The amount, and those in parentheses behind it; or why it cannot be read. */
function readPiece(
  text: string,
  piece: Piece,
  tables: ValueTables,
  {
    countries,
    qualities,
    left,
    isDated,
  }: {
    countries: readonly string[];
    qualities: readonly Quality[];
    left: Left[];
    isDated: boolean;
  },
): Found<Money>[] | string {
  const beside = readNotes(text, piece, tables, left, isDated);
  if (typeof beside === 'string') return beside;
  const { territory, asOf, converted, notes } = beside;
  const hints = territory ? [territory.value.name] : countries;
  const amounts: Found<Money>[] = [];
  for (const range of [piece.core, ...converted]) {
    const told = currencyOf(range, qualities);
    const amount = parseAmount(words(text, range), tables) ?? bareAmount(words(text, range), told, tables);
    if (!amount) return 'is no amount of money with a currency';
    const currency = told ?? meaningOf(amount.sign, hints, tables);
    if (!currency) return `does not say which currency "${amount.sign.sign}" is`;
    const { minimum, maximum } = amount;
    const value: Money = {
      currency,
      minimum,
      maximum,
      ...(territory ? { territory } : {}),
      ...(asOf ? { asOf } : {}),
    };
    const isFirst = amounts.length === 0;
    amounts.push({ begin: range.begin, end: range.end, value, ...(isFirst ? { notes } : {}) });
  }
  return amounts;
}

interface MoneyNotes {
  readonly territory: Found<Place> | undefined;
  readonly asOf: Found<CalendarDate> | undefined;
  /** The same amount in other money. */
  readonly converted: readonly Range[];
  readonly notes: readonly Range[];
}

/** What stands in parentheses beside an amount; or why the amount cannot be read for it. */
function readNotes(
  text: string,
  piece: Piece,
  tables: ValueTables,
  left: Left[],
  isDated: boolean,
): MoneyNotes | string {
  let territory: Found<Place> | undefined;
  let asOf: Found<CalendarDate> | undefined;
  const converted: Range[] = [];
  const notes: Range[] = [];
  for (const note of piece.notes) {
    const said = words(text, note);
    const place = readPlace(said, tables);
    const date = isDated ? readAsOf(said, tables) : null;
    if (date) asOf = { ...note, value: date };
    else if (isEquivalent(said, tables)) notes.push(note);
    else if (place) territory = { ...note, value: place };
    else if (/\d/.test(said) && parseAmount(said, tables)) converted.push(note);
    else if (tables.neutralMoneyNotes.has(said.toLowerCase())) left.push({ ...note, rule: 'neutral-note' });
    else return `is qualified by "${said}"`;
  }
  return { territory, asOf, converted, notes };
}

/** What the source says that an amount's currency is: `{{JPY|5 million}}` are yen wherever they stand. */
function currencyOf({ begin, end }: Range, qualities: readonly Quality[]): string | undefined {
  return qualities.find((quality) => quality.begin <= begin && end <= quality.end && quality.currency)
    ?.currency;
}

/** A number without a sign, of a currency that the source says otherwise. */
function bareAmount(text: string, currency: string | undefined, tables: ValueTables): Amount | null {
  if (currency === undefined) return null;
  return rangeOf(text, { sign: currency, candidates: [currency], shared: false }, tables);
}

/** Whether the whole of a text is an amount of money. */
export function isAmount(text: string, tables: ValueTables): boolean {
  return parseAmount(text, tables) !== null;
}

/** Whether a note says what the amount would about be in other money or at another time. */
function isEquivalent(note: string, tables: ValueTables): boolean {
  if (tables.equivalentMoneyNotes.some((start) => note.toLowerCase().startsWith(start))) return true;
  const rest = afterApproximation(note, tables);
  return rest !== null && parseAmount(rest, tables) !== null;
}

interface Amount {
  readonly sign: CurrencySign;
  readonly minimum: Numeral;
  readonly maximum: Numeral;
}

const figure = `(${numeralPattern})(?:\\s*([\\p{L}]+)\\.?)?`;
const dash = '\\s*(?:[-–—]|\\bto\\b)\\s*';
const amountPattern = new RegExp(`^${figure}(?:${dash}${figure})?$`, 'u');

/** `[sign] number [multiplier]`, with the sign before or after, or a range of these. */
function parseAmount(text: string, tables: ValueTables): Amount | null {
  const words = text.replace(/^(?:est\.?|estimated)\s+/i, '').trim();
  const sign = signBefore(words, tables);
  if (sign) {
    const rest = words.slice(sign.sign.length).trim();
    // Both ends of a range may carry the sign: "$10 million–$15 million".
    return rangeOf(
      rest
        .split(sign.sign)
        .map((part) => part.trim())
        .join(' ')
        .trim(),
      sign,
      tables,
    );
  }
  const after = signAfter(words, tables);
  return after ? rangeOf(words.slice(0, words.length - after.sign.length).trim(), after, tables) : null;
}

function rangeOf(text: string, sign: CurrencySign, tables: ValueTables): Amount | null {
  const match = amountPattern.exec(text);
  if (!match) return null;
  const [first, firstWord, second, secondWord] = match.slice(1);
  const power = (word: string | undefined): number | undefined =>
    word === undefined ? 0 : tables.multipliers.get(word.toLowerCase());
  const secondPower = power(secondWord);
  // "$92–145 million": what multiplies the second number multiplies the first.
  const firstPower = second !== undefined && firstWord === undefined ? secondPower : power(firstWord);
  if (firstPower === undefined || secondPower === undefined) return null;
  const minimum = scaled(first as string, firstPower);
  const maximum = second === undefined ? minimum : scaled(second, secondPower);
  if (minimum === null || maximum === null) return null;
  if (second !== undefined && compareNumerals(minimum, maximum) >= 0) return null;
  return { sign, minimum, maximum };
}

/** `12.500` by itself has no use as money but in countries whose thousands are parted by points. */
function scaled(digits: string, power: number): Numeral | null {
  if (power === 0 && /^\d{1,3}\.\d{3}$/.test(digits)) return null;
  const numeral = readNumeral(digits);
  return numeral === null ? null : shifted(numeral, power);
}

function signBefore(text: string, tables: ValueTables): CurrencySign | null {
  const code = /^([A-Z]{3})(?=[\s\d])/.exec(text)?.[1];
  if (code && tables.currencyCodes.has(code)) return { sign: code, candidates: [code], shared: false };
  return (
    tables.currencySigns.find(
      ({ sign }) => text.startsWith(sign) && /^\s*\d/.test(text.slice(sign.length)),
    ) ?? null
  );
}

function signAfter(text: string, tables: ValueTables): CurrencySign | null {
  const code = /(?<=[\s\d])([A-Z]{3})$/.exec(text)?.[1];
  if (code && tables.currencyCodes.has(code)) return { sign: code, candidates: [code], shared: false };
  return (
    tables.currencySigns.find(
      ({ sign }) => text.endsWith(sign) && /[\s\d]$/.test(text.slice(0, -sign.length)),
    ) ?? null
  );
}

/** The one currency that a sign means here; null where that is not certain. */
function meaningOf(sign: CurrencySign, places: readonly string[], tables: ValueTables): string | null {
  if (!sign.shared) return sign.candidates[0] ?? null;
  const used = new Set<string>();
  for (const place of places) {
    for (const currency of tables.countries.get(place.toLowerCase())?.currencies ?? []) {
      if (sign.candidates.includes(currency)) used.add(currency);
    }
  }
  if (sign.usual) return used.size === 0 || used.has(sign.usual) ? sign.usual : null;
  return used.size === 1 ? ([...used][0] ?? null) : null;
}

function isMultiplier(text: string, tables: ValueTables): boolean {
  return tables.multipliers.has(text.toLowerCase());
}

function words(text: string, range: Range): string {
  return text.slice(range.begin, range.end);
}
