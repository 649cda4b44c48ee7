import { schema } from '../../rdf/vocabulary.js';
import { readNationalities } from '../../value/nationality.js';
import { besideTerms } from './beside.js';
import { statePlace } from './named-place.js';
import { readNamed } from './readings.js';
import { readsBeside, stateValue } from './state-value.js';
import type { ValueType } from './value-type.js';

export const nationalityType: ValueType<'nationality'> = {
  name: 'nationality',
  description: 'Nationalities, by the adjective or by the name of the country: each is a country.',
  options: ['node', 'beside'],
  range: { classes: [schema.Country], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: '[[Norwegians|Norwegian]]', states: ['Norway'] },
    { value: 'Danish, Swedish', states: ['Denmark', 'Sweden'] },
    { value: 'Norway', states: ['Norway'] },
    { value: 'stateless', states: ['raw stateless'] },
    { value: 'various', states: ['raw various'] },
  ],
  map(field) {
    const { draft, text, rule } = field;
    const reading = readNationalities(text.value, draft.mappings.tables, text.links);
    for (const { value, words, notes } of readNamed(field, reading, readsBeside(field)))
      stateValue(field, statePlace(draft, { place: value, words }, rule), words, notes);
  },
};
