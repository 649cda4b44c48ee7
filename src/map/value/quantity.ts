import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { article, schema } from '../../rdf/vocabulary.js';
import type { Quantity } from '../../value/quantity.js';
import { findUnit, isUnitCode, readQuantities, unitOfLabel } from '../../value/quantity.js';
import type { Draft } from '../draft.js';
import { besideTerms, stateBeside } from './beside.js';
import { withMeaning } from './meaning.js';
import { numberLiteral } from './money.js';
import { readValues } from './readings.js';
import type { FieldValue, ValueType } from './value-type.js';

export const quantityType: ValueType<'quantity'> = {
  name: 'quantity',
  description:
    'A number with a unit of measure, exact or as a range. The unit is that of the words; of a number that stands alone it is the `unit` of the field, or the one that ends the name of the parameter.',
  options: ['unit', 'beside', 'part'],
  range: { classes: [schema.QuantitativeValue], datatypes: [] },
  emits: {
    classes: besideTerms.classes,
    properties: [
      ...besideTerms.properties,
      schema.value,
      schema.minValue,
      schema.maxValue,
      schema.unitCode,
      schema.unitText,
      article.qualifier,
    ],
  },
  isListed: true,
  examples: [
    { value: '4,000 feet', states: ['{unitCode FOT; value 4000}'] },
    { value: '4,000', states: ['raw 4,000'] },
    { value: '−12.5 °C', states: ['{unitCode CEL; value -12.5}'] },
    { value: '5–10 km', states: ['{maxValue 10; minValue 5; unitCode KMT}'] },
    { value: '{{convert|5|to|10|km|mi}}', states: ['{maxValue 10; minValue 5; unitCode KMT}'] },
    { value: 'about 5 km', states: ['{qualifier circa; unitCode KMT; value 5}'] },
    { value: '6 ft 1 in', states: ['{unitCode INH; value 73}'] },
    { value: '30 ft 6+1/2 in', states: ['{unitCode INH; value 366.5}'] },
    { value: '6½ in', states: ['{unitCode INH; value 6.5}'] },
    { value: '6+1/3 in', states: ['raw 6+1/3 in'] },
    { value: '1.2 million tonnes', states: ['{unitCode TNE; value 1200000}'] },
    { value: '1e10 m3', states: ['{unitCode MTQ; value 10000000000}'] },
    { value: '{{val|5.97|e=24|u=kg}}', states: ['{unitCode KGM; value 5970000000000000000000000}'] },
    { value: '{{height|ft=6|in=1}}', states: ['{unitCode INH; value 73}'] },
    { value: '{{convert|1244|ft|m}}', states: ['{unitCode FOT; value 1244}'] },
    { value: '357,021', label: 'area_km2', states: ['{unitCode KMK; value 357021}'] },
    { value: '137,847', label: 'area_sq_mi', states: ['{unitCode MIK; value 137847}'] },
    { value: '193', options: { unit: 'cm' }, states: ['{unitCode CMT; value 193}'] },
    {
      value: '43.5',
      label: 'density_km2_x',
      options: { unit: '/km2' },
      states: ['{unitText per square kilometre; value 43.5}'],
    },
    {
      value: '43.5',
      label: 'density_sq_mi',
      options: { unit: '/' },
      states: ['{unitText per square mile; value 43.5}'],
    },
    { value: '87 kg (2012)', states: ['{asOf 2012; unitCode KGM; value 87}'] },
    { value: '5.2 ± 0.3 km', states: ['{unitCode KMT; value 5.2}'] },
    { value: '10–5 km', states: ['raw 10–5 km'] },
    { value: 'less than 1 km', states: ['raw less than 1 km'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    const reading = readQuantities(text.value, draft.mappings.tables, usualUnit(field, key));
    for (const { value, words, notes = [] } of readValues(field, reading, true)) {
      // A number alone has its unit from the label.
      const unitSpan = /\d\P{N}*\p{L}|[%°]/u.test(words.value) ? words.span : withMeaning(field, words);
      const quantity = describeQuantity(draft, value, { part: mapping.id, words, unitSpan, rule });
      draft.state(subject, mapping.property, quantity, words.span, rule);
      stateBeside(field, { node: quantity, words, notes, asOf: article.asOf, isKept: false });
    }
  },
};

export interface QuantityWords {
  /** What its IRI begins with. */
  readonly part: string;
  readonly words: Text;
  /** The words that say the unit. */
  readonly unitSpan: Text['span'];
  readonly rule: string;
}

/** The node of a quantity with what is said of it. */
export function describeQuantity(
  draft: Draft,
  { minimum, maximum, unit, isAbout }: Quantity,
  { part, words, unitSpan, rule }: QuantityWords,
): NamedNode {
  const quantity = draft.part(part, ...new Set([minimum, maximum]), unit);
  const state = (property: NamedNode, object: Parameters<Draft['state']>[2], span = words.span): void =>
    draft.state(quantity, property, object, span, rule);
  draft.describe(quantity, schema.QuantitativeValue, words, rule);
  if (minimum === maximum) state(schema.value, numberLiteral(minimum));
  else {
    state(schema.minValue, numberLiteral(minimum));
    state(schema.maxValue, numberLiteral(maximum));
  }
  const isCode = isUnitCode(unit);
  state(
    isCode ? schema.unitCode : schema.unitText,
    isCode ? literal(unit) : draft.inLanguage(unit, 'en'),
    unitSpan,
  );
  if (isAbout) state(article.qualifier, literal('circa'));
  return quantity;
}

/** The unit of a number that stands alone. */
function usualUnit({ draft, mapping }: FieldValue, key: string): string | undefined {
  const { unit } = mapping.options;
  const { tables } = draft.mappings;
  if (unit === undefined || unit === '/') return unitOfLabel(key, tables, unit);
  return findUnit(unit, tables) ?? unit;
}
