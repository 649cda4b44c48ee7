/** What is known of a place by its name alone, by its link, or by what the source says of its words. */
import { disambiguator, withoutDisambiguator } from '../article/title.js';
import type { Link, Quality } from '../article.js';
import type { Found, Range } from './pieces.js';
import { splitAt } from './pieces.js';
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

export function knownPlace(text: string, tables: ValueTables): Place | null {
  const label = text.trim().toLowerCase();
  const country = tables.countries.get(label) ?? tables.countries.get(label.replace(/^the /, ''));
  if (country) return { name: country.name, isCountry: true };
  const region = tables.regions.get(label);
  return region ? { name: region, isCountry: false } : null;
}

/** What the source says that words name: `{{flag|NOR}}`. */
export function toldCountry(
  { begin, end }: Range,
  qualities: readonly Quality[],
  tables: ValueTables,
): Place | null {
  const told = qualities.find((quality) => quality.begin === begin && quality.end === end)?.country;
  if (told === undefined) return null;
  const country = tables.countries.get(told.toLowerCase());
  const part = tables.parts.get(told.toLowerCase());
  // Parts of countries have flags too.
  return country
    ? { name: country.name, isCountry: true }
    : part
      ? partPlace(part)
      : { name: told, isCountry: false };
}

/** Title of the page that a range links to as a whole; links side by side to one page are one link. */
export function targetOf({ begin, end }: Range, links: readonly Link[]): string | undefined {
  return links.find((link) => link.begin === begin && link.end <= end && link.target !== undefined)?.target;
}

export function partPlace({ name, title }: CountryPart): Place {
  return { name, isCountry: false, ...(title === name ? {} : { title }) };
}

export function linkedPlace(words: string, target: string, tables: ValueTables): Place {
  const title = target.replace(/#.*$/, '').trim();
  const country = tables.countries.get(title.toLowerCase());
  if (country) return { name: country.name, isCountry: true };
  const base = withoutDisambiguator(title);
  const isCountry = disambiguator(title) === 'country' && tables.countries.has(base.toLowerCase());
  if (isCountry) return { name: base, isCountry: true, title };
  return { name: words, isCountry: false, title: title === '' ? words : title };
}
