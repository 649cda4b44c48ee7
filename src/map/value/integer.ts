import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { isInteger, readNumeral } from '../../value/number.js';
import type { ValueMapper } from './value-mapper.js';

export const mapIntegers: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, key, text, rule }) {
    const value = readNumeral(text.value);
    if (value !== null && isInteger(value)) {
      draft.state(draft.thing, mapping.property, literal(value, xsd.integer), text.span, rule);
    } else
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'is no whole number' }, rule);
  },
};
