/** The countries of a field. */
import { withoutDisambiguator } from '../article/title.js';
import type { Link, Text } from '../article.js';
import type { Place } from './known-place.js';
import { knownPlace, targetOf, toldCountry } from './known-place.js';
import { shapeOf } from './linked.js';
import { aroundLinks } from './linked-name.js';
import type { Found, Left, Range, Reading, Unread } from './pieces.js';
import { splitAt, splitPieces } from './pieces.js';
import type { ValueTables } from './tables.js';

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
  const left: Left[] = [];
  const shape = shapeOf({ value: text, links });
  for (const { core, notes, ...piece } of splitPieces(shape, left)) {
    // "Bosnia and Herzegovina" is one, "France and Italy" are two.
    const isOne = knownPlace(text.slice(core.begin, core.end), tables) !== null;
    const parts = isOne ? [core] : splitAt(shape, core, tables.looseSeparator, left);
    for (const part of parts) {
      const around = aroundLinks(shape, part, 'person', tables);
      unread.push(...around.unread);
      left.push(...around.left);
      for (const { begin, end, notes: beside } of around.named) {
        const place =
          toldCountry({ begin, end }, qualities, tables) ?? countryAt(text, { begin, end }, tables, links);
        const said = [...beside, ...notes];
        if (place) found.push({ begin, end, value: place, notes: said });
        else unread.push({ begin, end, reason: 'is no name of a country', notes: said });
      }
    }
    if (parts.length === 0) unread.push({ ...piece, reason: 'names no country' });
  }
  return { found, unread, left };
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

/** Whether a page is about something of a country: `[[Cinema of Norway|Norway]]`. */
function isAboutCountry(title: string, { aboutCountries }: ValueTables): boolean {
  const isOfOne = /\s(?:of|in)\s/i.test(title);
  return isOfOne && aboutCountries.some((words) => startsWithWord(title.toLowerCase(), words));
}

function startsWithWord(text: string, words: string): boolean {
  return text.startsWith(words) && !/^[\p{L}\p{N}]/u.test(text.slice(words.length));
}

function linkedCountry(words: string, target: string, tables: ValueTables): Place | null {
  const title = target.replace(/#.*$/, '').trim();
  const shown = knownPlace(words, tables);
  const known = tables.countries.get(title.toLowerCase());
  if (known) return { name: known.name, isCountry: true };
  if (title === '' || isAboutCountry(title, tables)) return shown;
  return { name: withoutDisambiguator(title), isCountry: true, title };
}
