import { schema } from '../../rdf/vocabulary.js';
import { readCountries } from '../../value/country.js';
import { statePlace } from './named-place.js';
import type { ValueMapper } from './value-mapper.js';
import { readNamed } from './value-mapper.js';

export const mapCountries: ValueMapper = {
  emits: { classes: [schema.Country], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readNamed(field, readCountries(text.value, draft.mappings.tables, text))) {
      const node = statePlace(draft, { place: value, words }, rule);
      draft.state(draft.thing, mapping.property, node, words.span, rule);
    }
  },
};
