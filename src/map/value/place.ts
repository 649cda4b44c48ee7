import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Place } from '../../value/known-place.js';
import type { Found, Reading } from '../../value/pieces.js';
import { readPlaces } from '../../value/place.js';
import { agents } from '../known-agents.js';
import type { Topics } from '../topics.js';
import { hintsOf, namedPlace, statePlace } from './named-place.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

/** Places: "A, B and C" are three, "Paris, Texas" is one. */
export const placeType: ValueType<'place'> = {
  name: 'place',
  description: 'Places: "A, B and C" are three, "Paris, Texas" is one, in another.',
  options: ['commas', 'alone', 'as'],
  range: { classes: [schema.Place, schema.Country], datatypes: [] },
  emits: { classes: [], properties: [schema.containedInPlace] },
  isListed: true,
  examples: [
    { value: '[[Oslo]], Norway', states: ['Oslo'] },
    { value: 'Norway, Denmark and Sweden', states: ['Norway', 'Denmark', 'Sweden'] },
    {
      value: '[[Salt Tomb]], [[Stone Field]]<br>[[Oslo]], Norway; [[Bergen]]',
      options: { commas: 'outward' },
      states: ['Salt_Tomb', 'Bergen'],
    },
    {
      value: 'Salt Tomb and Museum, Oslo',
      options: { commas: 'outward' },
      states: ['Salt_Tomb', 'raw Museum, Oslo'],
    },
    {
      value: '12 Salt Street<br>[[Oslo]], Norway 1234',
      options: { commas: 'outward' },
      states: ['Oslo', 'raw 12 Salt Street', 'raw Norway 1234'],
    },
    {
      value: '[[Salt Rock]], [[Stone Islands]], the [[Salt Coast]]',
      options: { commas: 'country' },
      states: ['Salt_Rock', 'Stone_Islands', 'Salt_Coast'],
    },
    {
      value: '[[Salt Field]], [[Nordland]], Norway',
      options: { commas: 'country' },
      states: ['Salt_Field'],
    },
    { value: '[[Salten]], NR Norway', options: { commas: 'outward' }, states: ['Salten'] },
    { value: 'Salt and Stone Oceans', states: ['raw Stone Oceans', 'raw Salt'] },
    {
      value: '[[Salt Ocean|Salt]] and [[Stone Ocean]], Great Rivers',
      states: ['Salt_Ocean', 'Stone_Ocean', 'Great_Rivers'],
    },
    { value: 'worldwide', states: ['raw worldwide'] },
    { value: '[[Ghost town|Ghost town]], [[Oslo]]', states: ['Oslo', 'raw Ghost town'] },
    { value: '[[Oslo]], [[Bergen]]', options: { alone: true }, states: ['raw Oslo, Bergen'] },
    { value: 'Norway, Sweden', options: { commas: 'outward' }, states: ['Norway', 'Sweden'] },
    {
      value: '[[Salten]], [[Nordland]], Norway',
      options: { commas: 'outward', alone: true },
      states: ['Salten'],
    },
    {
      value: '[[Salten]], [[Nordland]]',
      options: { commas: 'outward', alone: true },
      states: ['raw Salten, Nordland'],
    },
    { value: 'Norway, Sweden', options: { alone: true }, states: ['Norway', 'Sweden'] },
    { value: '[[Oslo]], Norway', options: { alone: true }, states: ['Oslo'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const hints = { ...hintsOf(text), countries: draft.recall(agents).countries };
    const reading = readPlaces(text.value, draft.mappings.tables, hints);
    const { commas } = mapping.options;
    const isOutward = commas === 'outward' || (commas === 'country' && endsInCountry(reading));
    const places = commas === undefined ? reading : withoutAddresses(text, reading);
    const ordered = isOutward ? outward(text.value, places) : places;
    if (mapping.options.alone && isSeveral(ordered, isOutward)) {
      const unread = { begin: 0, end: text.value.length, reason: 'names several places' };
      draft.unreadField(field.key, text, unread, rule);
      return;
    }
    const named = withoutSorts(text.value, ordered, draft.mappings.topics);
    for (const found of readNamed(field, named)) {
      const node = statePlace(draft, namedPlace(text, found), rule);
      draft.state(subject, mapping.property, node, found.words.span, rule);
    }
  },
};

/**
 * Whether places together may be others than a list: countries are one. Of places that lead outward it is not known whether
 * they do, or are side by side, unless the outermost is a country.
 */
function isSeveral({ found }: Reading<Place>, isOutward: boolean): boolean {
  if (found.every(({ value }) => value.isCountry)) return false;
  return (
    found.length > 1 ||
    (isOutward && found.some((one) => one.value.within && !outermost(one).value.isCountry))
  );
}

/** Whether the last place, or what is around it, is a country. */
function endsInCountry({ found }: Reading<Place>): boolean {
  const last = found.at(-1);
  return last !== undefined && outermost(last).value.isCountry;
}

/** Without numbers of houses and postal codes, which are no names of places: "12 Salt Street", "E1C 1E6". */
function withoutAddresses(text: Text, { found, unread, left }: Reading<Place>): Reading<Place> {
  const isAddress = (one: Found<Place>): boolean => {
    const words = slice(text, one.begin, one.end);
    return address.test(words.value) && linkOf(words) === undefined;
  };
  const refused = found.filter(isAddress).map((one) => ({ ...one, reason: 'is an address' }));
  if (refused.length === 0) return { found, unread, left };
  return { found: found.filter((one) => !isAddress(one)), unread: [...unread, ...refused], left };
}

const address = /^\d|\s\d{4,}(?:-\d+)?$|^(?=\S*\d)\S{2,4}(?:\s(?=\S*\d)\S{2,4})?$/;

/** Without words that say of which sort a place is: "Statutory city". */
function withoutSorts(
  text: string,
  { found, unread, left }: Reading<Place>,
  { nouns }: Topics,
): Reading<Place> {
  const isSort = ({ begin, end }: Found<Place>): boolean =>
    nouns.get(text.slice(begin, end).toLowerCase())?.topic?.line.at(-1) === 'place';
  const sorts = found.filter(isSort);
  if (sorts.length === 0) return { found, unread, left };
  const refused = sorts.map((one) => ({
    ...one,
    end: outermost(one).end,
    reason: 'says of which sort a place is',
  }));
  return { found: found.filter((one) => !isSort(one)), unread: [...unread, ...refused], left };
}

/** Only commas, line breaks and parentheses between two places: the second is around the first. */
const leadsOutward = /^\s*(?:\([^()]*\)\s*)*[,\n][\s,]*(?:the\s+)?$/i;

/** Places of which commas lead from one to what is around it. */
export function outward(text: string, { found, ...others }: Reading<Place>): Reading<Place> {
  const joined: Found<Place>[] = [];
  for (const next of found.toReversed()) {
    const [around] = joined;
    const areCountries = around?.value.isCountry === true && next.value.isCountry;
    if (around && !areCountries && leadsOutward.test(text.slice(outermost(next).end, around.begin)))
      joined[0] = { ...within(next, around), notes: [...(next.notes ?? []), ...(around.notes ?? [])] };
    else joined.unshift(next);
  }
  return { ...others, found: joined };
}

function outermost(found: Found<Place>): Found<Place> {
  return found.value.within ? outermost(found.value.within) : found;
}

function within(found: Found<Place>, around: Found<Place>): Found<Place> {
  const inner = found.value.within;
  return { ...found, value: { ...found.value, within: inner ? within(inner, around) : around } };
}
