/** Places of fields, dates, amounts and sentences, and the countries of a field. */
import { disambiguator } from '../article/title.js';
import type { Link, Quality, Text } from '../article.js';
import { linksIn, shapeOf } from './linked.js';
import { aroundLinks } from './linked-name.js';
import { isName } from './name.js';
import { namesNothing } from './nothing.js';
import type { Found, Range, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { CountryPart, ValueTables } from './tables.js';

export interface Place {
  /** The country's usual name, or the place as the text writes it. */
  readonly name: string;
  readonly isCountry: boolean;
  /** Title of its page where that is not its name. */
  readonly title?: string;
  /** The place around it, as the text says: "Oslo, Norway". */
  readonly within?: Found<Place>;
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
 * written as a name; one that links to a page of its own is what the page is about: `[[British Raj|India]]`.
 */
export function readCountries(
  text: string,
  tables: ValueTables,
  { links = [], qualities = [] }: Pick<Text, 'links' | 'qualities'> = {},
): Reading<Place> {
  const found: Found<Place>[] = [];
  const unread: Unread[] = [];
  const shape = shapeOf({ value: text, links });
  for (const { core, notes, ...piece } of splitPieces(shape)) {
    // "Bosnia and Herzegovina" is one, "France and Italy" are two.
    const isOne = knownPlace(text.slice(core.begin, core.end), tables) !== null;
    const parts = isOne ? [core] : splitAt(shape, core, tables.looseSeparator);
    for (const part of parts) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread);
      for (const { begin, end, notes: beside } of around.named) {
        const place =
          toldCountry({ begin, end }, qualities, tables) ?? countryAt(text, { begin, end }, tables, links);
        if (place) found.push({ begin, end, value: place, notes: [...beside, ...notes] });
        else unread.push({ begin, end, reason: 'is no name of a country' });
      }
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no country' });
  }
  return { found, unread };
}

/** What the source says that words name: `{{flag|NOR}}`. */
function toldCountry(
  { begin, end }: Range,
  qualities: readonly Quality[],
  tables: ValueTables,
): Place | null {
  const told = qualities.find((quality) => quality.begin === begin && quality.end === end)?.country;
  if (told === undefined) return null;
  return { name: tables.countries.get(told.toLowerCase())?.name ?? told, isCountry: true };
}

function countryAt(text: string, range: Range, tables: ValueTables, links: readonly Link[]): Place | null {
  const name = text.slice(range.begin, range.end);
  const target = targetOf(range, links);
  if (target !== undefined) return linkedCountry(name, target, tables);
  return knownPlace(name, tables) ?? unknownCountry(name, tables);
}

const properName = /^\p{Lu}[\p{L}.'’-]*(?:\s+(?:of|the|and|\p{Lu}[\p{L}.'’-]*)){0,5}$/u;

/** A code that the tables do not know names nothing that is known, and names side by side are no name. */
function unknownCountry(text: string, tables: ValueTables): Place | null {
  if (!properName.test(text) || /^\p{Lu}{1,4}$/u.test(text)) return null;
  const words = text.split(/\s+/);
  const isSeveral = words.some(
    (_, i) =>
      i > 0 &&
      knownPlace(words.slice(0, i).join(' '), tables) !== null &&
      knownPlace(words.slice(i).join(' '), tables) !== null,
  );
  return isSeveral ? null : { name: text, isCountry: true };
}

/** Pages about something of a country: `[[Cinema of Norway|Norway]]`. */
const aboutCountry =
  /^(?:Cinema|Films?|Film industry|Culture|Flag|Television|List|Portal|Category)\b.*\b(?:of|in)\b/i;

