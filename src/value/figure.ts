/**
 * Numbers as measures write them, without rounding: `1,234.5`, `6+1/2`, `6 1/2`, `6½`, `1e10`, `1.2×10^6`. A fraction that has no
 * end, such as a third, is none of them.
 */
import type { Numeral } from './number.js';
import { numeralPattern, readNumeral, shifted } from './number.js';

const signs: Readonly<Record<string, string>> = {
  '½': '5',
  '¼': '25',
  '¾': '75',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
  '⅕': '2',
  '⅖': '4',
  '⅗': '6',
  '⅘': '8',
};

const common = String.raw`(?:[+\s]\s?\d{1,3}[/⁄]\d{1,3}|\s?[${Object.keys(signs).join('')}])(?!\d)`;
const exponent = String.raw`(?:e\+?\d{1,2}|\s?[×x]\s?10\^\d{1,2})(?!\d)`;

/** Source of a regular expression: a number, and a fraction or a power of ten behind it. */
export const figurePattern = `(?:${numeralPattern})(?:${common}|${exponent})?`;

const figure = new RegExp(`^(${numeralPattern})(${common})?(${exponent})?$`);

/**
 * Reads a figure; null where it is none.
 *
 * @param power of ten by which words behind it multiply it
 */
export function readFigure(words: string, power = 0): Numeral | null {
  const [, whole = '', fraction, exponent] = figure.exec(words) ?? [];
  const value = readNumeral(whole);
  if (value === null) return null;
  const decimals = fraction === undefined ? '' : decimalsOf(fraction);
  if (decimals === null || (fraction !== undefined && value.includes('.'))) return null;
  const exact = fraction === undefined ? value : `${value}.${decimals}`;
  return shifted(exact, power + Number(/\d+$/.exec(exponent ?? '')?.[0] ?? 0));
}

/** The digits behind the point of a fraction below one; null where it has no end or is none. */
function decimalsOf(words: string): string | null {
  const sign = signs[words.trim().slice(-1)];
  if (sign !== undefined) return sign;
  const [above = 0, below = 0] = words.split(/[/⁄]/).map((part) => Number(part.replace(/\D/g, '')));
  if (above === 0 || above >= below) return null;
  const scaled = (above * 1_000_000) / below;
  return Number.isInteger(scaled) ? String(scaled).padStart(6, '0').replace(/0+$/, '') : null;
}
