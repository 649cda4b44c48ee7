import type { NamedNode } from '@rdfjs/types';
import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { schema, xsd } from '../../rdf/vocabulary.js';
import { readMoney } from '../../value/money.js';
import type { Numeral } from '../../value/number.js';
import { isInteger } from '../../value/number.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapMoney: ValueMapper = {
  emits: {
    classes: [schema.MonetaryAmount, schema.Country, schema.Place],
    properties: [schema.name, schema.currency, schema.value, schema.minValue, schema.maxValue],
  },
  map(field) {
    const { draft, mapping, text, rule } = field;
    const reading = readMoney(text.value, draft.mappings.tables, draft.countries);
    for (const { value, words } of readValues(field, reading)) {
      const { currency, minimum, maximum, territory } = value;
      const name = mapping.property.value.replace(/^.*[/#]/, '').replace(/(\p{Lu})/gu, ' $1');
      const range = minimum === maximum ? [minimum] : [minimum, maximum];
      const amount = draft.part(name, currency, ...range, territory?.value.name ?? '');
      const state = (property: NamedNode, object: Parameters<typeof draft.state>[2]): void =>
        draft.state(amount, property, object, words.span, rule);
      draft.state(draft.thing, mapping.property, amount, words.span, rule);
      draft.describe(amount, schema.MonetaryAmount, words, rule);
      state(schema.currency, literal(currency));
      if (minimum === maximum) state(schema.value, numberLiteral(minimum));
      else {
        state(schema.minValue, numberLiteral(minimum));
        state(schema.maxValue, numberLiteral(maximum));
      }
      if (territory && mapping.territory) {
        const place = slice(text, territory.begin, territory.end);
        const type = territory.value.isCountry ? schema.Country : schema.Place;
        const node = draft.namedAs(territory.value.name, place, type, rule);
        draft.state(amount, mapping.territory, node, place.span, rule);
      }
    }
  },
};

export function numberLiteral(value: Numeral) {
  return literal(value, isInteger(value) ? xsd.integer : xsd.decimal);
}