function linkedCountry(words: string, target: string, tables: ValueTables): Place | null {
  const title = target.replace(/#.*$/, '').trim();
  const shown = knownPlace(words, tables);
  const known = tables.countries.get(title.toLowerCase());
  if (known) return { name: known.name, isCountry: true };
  if (title === '' || aboutCountry.test(title)) return shown;
  const inside = disambiguator(title);
  const name = inside === undefined ? title : title.slice(0, -(inside.length + 2)).trimEnd();
  return { name, isCountry: true, title };
}

/** Title of the page that a range links to as a whole; links side by side to one page are one link. */
function targetOf({ begin, end }: Range, links: readonly Link[]): string | undefined {
  return links.find((link) => link.begin === begin && link.end <= end && link.target !== undefined)?.target;
}

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
  const units = unitsOf(text, shapeOf({ value: text, links }), tables, unread);
  const read = units.map((unit) => placeAt(text, unit, tables, hints));
  const found: Found<Place>[] = [];
  // From the right, so that what contains a place is known before it.
  for (let i = units.length - 1; i >= 0; i--) {
    const unit = units[i] as Unit;
    const place = read[i];
    const next = units[i + 1];
    const outer = next?.behindComma ? found[0] : undefined;
    if (outer && outer.begin === next?.begin) {
      const isListed = isListOfCountries(units, i + 1, read);
      const inner = containedIn(text, unit, outer, tables, { isListed, hints });
      if (inner) {
        found[0] = inner;
        continue;
      }
    }
    const before = unit.behindComma ? units[i - 1] : undefined;
    const told = before && toldByCity(text, before, unit, tables);
    if (told) found.unshift({ begin: unit.begin, end: unit.end, value: told, notes: unit.notes });
    else if (place) found.unshift({ begin: unit.begin, end: unit.end, value: place, notes: unit.notes });
    else if (before && isAmbiguous(text, unit, tables) && read[i - 1]?.isCountry === false) {
      // "Tbilisi, Georgia": whatever Georgia is, this is what the place is called.
      const name = `${text.slice(before.begin, before.end)}, ${text.slice(unit.begin, unit.end)}`;
      found.unshift({
        begin: before.begin,
        end: unit.end,
        value: { name, isCountry: false },
        notes: unit.notes,
      });
      i--;
    } else unread.push({ begin: unit.begin, end: unit.end, reason: whyNoPlace(text, unit, tables) });
  }
  return { found, unread };
}

