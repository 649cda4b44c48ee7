import { literal } from '../../rdf/terms.js';
import { schema, xsd } from '../../rdf/vocabulary.js';
import { readCodes } from '../../value/code.js';
import { besideTerms, stateBeside } from './beside.js';
import { withMeaning } from './meaning.js';
import { readValues } from './readings.js';
import type { ValueType } from './value-type.js';

export const codeType: ValueType<'code'> = {
  name: 'code',
  description:
    'Codes such as ISBN, IATA, CAS, ISIN or a postcode, as they are written and in no language. With `node` (schema:PropertyValue, say) each is a part that says its `scheme`; without, a literal.',
  options: ['scheme', 'node', 'beside'],
  range: { classes: [], datatypes: [xsd.string], literal: 'text' },
  emits: {
    classes: besideTerms.classes,
    properties: [...besideTerms.properties, schema.propertyID, schema.value],
  },
  isListed: true,
  examples: [
    { value: 'ISBN 978-0-452-28424-1', options: { scheme: 'ISBN' }, states: ['978-0-452-28424-1'] },
    { value: 'LHR', states: ['LHR'] },
    { value: 'LA1 1SF', states: ['LA1 1SF'] },
    { value: 'NO-03', states: ['NO-03'] },
    { value: '3100–3105', states: ['3100–3105'] },
    { value: 'B', states: ['B'] },
    {
      value: '50-00-0',
      options: { scheme: 'CAS', node: 'schema:PropertyValue' },
      states: ['{propertyID CAS; value 50-00-0}'],
    },
    { value: 'ISBN 978-0-452-28424-2', options: { scheme: 'ISBN' }, states: ['raw ISBN 978-0-452-28424-2'] },
    { value: '0378-5955', options: { scheme: 'ISSN' }, states: ['0378-5955'] },
    { value: '50-00-1', options: { scheme: 'CAS' }, states: ['raw 50-00-1'] },
    { value: '96145, 96146', states: ['96145', '96146'] },
    { value: 'TBA', states: ['raw TBA'] },
    { value: 'see text', states: ['raw see text'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const { scheme, node: type } = mapping.options;
    for (const { words, notes = [] } of readValues(
      field,
      readCodes(text.value, scheme, draft.mappings.tables, mapping.bounds?.pattern),
      true,
    )) {
      const code = literal(words.value);
      const node = type ? draft.part(mapping.id, words.value) : subject;
      if (type) {
        draft.state(subject, mapping.property, node, words.span, rule);
        draft.describe(node, type, words, rule);
        if (scheme) draft.state(node, schema.propertyID, literal(scheme), withMeaning(field, words), rule);
      }
      draft.state(node, type ? schema.value : mapping.property, code, words.span, rule);
      stateBeside(field, { node, words, notes, isKept: true });
    }
  },
};
