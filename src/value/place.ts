/** Places of fields, dates, amounts and sentences. */
import type { Text } from '../article.js';
import { placeIn } from './contained-place.js';
import type { Place } from './known-place.js';
import { knownPlace, linkedPlace, partPlace, targetOf, toldCountry } from './known-place.js';
import { shapeOf } from './linked.js';
import { aroundLinks } from './linked-name.js';
import { isName } from './name.js';
import { namesNothing } from './nothing.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { CountryPart, ValueTables } from './tables.js';

/** A part of a list, and whether nothing but a comma stands before it. */
interface Unit extends Range {
  readonly notes: readonly Range[];
  readonly behindComma: boolean;
}

export interface PlaceHints extends Pick<Text, 'links' | 'qualities'> {
  /** Names of the subject's countries: they tell whether Georgia is a country or a state. */
  readonly countries?: readonly string[];
}

/**
 * Reads the places that a text lists. A comma means "in" only where what follows is known to contain what stands before:
 * "Paris, Texas" is one place, "Norway, Denmark and Sweden" are three.
 */
export function readPlaces(text: string, tables: ValueTables, hints: PlaceHints = {}): Reading<Place> {
  const { links = [] } = hints;
  const unread: Unread[] = [];
  const left: Left[] = [];
  const units = unitsOf(text, shapeOf({ value: text, links }), tables, { unread, left });
  const shared = namesShared(text, units, tables, hints);
  const read = units.map((unit) => (shared.has(unit) ? null : placeAt(text, unit, tables, hints)));
  const found: Found<Place>[] = [];
  // From the right, so that what contains a place is known before it.
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i] as Unit;
    if (shared.has(unit)) {
      unread.push({ ...unit, reason: 'shares a noun with other names' });
      continue;
    }
    const whole = insideNext(text, units, i, found[0], tables, hints);
    if (whole) {
      found[0] = whole;
      continue;
    }
    const before = unit.behindComma ? units[i - 1] : undefined;
    const place = (before && toldByCity(text, before, unit, tables)) ?? read[i];
    if (place) found.unshift({ begin: unit.begin, end: unit.end, value: place, notes: unit.notes });
    else if (before && isAmbiguous(text, unit, tables) && read[i - 1]?.isCountry === false) {
      // "Tbilisi, Georgia": whatever Georgia is, this is what the place is called.
      const inner = text.slice(before.begin, before.end);
      const title = targetOf(before, hints.links ?? []);
      const name = `${inner}, ${text.slice(unit.begin, unit.end)}`;
      const value =
        title === undefined ? { name, isCountry: false } : { name: inner, isCountry: false, title };
      found.unshift({ begin: before.begin, end: unit.end, value, notes: unit.notes });
      i--;
    } else {
      const { begin, end, notes } = unit;
      unread.push({ begin, end, reason: whyNoPlace(text, unit, tables), notes });
    }
  }
  return { found, unread, left };
}

/** Names to which one noun belongs together: "Salt and Stone Oceans". A link is a name by itself. */
function namesShared(
  text: string,
  units: readonly Unit[],
  { sharedNouns, conjunctions }: ValueTables,
  { links = [] }: PlaceHints,
): ReadonlySet<Unit> {
  const shared = new Set<Unit>();
  for (const [i, unit] of units.entries()) {
    const before = units[i - 1];
    const noun = /\s(\S+)$/.exec(text.slice(unit.begin, unit.end))?.[1]?.toLowerCase() ?? '';
    if (!before || !sharedNouns.has(noun)) continue;
    if (!conjunctions.has(text.slice(before.end, unit.begin).trim().toLowerCase())) continue;
    for (const one of [before, unit]) if (targetOf(one, links) === undefined) shared.add(one);
  }
  return shared;
}

function isAmbiguous(text: string, { begin, end }: Range, { countries, parts }: ValueTables): boolean {
  const lower = text.slice(begin, end).toLowerCase();
  const part = parts.get(lower);
  // Scotland is the same as a country and as a part of one.
  return part !== undefined && countries.get(lower)?.name !== part.title && countries.has(lower);
}

/** "Atlanta, Georgia" is in the state. */
function toldByCity(text: string, before: Range, unit: Range, tables: ValueTables): Place | null {
  const part = tables.parts.get(text.slice(unit.begin, unit.end).toLowerCase());
  const city = tables.cities.get(text.slice(before.begin, before.end).toLowerCase());
  return part && city?.part === part.name && isAmbiguous(text, unit, tables) ? partPlace(part) : null;
}

