import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { article, schema, xsd } from '../../rdf/vocabulary.js';
import type { Count, Share } from '../../value/count.js';
import { readCounts, readShare } from '../../value/count.js';
import type { Found } from '../../value/pieces.js';
import { besideTerms, stateBeside } from './beside.js';
import { numberLiteral } from './money.js';
import { precisionTerms, statePrecision } from './precision.js';
import { readValues } from './readings.js';
import type { FieldValue, ValueType } from './value-type.js';

export const countType: ValueType<'count'> = {
  name: 'count',
  description:
    'A whole number of something. With `node` it is a part (of the class schema:QuantitativeValue, say) that may hold a range, the date beside it (article:asOf) and that it is not exact; without, it is a number of the subject, and the date goes where `beside` says.',
  options: ['node', 'beside', 'total'],
  range: { classes: [], datatypes: [xsd.integer], literal: 'integer' },
  emits: {
    classes: [...besideTerms.classes, ...precisionTerms.classes],
    properties: [...besideTerms.properties, ...precisionTerms.properties, schema.minValue, schema.maxValue],
  },
  isListed: true,
  examples: [
    { value: '1,234', states: ['1234'] },
    {
      value: 'about 1.2 million',
      states: ['1200000', 'precision {property schema:about; qualifier circa; value 1200000}'],
    },
    {
      value: '1,234 (2011 census)',
      options: { beside: { date: { property: 'schema:startDate' } } },
      states: ['1234', 'startDate 2011'],
    },
    { value: '1,234 (2019)', states: ['1234', 'raw 1,234 (2019)'] },
    {
      value: '36,534 (As of May 2012)',
      options: { node: 'schema:QuantitativeValue' },
      states: ['{asOf 2012-05; value 36534}'],
    },
    {
      value: 'c. 500',
      options: { node: 'schema:QuantitativeValue' },
      states: ['{qualifier circa; value 500}'],
    },
    {
      value: '1.2–1.5 million',
      options: { node: 'schema:QuantitativeValue' },
      states: ['{maxValue 1500000; minValue 1200000}'],
    },
    { value: '50,000+', options: { node: 'schema:QuantitativeValue' }, states: ['{minValue 50000}'] },
    { value: '12 / 40', options: { total: 'schema:position' }, states: ['12', 'position 40'] },
    { value: '12 / 40', states: ['raw 12 / 40'] },
    { value: '50–60', states: ['raw 50–60'] },
    { value: 'Suburbs: 500', states: ['raw Suburbs: 500'] },
    { value: '1.5', states: ['raw 1.5'] },
    { value: 'many', states: ['raw many'] },
    { value: '12 cats', states: ['raw 12 cats'] },
    { value: '12 platforms', label: 'platforms', states: ['12'] },
  ],
  map(field) {
    const { draft, mapping } = field;
    const share = readShare(field.text.value);
    if (share) {
      stateShare(field, share);
      return;
    }
    const state = mapping.options.node ? stateNode : stateNumber;
    const reading = readCounts(field.text.value, draft.mappings.tables, field.key);
    for (const found of readValues(field, reading, true)) state(field, found);
  },
};

/** "12 / 40" are twelve of forty. */
function stateShare({ draft, mapping, subject, key, text, rule }: FieldValue, { part, total }: Share): void {
  if (!mapping.options.total || mapping.options.node) {
    draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'is a share' }, rule);
    return;
  }
  draft.state(subject, mapping.property, numberLiteral(part), text.span, rule);
  draft.state(subject, mapping.options.total, numberLiteral(total), text.span, rule);
}

type FoundCount = Found<Count> & { readonly words: FieldValue['text'] };

function stateNode(field: FieldValue, { value, words, notes = [] }: FoundCount): void {
  const { draft, mapping, subject, rule } = field;
  const { minimum, maximum, qualifier } = value;
  const node = draft.part(mapping.id, ...new Set([minimum ?? '', maximum ?? '']));
  draft.state(subject, mapping.property, node, words.span, rule);
  draft.describe(node, mapping.options.node ?? schema.QuantitativeValue, words, rule);
  const state = (property: typeof mapping.property, number: string): void =>
    draft.state(node, property, numberLiteral(number), words.span, rule);
  if (minimum !== null && minimum === maximum) state(schema.value, minimum);
  else {
    if (minimum !== null) state(schema.minValue, minimum);
    if (maximum !== null) state(schema.maxValue, maximum);
  }
  if (qualifier) draft.state(node, article.qualifier, literal(qualifier), words.span, rule);
  stateBeside(field, { node, words, notes, asOf: article.asOf, isKept: true });
}

function stateNumber(field: FieldValue, { value, words, notes = [] }: FoundCount): void {
  const { draft, mapping, subject, key, rule } = field;
  const { minimum, maximum, qualifier } = value;
  if (minimum === null || minimum !== maximum) {
    draft.unreadField(key, words, { begin: 0, end: 0, reason: 'is a range' }, rule);
    for (const { begin, end } of notes) draft.leaveNote(slice(field.text, begin, end), words);
    return;
  }
  const number = numberLiteral(minimum);
  draft.state(subject, mapping.property, number, words.span, rule);
  if (qualifier) statePrecision(field, words, qualifier, number);
  stateBeside(field, { node: subject, words, notes, isKept: true });
}
