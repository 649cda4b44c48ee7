import { schema } from '../../rdf/vocabulary.js';
import { readNames } from '../../value/name.js';
import { readPlace } from '../../value/place.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

/** Places: "A, B and C" are three. */
export const mapPlaces: ValueMapper = {
  emits: { classes: [schema.Place, schema.Country], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(
      field,
      readNames(text.value, 'person', draft.mappings.tables),
    )) {
      const bare = value.replace(/^the\s+/, '');
      const known = readPlace(bare, draft.mappings.tables);
      const type = known?.isCountry ? schema.Country : schema.Place;
      const node = draft.namedAs(known?.name ?? bare, words, type, rule);
      draft.state(draft.thing, mapping.property, node, words.span, rule);
    }
  },
};
