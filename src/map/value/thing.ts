import { schema } from '../../rdf/vocabulary.js';
import { namesIn } from '../names-in.js';
import { besideTerms } from './beside.js';
import { classByTitle } from './names.js';
import { readNamed } from './readings.js';
import { readsBeside, stateValue } from './state-value.js';
import type { ValueType } from './value-type.js';

export const thingType: ValueType<'thing'> = {
  name: 'thing',
  description:
    'Things that are named, in a list or alone: of the class that the field says, else of the one that the parenthesis in the title of their page says, else schema:Thing.',
  options: ['class', 'node', 'beside'],
  range: { classes: [schema.Thing, schema.Person, schema.Organization], datatypes: [] },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: '[[Salt]], Stone', states: ['Salt', 'Stone'] },
    { value: '[[Salt (band)|Salt]]', states: ['Salt_(band)'] },
    { value: '[[Salt]]', options: { class: 'schema:CreativeWork' }, states: ['Salt'] },
    { value: 'none', states: ['raw none'] },
  ],
  map(field) {
    const { draft, mapping, text, rule } = field;
    const reading = namesIn(text, 'any', draft.mappings.tables);
    for (const { words, notes } of readNamed(field, reading, readsBeside(field))) {
      const type = mapping.options.class ?? classByTitle(words, draft) ?? schema.Thing;
      stateValue(field, draft.named(words, type, rule), words, notes);
    }
  },
};
