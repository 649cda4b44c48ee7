import { schema } from '../../rdf/vocabulary.js';
import { readCountries } from '../../value/country.js';
import { statePlace } from './named-place.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

export const countryType: ValueType<'country'> = {
  name: 'country',
  description: 'Countries, by their usual names.',
  options: [],
  range: { classes: [schema.Country], datatypes: [] },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: '[[Norway]], France', states: ['Norway', 'France'] },
    { value: '{{flag|Norway}}', states: ['Norway'] },
    { value: 'somewhere', states: ['raw somewhere'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    for (const { value, words } of readNamed(field, readCountries(text.value, draft.mappings.tables, text))) {
      const node = statePlace(draft, { place: value, words }, rule);
      draft.state(subject, mapping.property, node, words.span, rule);
    }
  },
};