function isAmbiguous(text: string, { begin, end }: Range, { countries, parts }: ValueTables): boolean {
  const lower = text.slice(begin, end).toLowerCase();
  return countries.has(lower) && parts.has(lower);
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

function unitsOf(text: string, shape: string, tables: ValueTables, unread: Unread[]): Unit[] {
  const units: Unit[] = [];
  let last = 0;
  for (const { core, notes, ...piece } of splitPieces(shape)) {
    const words = text.slice(core.begin, core.end);
    const isOne = knownPlace(words, tables) !== null || namesNothing(words, tables);
    const parts = isOne ? [core] : splitAt(shape, core, tables.separator);
    for (const [i, part] of parts.entries()) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread);
      for (const [k, { begin, end, notes: beside }] of around.named.entries()) {
        const isFirst = i === 0 && k === 0;
        const behindComma = isFirst && /^[)\s]*,\s*(?:the\s+)?$/i.test(text.slice(last, begin));
        units.push({ ...withoutArticle(text, begin, end), notes: [...beside, ...notes], behindComma });
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
  const known = knownPlace(words, tables);
  const part = tables.parts.get(words.toLowerCase());
  if (known?.isCountry && part) return ambiguousPlace(known, part, hints);
  if (known) return known;
  // Washington alone may be the city.
  if (part) return { name: part.name, isCountry: false };
  return isName(words, 'person', tables) ? { name: words, isCountry: false } : null;
}

/** Georgia is a country and a state: the subject's countries tell which. */
function ambiguousPlace(country: Place, part: CountryPart, { countries = [] }: PlaceHints): Place | null {
  if (countries.includes(country.name)) return country;
  return countries.includes(part.country) ? partPlace(part) : null;
}

function partPlace({ name, title }: CountryPart): Place {
  return { name, isCountry: false, ...(title === name ? {} : { title }) };
}

function linkedPlace(words: string, target: string, tables: ValueTables): Place {
  const title = target.replace(/#.*$/, '').trim();
  const country = tables.countries.get(title.toLowerCase());
  if (country) return { name: country.name, isCountry: true };
  const base = title.slice(0, -((disambiguator(title)?.length ?? -2) + 2)).trimEnd();
  const isCountry = disambiguator(title) === 'country' && tables.countries.has(base.toLowerCase());
  if (isCountry) return { name: base, isCountry: true, title };
  return { name: words, isCountry: false, title: title === '' ? words : title };
}

/** Whether further countries follow one: then what stands before it may be one more of the list, and not in it. */
function isListOfCountries(units: readonly Unit[], at: number, read: readonly (Place | null)[]): boolean {
  return read[at]?.isCountry === true && units[at + 1] !== undefined && read[at + 1]?.isCountry === true;
}

/** A place in the one that follows it; null where that is not known to contain it. */
function containedIn(
  text: string,
  unit: Unit,
  outer: Found<Place>,
  tables: ValueTables,
  { isListed, hints }: { isListed: boolean; hints: PlaceHints },
): Found<Place> | null {
  const words = text.slice(unit.begin, unit.end);
  const target = targetOf(unit, hints.links ?? []);
  if (!target && (namesNothing(words, tables) || !isName(words, 'person', tables))) return null;
  const lower = words.toLowerCase();
  const city = tables.cities.get(lower);
  const part = partOf(outer.value, tables);
  const make = (place: Place, within?: Found<Place>): Found<Place> => ({
    begin: unit.begin,
    end: place.name.includes(',') ? outer.end : unit.end,
    value: within ? { ...place, within } : place,
    notes: [...unit.notes, ...(outer.notes ?? [])],
  });
  const linked = target === undefined ? null : linkedPlace(words, target, tables);
  const state = part && !targetOf(outer, hints.links ?? []) ? withPage(outer, part) : outer;
  if (part) {
    const isOne = tables.regions.has(`${lower}, ${part.name.toLowerCase()}`);
    const isOther = tables.countries.has(lower) || (tables.parts.has(lower) && city?.part !== part.name);
    if (isOther && !isOne) return null;
    if (linked) return isTitledIn(target, part.name) ? make(linked, state) : null;
    const isKnown = city?.country === part.country && (city.part === null || city.part === part.name);
    if (isKnown || !part.qualified)
      return city && !isKnown ? null : make({ name: words, isCountry: false }, state);
    return make({ name: `${words}, ${part.name}`, isCountry: false }, state);
  }
  if (!outer.value.isCountry) return null;
  const country = outer.value.name;
  const ownPart = tables.parts.get(lower);
  if (ownPart) return ownPart.country === country ? make(partPlace(ownPart), outer) : null;
  if (tables.countries.has(lower) || (tables.regions.has(lower) && !city)) return null;
  if (city) return city.country === country ? make(linked ?? { name: words, isCountry: false }, outer) : null;
  return isListed ? null : make(linked ?? { name: words, isCountry: false }, outer);
}

function withPage(outer: Found<Place>, part: CountryPart): Found<Place> {
  return { ...outer, value: { ...outer.value, ...partPlace(part) } };
}

/** The part of a country that a place is. */
function partOf({ name, title = name, isCountry }: Place, tables: ValueTables): CountryPart | undefined {
  const part = isCountry ? undefined : tables.parts.get(name.toLowerCase());
  return part && (title === part.title || title === part.name) ? part : undefined;
}

/** Whether a page's title says that its place is in a part of a country: "Paris, Texas". */
function isTitledIn(title: string | undefined, part: string): boolean {
  return title?.endsWith(`, ${part}`) === true;
}
