/** Numbers of XML Schema, exact: no digit of an integer or a decimal is lost. */

export interface Exact {
  readonly digits: bigint;
  /** Digits behind the point. */
  readonly scale: number;
}

export type XsdNumber = Exact | number;

type Bounds = readonly [least: bigint | null, most: bigint | null];

const bits = (width: bigint): Bounds => [-(2n ** (width - 1n)), 2n ** (width - 1n) - 1n];
const unsigned = (width: bigint): Bounds => [0n, 2n ** width - 1n];

/** Integers and those derived of them, with their bounds (https://www.w3.org/TR/xmlschema11-2/#integer). */
const integers: Readonly<Record<string, Bounds>> = {
  integer: [null, null],
  nonNegativeInteger: [0n, null],
  positiveInteger: [1n, null],
  nonPositiveInteger: [null, 0n],
  negativeInteger: [null, -1n],
  long: bits(64n),
  int: bits(32n),
  short: bits(16n),
  byte: bits(8n),
  unsignedLong: unsigned(64n),
  unsignedInt: unsigned(32n),
  unsignedShort: unsigned(16n),
  unsignedByte: unsigned(8n),
};

/** Local names of the datatypes that are numbers. */
export const numberTypes: ReadonlySet<string> = new Set([
  ...Object.keys(integers),
  'decimal',
  'double',
  'float',
]);

/** Digits that a double holds exactly, whatever they are. */
const exactDigits = 15;

/** An integer of few digits; null for all others, and for what is none. Nearly all numbers are such, and read so at once. */
export function readShortInteger(text: string, datatype: string): number | null {
  const bounds = integers[datatype];
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  if (!bounds || text.length === first || text.length - first > exactDigits) return null;
  let size = 0;
  for (let at = first; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return null;
    size = size * 10 + digit;
  }
  const value = first === 1 ? -size : size;
  const [least, most] = bounds;
  return (least === null || value >= least) && (most === null || value <= most) ? value : null;
}

const minus = 45;
const zero = 48;

/** Null if the form is none of the datatype. */
export function readNumber(text: string, datatype: string): XsdNumber | null {
  if (datatype === 'double' || datatype === 'float') return readFloat(text, datatype);
  const [, sign = '', whole = '', part = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text) ?? [];
  if (whole === '' && part === '') return null;
  const bounds = integers[datatype];
  if (bounds && !/^[+-]?\d+$/.test(text)) return null;
  const size = BigInt(whole + part);
  const digits = sign === '-' ? -size : size;
  const [least, most] = bounds ?? [null, null];
  if ((least !== null && digits < least) || (most !== null && digits > most)) return null;
  return { digits, scale: part.length };
}

function readFloat(text: string, datatype: string): number | null {
  const special = { INF: Infinity, '+INF': Infinity, '-INF': -Infinity, NaN: Number.NaN }[text];
  if (special !== undefined) return special;
  if (!/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  return datatype === 'float' ? Math.fround(Number(text)) : Number(text);
}

/**
 * A decimal beside a double is taken for one, as SPARQL does (https://www.w3.org/TR/sparql11-query/#operandDataTypes).
 *
 * @returns null for NaN, which is neither more nor less than anything
 */
export function compareNumbers(a: XsdNumber, b: XsdNumber): number | null {
  if (typeof a === 'number' || typeof b === 'number') {
    const [first, second] = [toDouble(a), toDouble(b)];
    if (Number.isNaN(first) || Number.isNaN(second)) return null;
    return first < second ? -1 : first > second ? 1 : 0;
  }
  const scale = Math.max(a.scale, b.scale);
  const [first, second] = [a, b].map((one) => one.digits * 10n ** BigInt(scale - one.scale)) as [
    bigint,
    bigint,
  ];
  return first < second ? -1 : first > second ? 1 : 0;
}

function toDouble(value: XsdNumber): number {
  return typeof value === 'number' ? value : Number(`${value.digits}e-${value.scale}`);
}