function whyNoPlace(text: string, { begin, end }: Range, tables: ValueTables): string {
  const words = text.slice(begin, end);
  if (namesNothing(words, tables)) return 'names no place';
  return tables.countries.has(words.toLowerCase())
    ? 'may be a country or a part of one'
    : 'is no name of a place';
}

function unitsOf(
  text: string,
  shape: string,
  tables: ValueTables,
  { unread, left }: { readonly unread: Unread[]; readonly left: Left[] },
): Unit[] {
  const units: Unit[] = [];
  let last = 0;
  for (const { core, notes, ...piece } of splitPieces(shape, left)) {
    const words = text.slice(core.begin, core.end);
    const isOne = knownPlace(words, tables) !== null || namesNothing(words, tables);
    const parts = isOne ? [core] : splitAt(shape, core, tables.separator, left);
    for (const [i, part] of parts.entries()) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread);
      left.push(...around.left);
      for (const [k, { begin, end, notes: beside }] of around.named.entries()) {
        const isFirst = i === 0 && k === 0;
        const behindComma = isFirst && /^[)\s]*,\s*(?:the\s+)?$/i.test(text.slice(last, begin));
        const named = withoutArticle(text, begin, end);
        left.push({ begin, end: named.begin, rule: 'article' });
        units.push({ ...named, notes: [...beside, ...notes], behindComma });
        last = end;
      }
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no place' });
  }
  return units;
}

/** "the Alps" are called Alps. */
function withoutArticle(text: string, begin: number, end: number): Range {
  const article = /^the\s+/i.exec(text.slice(begin, end))?.[0].length ?? 0;
  return { begin: begin + article, end };
}

function placeAt(text: string, unit: Range, tables: ValueTables, hints: PlaceHints): Place | null {
  const words = text.slice(unit.begin, unit.end);
  const told = toldCountry(unit, hints.qualities ?? [], tables);
  if (told) return told;
  const target = targetOf(unit, hints.links ?? []);
  if (target !== undefined) return linkedPlace(words, target, tables);
  if (namesNothing(words, tables)) return null;
  const known = knownPlace(words, tables) ?? countryBehindCode(words, tables);
  const part = tables.parts.get(words.toLowerCase());
  if (known?.isCountry && part && part.title !== known.name) return ambiguousPlace(known, part, hints);
  if (known) return known;
  // Washington alone may be the city.
  if (part) return { name: part.name, isCountry: false };
  return isName(words, 'person', tables) ? { name: words, isCountry: false } : null;
}

/** "PR USA" lies in the United States, whatever PR is. */
function countryBehindCode(words: string, tables: ValueTables): Place | null {
  const behind = /^\p{Lu}{2,3}\s+(\p{Lu}.*)$/u.exec(words)?.[1];
  const place = behind === undefined ? null : knownPlace(behind, tables);
  return place?.isCountry ? place : null;
}

/** Georgia is a country and a state: the subject's countries tell which. */
function ambiguousPlace(country: Place, part: CountryPart, { countries = [] }: PlaceHints): Place | null {
  if (countries.includes(country.name)) return country;
  return countries.includes(part.country) ? partPlace(part) : null;
}

/** A unit in the one that follows it behind a comma, where that is known to contain it. */
function insideNext(
  text: string,
  units: readonly Unit[],
  at: number,
  outer: Found<Place> | undefined,
  tables: ValueTables,
  hints: PlaceHints,
): Found<Place> | null {
  const [unit, next, third] = units.slice(at, at + 3) as [Unit, Unit | undefined, Unit | undefined];
  if (!next?.behindComma || outer?.begin !== next.begin) return null;
  const { links = [] } = hints;
  const isCountry = third && placeAt(text, third, tables, hints)?.isCountry === true;
  const value = placeIn(
    {
      words: text.slice(unit.begin, unit.end),
      target: targetOf(unit, links),
      outer,
      isOuterLinked: targetOf(outer, links) !== undefined,
      isListed: isCountry === true && outer.value.within === undefined,
    },
    tables,
  );
  // The words of "Paris, Texas" are all of it.
  const end = value?.name.includes(',') ? outer.end : unit.end;
  return value && { begin: unit.begin, end, value, notes: [...unit.notes, ...(outer.notes ?? [])] };
}
