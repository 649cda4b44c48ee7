/** Places in others: `Paris, Texas`, `Oslo, Norway`. */

import type { Place } from './known-place.js';
import { linkedPlace, partPlace } from './known-place.js';
import { isName } from './name.js';
import { namesNothing } from './nothing.js';
import type { Found } from './pieces.js';
import type { CountryPart, ValueTables } from './tables.js';

/** What stands before a comma, and what follows it. */
export interface Sides {
  readonly words: string;
  /** Title of the page that they link to. */
  readonly target: string | undefined;
  readonly outer: Found<Place>;
  readonly isOuterLinked: boolean;
  /** Whether further countries follow: then the words may be one more of the list. */
  readonly isListed: boolean;
}

/** The place that words name in the one that follows them; null where that is not known to contain it. */
export function placeIn(sides: Sides, tables: ValueTables): Place | null {
  const { words, target, outer } = sides;
  if (!target && (namesNothing(words, tables) || !isName(words, 'person', tables))) return null;
  const part = partOf(outer.value, tables);
  if (part) return placeInPart(sides, part, tables);
  return outer.value.isCountry ? placeInCountry(sides, tables) : null;
}

function placeInPart(
  { words, target, outer, isOuterLinked }: Sides,
  part: CountryPart,
  tables: ValueTables,
): Place | null {
  const lower = words.toLowerCase();
  const city = tables.cities.get(lower);
  const isOne = tables.regions.has(`${lower}, ${part.name.toLowerCase()}`);
  const isOther = tables.countries.has(lower) || (tables.parts.has(lower) && city?.part !== part.name);
  if (isOther && !isOne) return null;
  const within = isOuterLinked ? outer : { ...outer, value: { ...outer.value, ...partPlace(part) } };
  // "[[Paris, Texas|Paris]], [[Texas]]"
  if (target !== undefined)
    return target.endsWith(`, ${part.name}`) ? { ...linkedPlace(words, target, tables), within } : null;
  const isKnown = city?.country === part.country && (city.part === null || city.part === part.name);
  if (isKnown) return { name: words, isCountry: false, within };
  // A place named so elsewhere is another, and its title says so.
  if (part.qualified) return { name: `${words}, ${part.name}`, isCountry: false, within };
  return city ? null : { name: words, isCountry: false, within };
}

function placeInCountry({ words, target, outer, isListed }: Sides, tables: ValueTables): Place | null {
  const lower = words.toLowerCase();
  const city = tables.cities.get(lower);
  const part = tables.parts.get(lower);
  const country = outer.value.name;
  if (part) return part.country === country ? { ...partPlace(part), within: outer } : null;
  if (tables.countries.has(lower) || (tables.regions.has(lower) && !city)) return null;
  if (city ? city.country !== country : isListed) return null;
  const place = target === undefined ? { name: words, isCountry: false } : linkedPlace(words, target, tables);
  return { ...place, within: outer };
}

/** The part of a country that a place is. */
function partOf({ name, title = name, isCountry }: Place, tables: ValueTables): CountryPart | undefined {
  const part = isCountry ? undefined : tables.parts.get(name.toLowerCase());
  return part && (title === part.title || title === part.name) ? part : undefined;
}
