import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { localWords, rdfs, schema, xsd } from '../../rdf/vocabulary.js';
import type { CalendarDate } from '../../value/date.js';
import { isName } from '../../value/name.js';
import type { Place } from '../../value/place.js';
import { readReleases } from '../../value/release.js';
import type { Draft } from '../draft.js';
import type { NamedPlace } from './named-place.js';
import { namedPlace } from './named-place.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapReleases: ValueMapper = {
  emits: {
    classes: [schema.PublicationEvent, schema.Festival, schema.Country, schema.Place, schema.Thing],
    properties: [
      schema.name,
      schema.startDate,
      schema.location,
      schema.description,
      schema.superEvent,
      rdfs.seeAlso,
    ],
  },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(field, readReleases(text.value, draft.mappings.tables))) {
      const places = value.places.map((place) => namedPlace(text, place));
      const event = stateRelease(draft, mapping, { date: value.date, words, places }, rule);
      for (const note of value.notes) mapNote(draft, event, slice(text, note.begin, note.end), rule);
    }
  },
};

/**
 * States a release. The same day at the same places is the same release; places that only one of two statements tells
 * are those of both.
 */
export function stateRelease(
  draft: Draft,
  { property, earliest }: { readonly property: NamedNode; readonly earliest?: NamedNode },
  { date, words, places }: { date: CalendarDate; words: Text; places: readonly NamedPlace[] },
  rule: string,
): NamedNode {
  const names = places.map(({ place }) => place.name);
  const ofKind = draft.releases.filter((known) => known.property.equals(property));
  const same = ofKind.filter((known) => known.date.lexical === date.lexical);
  const known =
    same.find(
      (release) => release.places.size === names.length && names.every((name) => release.places.has(name)),
    ) ?? same.find((release) => names.length === 0 || release.places.size === 0);
  const label = property.equals(schema.releasedEvent) ? 'release' : localWords(property);
  const event = known?.node ?? draft.part(label, date.lexical, ...names);
  draft.state(draft.thing, property, event, words.span, rule);
  if (!known) draft.describe(event, schema.PublicationEvent, words, rule);
  draft.state(event, schema.startDate, dateLiteral(date), words.span, rule);
  for (const { place, words: name } of places) {
    draft.state(event, schema.location, placeOf(draft, place, name, rule), name.span, rule);
  }
  if (known) for (const name of names) known.places.add(name);
  else draft.releases.push({ node: event, date, words, property, earliest, rule, places: new Set(names) });
  return event;
}

/** A country by its usual name, whatever page about it the name links to; another place by its link. */
function placeOf(draft: Draft, { name, isCountry }: Place, words: Text, rule: string): NamedNode {
  if (isCountry) return draft.namedAs(name, words, schema.Country, rule);
  return linkOf(words)
    ? draft.named(words, schema.Place, rule)
    : draft.namedAs(name, words, schema.Place, rule);
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
