import { schema } from '../../rdf/vocabulary.js';
import { readPlaces } from '../../value/place.js';
import { agents } from '../known-agents.js';
import { hintsOf, namedPlace, statePlace } from './named-place.js';
import type { ValueMapper } from './value-mapper.js';
import { readNamed } from './value-mapper.js';

/** Places: "A, B and C" are three, "Paris, Texas" is one. */
export const mapPlaces: ValueMapper = {
  emits: { classes: [schema.Place, schema.Country], properties: [schema.containedInPlace] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    const hints = { ...hintsOf(text), countries: draft.recall(agents).countries };
    for (const found of readNamed(field, readPlaces(text.value, draft.mappings.tables, hints))) {
      const node = statePlace(draft, namedPlace(text, found), rule);
      draft.state(draft.thing, mapping.property, node, found.words.span, rule);
    }
  },
};
