/**
 * Places on the globe: `57°18′22″N 4°27′32″E`, `46.0886°N 64.7765°W`, `-12.5, 130.8`.
 *
 * Degrees are decimal numerals. What is written in degrees is taken as it is; minutes and seconds are turned into as many
 * decimals as they are exact to, without floating point numbers.
 */
import type { Numeral } from './number.js';

export interface Coordinates {
  /** With a minus sign for the south and the west. */
  readonly latitude: string;
  readonly longitude: string;
}

/** An angle as its parts give it. */
export interface Angle {
  readonly degrees: string;
  readonly minutes?: string | undefined;
  readonly seconds?: string | undefined;
  /** N, S, E or W. */
  readonly side?: string | undefined;
}

const number = String.raw`\d{1,3}(?:\.\d+)?`;
const angle = String.raw`([-−+]?${number})\s*°?(?:\s*(${number})\s*[′'’](?:\s*(${number})\s*(?:[″"”]|′′|''))?)?\s*([NSEW])?`;
const pair = new RegExp(`^${angle}\\s*[,;/]?\\s*${angle}$`);

/** The place that the whole of a text gives. */
export function readCoordinates(text: string): Coordinates | null {
  const match = pair.exec(text.trim());
  if (!match) return null;
  const [, d1 = '', m1, s1, side1, d2 = '', m2, s2, side2] = match;
  // "57 4" may be anything.
  if (side1 === undefined && !/[.°]/.test(d1 + d2) && !text.includes('°')) return null;
  return toCoordinates(
    { degrees: d1, minutes: m1, seconds: s1, side: side1 },
    { degrees: d2, minutes: m2, seconds: s2, side: side2 },
  );
}

export function toCoordinates(first: Angle, second: Angle): Coordinates | null {
  const sides = `${first.side ?? ''}${second.side ?? ''}`.toUpperCase();
  const isPair = sides === '' || /^[NS][EW]$/.test(sides) || /^[EW][NS]$/.test(sides);
  if (!isPair) return null;
  const [north, east] = /^[EW]/.test(sides) ? [second, first] : [first, second];
  const [latitude, longitude] = [toDegrees(north, 90), toDegrees(east, 180)];
  return latitude === null || longitude === null ? null : { latitude, longitude };
}

/** Decimals of a degree that a minute, and a second, are exact to. */
const decimals = { degrees: 0, minutes: 4, seconds: 6 };

/** Null where it is more than the globe has. */
export function toDegrees({ degrees, minutes, seconds, side = '' }: Angle, most: number): Numeral | null {
  const parts = [degrees.replace(/^[-−+]/, ''), minutes || '0', seconds || '0'];
  if (!parts.every((part) => /^\d{1,3}(?:\.\d+)?$/.test(part))) return null;
  const [d = '0', m = '0', s = '0'] = parts;
  if (Number(m) >= 60 || Number(s) >= 60) return null;
  const isSigned = /^[-−]/.test(degrees);
  if (isSigned && side !== '') return null;
  const isNegative = isSigned || /^[SW]$/i.test(side);
  const finest = seconds ? 'seconds' : minutes ? 'minutes' : 'degrees';
  const given = fractionOf(seconds || minutes || degrees);
  const places = finest === 'degrees' ? given : decimals[finest] + given;
  // Seconds of arc times ten to the power of the longest fraction.
  const scale = 10n ** BigInt(Math.max(...parts.map(fractionOf)));
  const total = scaled(d, scale) * 3600n + scaled(m, scale) * 60n + scaled(s, scale);
  if (total > BigInt(most) * 3600n * scale) return null;
  const unit = 10n ** BigInt(places);
  const rounded = (total * unit * 2n + 3600n * scale) / (2n * 3600n * scale);
  const digits = rounded.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const value = places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
  return isNegative && rounded !== 0n ? `-${value}` : value;
}

function fractionOf(digits: string): number {
  return digits.split('.')[1]?.length ?? 0;
}

function scaled(digits: string, scale: bigint): bigint {
  const [whole = '0', fraction = ''] = digits.split('.');
  const power = scale.toString().length - 1;
  return BigInt(whole + fraction.padEnd(power, '0'));
}
