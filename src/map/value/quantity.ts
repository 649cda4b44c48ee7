import { literal } from '../../rdf/terms.js';
import { schema } from '../../rdf/vocabulary.js';
import { readQuantities } from '../../value/quantity.js';
import { numberLiteral } from './money.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapQuantities: ValueMapper = {
  emits: {
    classes: [schema.QuantitativeValue],
    properties: [schema.name, schema.value, schema.unitCode],
  },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(field, readQuantities(text.value, draft.mappings.tables))) {
      const quantity = draft.part(mapping.id, value.value, value.unit);
      draft.state(draft.thing, mapping.property, quantity, words.span, rule);
      draft.describe(quantity, schema.QuantitativeValue, words, rule);
      draft.state(quantity, schema.value, numberLiteral(value.value), words.span, rule);
      draft.state(quantity, schema.unitCode, literal(value.unit), words.span, rule);
    }
  },
};
