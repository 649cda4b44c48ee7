import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { localWords, rdfs, schema, xsd } from '../../rdf/vocabulary.js';
import type { CalendarDate } from '../../value/date.js';
import { matchesOf } from '../../value/matches.js';
import { isName } from '../../value/name.js';
import type { Range, Reading } from '../../value/pieces.js';
import type { Release } from '../../value/release.js';
import { readReleases } from '../../value/release.js';
import type { Draft } from '../draft.js';
import { agents } from '../known-agents.js';
import type { KnownRelease } from '../known-releases.js';
import { releases } from '../known-releases.js';
import type { NamedPlace } from './named-place.js';
import { hintsOf, namedPlace, statePlace } from './named-place.js';
import { readValues } from './readings.js';
import type { FieldValue, ValueType } from './value-type.js';

export const releaseType: ValueType<'release'> = {
  name: 'release',
  description:
    'Releases: dates with the places and festivals beside them. The earliest date goes to `earliest`.',
  options: ['earliest'],
  range: { classes: [schema.PublicationEvent], datatypes: [] },
  emits: {
    classes: [schema.Festival, schema.Country, schema.Place, schema.Thing],
    properties: [
      schema.name,
      schema.startDate,
      schema.location,
      schema.description,
      schema.superEvent,
      schema.containedInPlace,
      rdfs.seeAlso,
    ],
  },
  isListed: false,
  examples: [
    { value: '2 November 1996 (Norway)', states: ['{location Norway; startDate 1996-11-02}'] },
    { value: 'soon', states: ['raw soon'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    for (const { value, words } of readValues(field, readReleasesOf(field))) {
      const places = value.places.map((place) => namedPlace(text, place));
      const event = stateRelease(
        draft,
        { subject, property: mapping.property, ...mapping.options },
        { date: value.date, words, places },
        rule,
      );
      for (const note of value.notes) mapNote(draft, event, slice(text, note.begin, note.end), rule);
    }
  },
};

/** Of a field that is not read as a whole, the earliest date may be the one that is not read. */
export function readReleasesOf({ draft, mapping, text }: FieldValue): Reading<Release> {
  const hints = { ...hintsOf(text), countries: draft.recall(agents).countries };
  const reading = readReleases(text.value, draft.mappings.tables, hints);
  noteUnread({ draft, mapping, text }, reading.unread);
  return reading;
}

/** Remembers the earliest year that what could not be read may mean, where the field names the earliest date. */
export function noteUnread(
  { draft, mapping, text }: Pick<FieldValue, 'draft' | 'mapping' | 'text'>,
  unread: readonly Range[],
): void {
  if (mapping.options.earliest) {
    const years = unread.map(({ begin, end }) => earliestYearIn(text.value.slice(begin, end)));
    const known = draft.recall(releases);
    known.earliestUnread = Math.min(known.earliestUnread, ...years);
  }
}

/** The earliest year that words may mean: any, where they hold figures or markup and no year. */
function earliestYearIn(words: string): number {
  const years = matchesOf(/(?<!\d)\d{4}(?!\d)/g, words).map(([year]) => Number(year));
  if (years.length > 0) return Math.min(...years);
  return /[\d{]/.test(words) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Where a release is stated. */
interface ReleasePlace {
  readonly subject?: NamedNode;
  readonly property: NamedNode;
  readonly earliest?: NamedNode;
}

/** States a release. A day has one release at a place, however many places the article names beside it at once. */
export function stateRelease(
  draft: Draft,
  { subject = draft.thing, property, earliest }: ReleasePlace,
  { date, words, places }: { date: CalendarDate; words: Text; places: readonly NamedPlace[] },
  rule: string,
): NamedNode {
  const same = draft
    .recall(releases)
    .stated.filter((one) => one.property.equals(property) && one.date.lexical === date.lexical);
  const at = ({ place }: NamedPlace): KnownRelease | undefined =>
    same.find((one) => one.places.has(place.name));
  const fresh = places.filter((place) => !at(place));
  const isAllKnown = places.length > 0 && fresh.length === 0;
  // Places that one of two statements alone tells are those of both.
  const known = isAllKnown
    ? at(places[0] as NamedPlace)
    : same.find((one) => fresh.length === places.length && (places.length === 0 || one.places.size === 0));
  const names = (isAllKnown ? places : fresh).map(({ place }) => place.name);
  const label = property.equals(schema.releasedEvent) ? 'release' : localWords(property);
  const event = known?.node ?? draft.part(label, date.lexical, ...names);
  draft.state(subject, property, event, words.span, rule);
  if (!known) draft.describe(event, schema.PublicationEvent, words, rule);
  draft.state(event, schema.startDate, dateLiteral(date), words.span, rule);
  for (const place of places) {
    const node = statePlace(draft, place, rule);
    draft.state(at(place)?.node ?? event, schema.location, node, place.words.span, rule);
  }
  if (known && !isAllKnown) for (const name of names) known.places.add(name);
  if (!known)
    draft
      .recall(releases)
      .stated.push({ node: event, date, words, property, earliest, rule, places: new Set(names) });
  return event;
}

/** A festival is what the release was a part of; of other linked words there is no telling what they are to it. */
function mapNote(draft: Draft, event: NamedNode, said: Text, rule: string): void {
  const { festivals } = draft.mappings.tables;
  const link = linkOf(said);
  const isFestival = [said.value, link?.target ?? ''].some((words) =>
    words.split(/[^\p{L}\p{N}\p{M}]+/u).some((word) => festivals.has(word.toLowerCase())),
  );
  if (isFestival && (link || isName(said.value, 'organisation', draft.mappings.tables))) {
    draft.state(event, schema.superEvent, draft.named(said, schema.Festival, rule), said.span, rule);
    return;
  }
  draft.state(event, schema.description, draft.words(said), said.span, rule);
  for (const { begin, end, target } of said.links ?? []) {
    if (target === undefined) continue;
    const words = slice(said, begin, end);
    draft.state(event, rdfs.seeAlso, draft.named(words, schema.Thing, rule), words.span, rule);
  }
}

/** A day, a month or a year, as precise as the text: XML Schema has a datatype for each. */
export function dateLiteral({ precision, lexical }: CalendarDate) {
  const datatype = { day: xsd.date, month: xsd.gYearMonth, year: xsd.gYear }[precision];
  return literal(lexical, datatype);
}
