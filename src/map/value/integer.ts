import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { isInteger, readNumeral } from '../../value/number.js';
import type { ValueType } from './value-type.js';

export const integerType: ValueType<'integer'> = {
  name: 'integer',
  description: 'A whole number and nothing else.',
  options: [],
  range: { classes: [], datatypes: [xsd.integer], literal: 'integer' },
  emits: { classes: [], properties: [] },
  isListed: false,
  examples: [
    { value: '1,234', states: ['1234'] },
    { value: 'about 12', states: ['raw about 12'] },
  ],
  map({ draft, mapping, subject, key, text, rule }) {
    const value = readNumeral(text.value);
    if (value !== null && isInteger(value)) {
      draft.state(subject, mapping.property, literal(value, xsd.integer), text.span, rule);
    } else
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'is no whole number' }, rule);
  },
};
