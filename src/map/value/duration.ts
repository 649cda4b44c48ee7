import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { readDurations } from '../../value/duration.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

/** A range is not a duration: its ends go to properties of their own, where the mapping has them. */
export const mapDurations: ValueMapper = {
  emits: { classes: [], properties: [] },
  map(field) {
    const { draft, mapping, key, text, rule } = field;
    for (const { value, words } of readValues(field, readDurations(text.value, draft.mappings.tables))) {
      const state = (property: typeof mapping.property, duration: string): void =>
        draft.state(draft.thing, property, literal(duration, xsd.duration), words.span, rule);
      if (value.minimum === value.maximum) state(mapping.property, value.minimum);
      else if (mapping.minimum && mapping.maximum) {
        state(mapping.minimum, value.minimum);
        state(mapping.maximum, value.maximum);
      } else draft.unreadField(key, words, { begin: 0, end: 0, reason: 'is a range' }, rule);
    }
  },
};
