/** Nationalities: `Norwegian`, `[[Norwegians|Norwegian]]`, `Norway`; each is a country. */
import { disambiguator } from '../article/title.js';
import type { Link } from '../article.js';
import type { Place } from './known-place.js';
import { shapeOf } from './linked.js';
import { aroundLinks } from './linked-name.js';
import type { Found, Left, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

/** Reads the countries whose people a field lists. */
export function readNationalities(
  text: string,
  tables: ValueTables,
  links: readonly Link[] = [],
): Reading<Place> {
  const found: Found<Place>[] = [];
  const unread: Unread[] = [];
  const left: Left[] = [];
  const shape = shapeOf({ value: text, links });
  for (const { core, notes, ...piece } of splitPieces(shape, left)) {
    const parts = splitAt(shape, core, tables.separator);
    for (const part of parts) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread.map((one) => ({ ...one, notes: [...(one.notes ?? []), ...notes] })));
      for (const { begin, end, notes: beside } of around.named) {
        const country = countryOf(text.slice(begin, end), tables);
        if (country) found.push({ begin, end, value: country, notes: [...beside, ...notes] });
        else
          unread.push({
            begin,
            end,
            reason: 'is no nationality that is known',
            notes: [...beside, ...notes],
          });
      }
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'is no nationality' });
  }
  return { found, unread, left };
}

function countryOf(words: string, { nationalities, countries }: ValueTables): Place | null {
  const label = words.trim().toLowerCase();
  const country = nationalities.get(label) ?? countries.get(label);
  return country && disambiguator(words) === undefined ? { name: country.name, isCountry: true } : null;
}

/** The country or region that an adjective says: "Norwegian", "North American". */
export function placeOfAdjective(
  words: string,
  { nationalities, regionAdjectives }: ValueTables,
): Place | null {
  const label = words.toLowerCase();
  const country = nationalities.get(label);
  if (country) return { name: country.name, isCountry: true };
  const region = regionAdjectives.get(label);
  return region === undefined ? null : { name: region, isCountry: false };
}
