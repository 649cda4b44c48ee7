/**
 * Numbers with a unit of measure: `4,000 feet`, `−12 °C`, `5–10 km`, `6 ft 1+1/2 in`, `about 5 km`, `1.2 million tonnes`,
 * `1e10 m3`; a number alone where it is known otherwise of which unit it is. Units are UN/CEFACT common codes (schema.org's `unitCode`), or words where there is no
 * such code.
 */
import { leadingQualifier } from './count.js';
import { figurePattern, readFigure } from './figure.js';
import { compareNumerals, readNumeral } from './number.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
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

const signed = `[-−+]?\\s?${figurePattern}`;
const single = new RegExp(`^(${signed})\\s*([^\\d\\s].*)?$`);
const range = new RegExp(
  `^(${signed})\\s*([^\\d\\s–—-][^\\d–—]*?)?\\s*(?:[-–—]|\\bto\\b)\\s*(${signed})\\s*([^\\d\\s].*)?$`,
);
const compound = new RegExp(`^(${figurePattern})\\s*([^\\d\\s]+)\\s*(${figurePattern})\\s*([^\\d\\s]+)$`);

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
    const words = text.slice(piece.core.begin, piece.core.end);
    const margin = marginIn(words, piece.core.begin);
    const bare = margin
      ? text.slice(piece.core.begin, margin.begin) + text.slice(margin.end, piece.core.end)
      : words;
    const value = quantityOf(bare, tables, usual);
    if (value) found.push({ ...piece.core, value, notes: margin ? [...piece.notes, margin] : piece.notes });
    else unread.push({ begin: piece.begin, end: piece.end, reason: 'is no number with a known unit' });
  }
  return { found, unread, left };
}

/** How far the true value may be from the one that is given: "± 0.3". */
function marginIn(words: string, from: number): Range | null {
  const match = margin.exec(words);
  if (!match) return null;
  const begin = from + match.index;
  return { begin, end: begin + match[0].length };
}

const margin = /(?<=\d)\s*±\s*\+?\s?\d+(?:\.\d+)?/;

function quantityOf(words: string, tables: ValueTables, usual: string | undefined): Quantity | null {
  const { qualifier, rest } = leadingQualifier(words, tables);
  // "41st" is a rank and no weight in stone.
  if ((qualifier !== null && qualifier !== 'circa') || /\d(?:st|nd|rd|th)$/.test(rest)) return null;
  const isAbout = qualifier === 'circa';
  const unitOf = (word: string | undefined): string | undefined =>
    word === undefined ? usual : findUnit(word, tables);
  const one = single.exec(rest);
  const { power, unit: word } = scaledUnit(one?.[2], tables);
  const value = one && number(one[1], power);
  const unit = one && unitOf(word);
  if (value && unit) return { minimum: value, maximum: value, unit, isAbout };
  return compoundOf(rest, tables, isAbout) ?? rangeOf(rest, unitOf, tables, isAbout);
}

function rangeOf(
  words: string,
  unitOf: (word: string | undefined) => string | undefined,
  tables: ValueTables,
  isAbout: boolean,
): Quantity | null {
  const match = range.exec(words);
  if (!match) return null;
  const { power, unit: word } = scaledUnit(match[4], tables);
  // "1.2–1.5 million km" are both millions.
  const [minimum, maximum] = [number(match[1], power), number(match[3], power)];
  const unit = unitOf(word);
  if (!minimum || !maximum || !unit || (match[2] !== undefined && unitOf(match[2]) !== unit)) return null;
  return isBelow(minimum, maximum) ? { minimum, maximum, unit, isAbout } : null;
}

/** "6 ft 1 in" are 73 inches. */
function compoundOf(words: string, tables: ValueTables, isAbout: boolean): Quantity | null {
  const [, first = '', firstUnit = '', second = '', secondUnit = ''] = compound.exec(words) ?? [];
  const [major, minor] = [readNumeral(first), readFigure(second)];
  const [above, unit] = [findUnit(firstUnit, tables), findUnit(secondUnit, tables)];
  if (!major || !minor || !above || !unit || major.includes('.')) return null;
  const factor = tables.compoundUnits[above]?.[unit];
  if (factor === undefined || compareNumerals(minor, String(factor)) >= 0) return null;
  const [whole = '0', fraction] = minor.split('.');
  const total = String(BigInt(major) * BigInt(factor) + BigInt(whole));
  const value = fraction === undefined ? total : `${total}.${fraction}`;
  return { minimum: value, maximum: value, unit, isAbout };
}

/** Shorter words that multiply a number may be units: "5 m". */
const shortestMultiplier = 4;

/** The word for zeros before a unit, as a power of ten, and the unit. */
function scaledUnit(
  words: string | undefined,
  { multipliers }: ValueTables,
): { readonly power: number; readonly unit: string | undefined } {
  const [whole = '', word = ''] = /^(\p{L}+)(?:\s+|$)/u.exec(words ?? '') ?? [];
  const power = word.length < shortestMultiplier ? undefined : multipliers.get(word.toLowerCase());
  return power === undefined
    ? { power: 0, unit: words }
    : { power, unit: words?.slice(whole.length) || undefined };
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

function number(words: string | undefined, power: number): string | null {
  const digits = (words ?? '').replace(/^[-−+]\s?/, '');
  const value = readFigure(digits, power);
  return value !== null && /^[-−]/.test(words ?? '') && value !== '0' ? `-${value}` : value;
}

function isBelow(a: string, b: string): boolean {
  const [isA, isB] = [a.startsWith('-'), b.startsWith('-')];
  if (isA !== isB) return isA;
  const order = compareNumerals(a.replace('-', ''), b.replace('-', ''));
  return isA ? order > 0 : order < 0;
}
