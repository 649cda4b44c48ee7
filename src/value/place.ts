/** Places that stand beside dates and amounts, and the countries of a field. */
import type { Found, Reading, Unread } from './pieces.js';
import { splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Place {
  /** The country's usual name, or the place as the text writes it. */
  readonly name: string;
  readonly isCountry: boolean;
}

const conjunction = /\s*\/\s*|\s*&\s*|,?\s+and\s+(?:the\s+)?/i;

/** Reads a known country, a known region, or several of them taken together ("US and Canada"). */
export function readPlace(text: string, tables: ValueTables): Place | null {
  const known = knownPlace(text, tables);
  if (known) return known;
  const parts = text.split(conjunction);
  return parts.length > 1 && parts.every((part) => knownPlace(part, tables))
    ? { name: text, isCountry: false }
    : null;
}

function knownPlace(text: string, tables: ValueTables): Place | null {
  const label = text.trim().toLowerCase();
  const country = tables.countries.get(label) ?? tables.countries.get(label.replace(/^the /, ''));
  if (country) return { name: country.name, isCountry: true };
  const region = tables.regions.get(label);
  return region ? { name: region, isCountry: false } : null;
}

/**
 * Reads the countries that a field lists, by their usual names. One that the tables do not know is read where it is
 * written as a name.
 */
export function readCountries(text: string, tables: ValueTables): Reading<Place> {
  const found: Found<Place>[] = [];
  const unread: Unread[] = [];
  for (const piece of splitPieces(text)) {
    const { begin, end } = piece.core;
    for (const part of splitCountries(text, begin, end, tables)) {
      const name = text.slice(part.begin, part.end);
      const place = knownPlace(name, tables) ?? unknownCountry(name);
      if (place) found.push({ ...part, value: place });
      else unread.push({ ...part, reason: 'is no name of a country' });
    }
    if (begin === end) unread.push({ begin: piece.begin, end: piece.end, reason: 'names no country' });
  }
  return { found, unread };
}

/** "Bosnia and Herzegovina" is one, "France and Italy" are two, "Hong Kong/China" are two. */
function splitCountries(text: string, begin: number, end: number, tables: ValueTables) {
  const whole = { begin, end };
  const words = text.slice(begin, end);
  if (words === '') return [];
  if (knownPlace(words, tables)) return [whole];
  const parts: { begin: number; end: number }[] = [];
  let from = begin;
  for (const match of words.matchAll(/\s*\/\s*|\s+&\s+|^and\s+|\s+and\s+|\s*[–—]\s*|\s+-\s+/gi)) {
    if (begin + match.index > from) parts.push({ begin: from, end: begin + match.index });
    from = begin + match.index + match[0].length;
  }
  parts.push({ begin: from, end });
  return parts;
}

const properName = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.'’-]*)){0,5}$/u;

function unknownCountry(text: string): Place | null {
  return properName.test(text) ? { name: text, isCountry: true } : null;
}
