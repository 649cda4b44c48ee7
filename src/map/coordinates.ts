/** A place on the globe: where a field says that the subject is, or the page as a whole. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { literal } from '../rdf/terms.js';
import { schema, xsd } from '../rdf/vocabulary.js';
import type { Coordinates } from '../value/coordinates.js';
import { readCoordinates } from '../value/coordinates.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';

export const emits = {
  classes: [schema.GeoCoordinates],
  properties: [schema.geo, schema.name, schema.latitude, schema.longitude],
};

/** What is said to be at a place, and by which rule. */
export interface PlacedThing {
  readonly draft: Draft;
  readonly subject: NamedNode;
  readonly property: NamedNode;
  /** What the part is called that holds the coordinates. */
  readonly part: string;
  readonly rule: string;
}

export function stateCoordinates(
  { draft, subject, property, part, rule }: PlacedThing,
  { latitude, longitude }: Coordinates,
  words: Text,
): void {
  const node = draft.part(part, latitude, longitude);
  draft.state(subject, property, node, words.span, rule);
  draft.describe(node, schema.GeoCoordinates, words, rule);
  draft.state(node, schema.latitude, literal(latitude, xsd.decimal), words.span, rule);
  draft.state(node, schema.longitude, literal(longitude, xsd.decimal), words.span, rule);
}

/** States where the subject is if the page as a whole says so and no field did. */
export function mapPageCoordinates(draft: Draft): void {
  const { thing, article, statements } = draft;
  const words = article.coordinates;
  if (!words) return;
  if (statements.some(({ subject, predicate }) => predicate.equals(schema.geo) && subject.equals(thing)))
    return;
  const rule = 'article/coordinates';
  const place = readCoordinates(words.value);
  if (place)
    stateCoordinates({ draft, subject: thing, property: schema.geo, part: 'geo', rule }, place, words);
  else
    draft.report(
      'unread-text',
      'warning',
      `${quoted(words.value)} is no place on the globe; it is not stated.`,
      words.span,
    );
}
