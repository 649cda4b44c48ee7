import { schema } from '../../rdf/vocabulary.js';
import { readPlaces } from '../../value/place.js';
import { agents } from '../known-agents.js';
import { hintsOf, namedPlace, statePlace } from './named-place.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

/** Places: "A, B and C" are three, "Paris, Texas" is one. */
export const placeType: ValueType<'place'> = {
  name: 'place',
  description: 'Places: "A, B and C" are three, "Paris, Texas" is one, in another.',
  options: [],
  range: { classes: [schema.Place, schema.Country], datatypes: [] },
  emits: { classes: [], properties: [schema.containedInPlace] },
  isListed: true,
  examples: [
    { value: '[[Oslo]], Norway', states: ['Oslo'] },
    { value: 'Norway, Denmark and Sweden', states: ['Norway', 'Denmark', 'Sweden'] },
    { value: 'worldwide', states: ['raw worldwide'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const hints = { ...hintsOf(text), countries: draft.recall(agents).countries };
    for (const found of readNamed(field, readPlaces(text.value, draft.mappings.tables, hints))) {
      const node = statePlace(draft, namedPlace(text, found), rule);
      draft.state(subject, mapping.property, node, found.words.span, rule);
    }
  },
};
