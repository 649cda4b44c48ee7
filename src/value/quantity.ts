/**
 * Numbers with a unit of measure: `4,000 feet`, `−12 °C`, `5–10 km`, `6 ft 1 in`, `about 5 km`; a number alone where it is
 * known otherwise of which unit it is. Units are UN/CEFACT common codes (schema.org's `unitCode`), or words where there is no
 * such code.
 */
import { leadingQualifier } from './count.js';
import type { Numeral } from './number.js';
import { compareNumerals, numeralPattern, readNumeral } from './number.js';
import type { Found, Left, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Quantity {
  /** With a minus sign below zero. */
  readonly minimum: string;
  /** The same as `minimum` unless the text gives a range. */
  readonly maximum: string;
  /** UN/CEFACT Recommendation 20, or what the unit is called where that has no code. */
  readonly unit: string;
  readonly isAbout: boolean;
}

const signed = `[-−+]?\\s?${numeralPattern}`;
const single = new RegExp(`^(${signed})\\s*([^\\d\\s].*)?$`);
const range = new RegExp(
  `^(${signed})\\s*([^\\d\\s–—-][^\\d–—]*?)?\\s*(?:[-–—]|\\bto\\b)\\s*(${signed})\\s*([^\\d\\s].*)?$`,
);
const compound = new RegExp(`^(${numeralPattern})\\s*([^\\d\\s]+)\\s*(${numeralPattern})\\s*([^\\d\\s]+)$`);

/**
 * Reads every quantity that a field lists. A number without a known unit stays unread.
 *
 * @param usual unit of a number that stands alone
 */
export function readQuantities(text: string, tables: ValueTables, usual?: string): Reading<Quantity> {
  const found: Found<Quantity>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  for (const piece of splitPieces(text, left)) {
    const value = quantityOf(text.slice(piece.core.begin, piece.core.end), tables, usual);
    if (value) found.push({ ...piece.core, value, notes: piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no number with a known unit' });
  }
  return { found, unread, left };
}

function quantityOf(words: string, tables: ValueTables, usual: string | undefined): Quantity | null {
  const { qualifier, rest } = leadingQualifier(words, tables);
  // "41st" is a rank and no weight in stone.
  if ((qualifier !== null && qualifier !== 'circa') || /\d(?:st|nd|rd|th)$/.test(rest)) return null;
  const isAbout = qualifier === 'circa';
  const unitOf = (word: string | undefined): string | undefined =>
    word === undefined ? usual : findUnit(word, tables);
  const one = single.exec(rest);
  const value = one && number(one[1]);
  const unit = one && unitOf(one[2]);
  if (value && unit) return { minimum: value, maximum: value, unit, isAbout };
  return compoundOf(rest, tables, isAbout) ?? rangeOf(rest, unitOf, isAbout);
}

function rangeOf(
  words: string,
  unitOf: (word: string | undefined) => string | undefined,
  isAbout: boolean,
): Quantity | null {
  const match = range.exec(words);
  if (!match) return null;
  const [minimum, maximum] = [number(match[1]), number(match[3])];
  const unit = unitOf(match[4]);
  if (!minimum || !maximum || !unit || (match[2] !== undefined && unitOf(match[2]) !== unit)) return null;
  return isBelow(minimum, maximum) ? { minimum, maximum, unit, isAbout } : null;
}

/** "6 ft 1 in" are 73 inches. */
function compoundOf(words: string, tables: ValueTables, isAbout: boolean): Quantity | null {
  const [, first = '', firstUnit = '', second = '', secondUnit = ''] = compound.exec(words) ?? [];
  const [major, minor] = [readNumeral(first), readNumeral(second)];
  const [above, unit] = [findUnit(firstUnit, tables), findUnit(secondUnit, tables)];
  if (!major || !minor || !above || !unit || major.includes('.')) return null;
  const factor = tables.compoundUnits[above]?.[unit];
  if (factor === undefined || compareNumerals(minor, String(factor)) >= 0) return null;
  const [whole = '0', fraction] = minor.split('.');
  const total = String(BigInt(major) * BigInt(factor) + BigInt(whole));
  const value = fraction === undefined ? total : `${total}.${fraction}`;
  return { minimum: value, maximum: value, unit, isAbout };
}

/** The unit that a word or a code means. */
export function findUnit(word: string, { units }: ValueTables): string | undefined {
  const bare = word.trim();
  return units.get(bare) ?? units.get(bare.replace(/\.$/, '')) ?? units.get(bare.toLowerCase());
}

/**
 * The unit that ends the name of a parameter: `area_km2`, `length_sq_mi`.
 *
 * @param before a sign before the unit, such as `/` of `/km2`
 */
export function unitOfLabel(label: string, tables: ValueTables, before = ''): string | undefined {
  const parts = label.trim().split(/[\s_-]+/);
  for (const length of [2, 1]) {
    if (parts.length <= length) continue;
    const unit = findUnit(before + parts.slice(-length).join(' '), tables);
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Whether a unit is a code and not words. */
export function isUnitCode(unit: string): boolean {
  return /^[A-Z0-9]{2,3}$/.test(unit);
}

function number(words: string | undefined): string | null {
  const digits = (words ?? '').replace(/^[-−+]\s?/, '');
  const value: Numeral | null = readNumeral(digits);
  return value !== null && /^[-−]/.test(words ?? '') && value !== '0' ? `-${value}` : value;
}

function isBelow(a: string, b: string): boolean {
  const [isA, isB] = [a.startsWith('-'), b.startsWith('-')];
  if (isA !== isB) return isA;
  const order = compareNumerals(a.replace('-', ''), b.replace('-', ''));
  return isA ? order > 0 : order < 0;
}
