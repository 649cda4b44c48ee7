/** Places that stand beside dates and amounts, and the countries of a field. */
import type { Found, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

export interface Place {
  /** The country's usual name, or the place as the text writes it. */
  readonly name: string;
  readonly isCountry: boolean;
}

/** Reads a known country, a known region, or several of them taken together ("US/Canada" is United States and Canada). */
export function readPlace(text: string, tables: ValueTables): Place | null {
  const known = knownPlace(text, tables);
  if (known) return known;
  const parts = splitAt(text, { begin: 0, end: text.length }, tables.separator).map(({ begin, end }) =>
    knownPlace(text.slice(begin, end), tables),
  );
  if (parts.length < 2 || parts.includes(null)) return null;
  return { name: parts.map((part) => part?.name).join(' and '), isCountry: false };
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
  for (const { core, notes, ...piece } of splitPieces(text)) {
    // "Bosnia and Herzegovina" is one, "France and Italy" are two.
    const isOne = knownPlace(text.slice(core.begin, core.end), tables) !== null;
    const parts = isOne ? [core] : splitAt(text, core, tables.looseSeparator);
    for (const part of parts) {
      const name = text.slice(part.begin, part.end);
      const place = knownPlace(name, tables) ?? unknownCountry(name);
      if (place) found.push({ ...part, value: place, notes });
      else unread.push({ ...part, reason: 'is no name of a country' });
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no country' });
  }
  return { found, unread };
}

const properName = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.'’-]*)){0,5}$/u;

function unknownCountry(text: string): Place | null {
  return properName.test(text) ? { name: text, isCountry: true } : null;
}
