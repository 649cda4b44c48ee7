import { literal } from '../../rdf/terms.js';
import { schema } from '../../rdf/vocabulary.js';
import { readQuantities } from '../../value/quantity.js';
import { numberLiteral } from './money.js';
import { readValues } from './readings.js';
import type { ValueType } from './value-type.js';

export const quantityType: ValueType<'quantity'> = {
  name: 'quantity',
  description: 'Numbers with a unit of measure.',
  options: [],
  range: { classes: [schema.QuantitativeValue], datatypes: [] },
  emits: {
    classes: [],
    properties: [schema.name, schema.value, schema.unitCode],
  },
  isListed: false,
  examples: [
    { value: '4,000 feet', states: ['{unitCode FOT; value 4000}'] },
    { value: '4,000', states: ['raw 4,000'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    for (const { value, words } of readValues(field, readQuantities(text.value, draft.mappings.tables))) {
      const quantity = draft.part(mapping.id, value.value, value.unit);
      draft.state(subject, mapping.property, quantity, words.span, rule);
      draft.describe(quantity, schema.QuantitativeValue, words, rule);
      draft.state(quantity, schema.value, numberLiteral(value.value), words.span, rule);
      draft.state(quantity, schema.unitCode, literal(value.unit), words.span, rule);
    }
  },
};
