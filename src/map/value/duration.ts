import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { readDurations } from '../../value/duration.js';
import { readValues } from './readings.js';
import type { ValueType } from './value-type.js';

/** A range is not a duration: its ends go to properties of their own, where the mapping has them. */
export const durationType: ValueType<'duration'> = {
  name: 'duration',
  description: 'Running times. A range goes to `minimum` and `maximum`.',
  options: ['minimum', 'maximum', 'clock'],
  range: { classes: [], datatypes: [xsd.duration], literal: 'duration' },
  emits: { classes: [], properties: [] },
  isListed: false,
  examples: [
    { value: '1h 56m', states: ['PT116M'] },
    { value: '116', states: ['raw 116'] },
    { value: '45:13', options: { clock: 'minutes' }, states: ['PT45M13S'] },
    { value: '45:13', states: ['raw 45:13'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    const { minimum, maximum, clock } = mapping.options;
    const reading = readDurations(text.value, draft.mappings.tables, clock === 'minutes');
    for (const { value, words } of readValues(field, reading)) {
      const state = (property: typeof mapping.property, duration: string): void =>
        draft.state(subject, property, literal(duration, xsd.duration), words.span, rule);
      if (value.minimum === value.maximum) state(mapping.property, value.minimum);
      else if (minimum && maximum) {
        state(minimum, value.minimum);
        state(maximum, value.maximum);
      } else draft.unreadField(key, words, { begin: 0, end: 0, reason: 'is a range' }, rule);
    }
  },
};
