import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { localWords, schema, xsd } from '../../rdf/vocabulary.js';
import type { Money } from '../../value/money.js';
import { readMoney } from '../../value/money.js';
import type { Numeral } from '../../value/number.js';
import { isInteger, isRounding } from '../../value/number.js';
import type { Draft } from '../draft.js';
import { quoted } from '../draft.js';
import { agents } from '../known-agents.js';
import type { Topic } from '../topic-memory.js';
import type { NamedPlace } from './named-place.js';
import { namedPlace, statePlace } from './named-place.js';
import { readValues } from './readings.js';
import { dateLiteral } from './release.js';
import type { ValueType } from './value-type.js';

/** An amount of money that is stated. */
interface KnownAmount {
  readonly node: NamedNode;
  /** Subject, property and currency. */
  readonly kind: string;
  readonly minimum: Numeral;
  readonly maximum: Numeral;
  /** Name of the place, or empty. */
  place: string;
}

/** The amounts that are stated, so that the same one is not stated again. */
const amounts: Topic<KnownAmount[]> = { begin: () => [] };

export const moneyType: ValueType<'money'> = {
  name: 'money',
  description:
    'Amounts with their ISO 4217 currency, exact or as a range, and where they were earned or spent. The date beside an amount goes where `beside` says.',
  options: ['territory', 'beside'],
  range: { classes: [schema.MonetaryAmount], datatypes: [] },
  emits: {
    classes: [schema.Country, schema.Place],
    properties: [schema.name, schema.currency, schema.value, schema.minValue, schema.maxValue],
  },
  isListed: false,
  examples: [
    { value: 'HK$15,557,580', states: ['{currency HKD; value 15557580}'] },
    { value: '€1.2–1.5 million', states: ['{currency EUR; maxValue 1500000; minValue 1200000}'] },
    { value: '500', states: ['raw 500'] },
    {
      value: '€5 million (2019)',
      options: { beside: { date: { property: 'article:asOf' } } },
      states: ['{asOf 2019; currency EUR; value 5000000}'],
    },
    { value: '€5 million (2019)', states: ['raw €5 million (2019)'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const reading = readMoney(
      text.value,
      draft.mappings.tables,
      draft.recall(agents).countries,
      text.qualities,
      mapping.options.beside?.date !== undefined,
    );
    for (const { value, words } of readValues(field, reading)) {
      const { territory, asOf } = value;
      const date = mapping.options.beside?.date;
      const place = territory ? namedPlace(text, territory) : null;
      const amount = stateAmount(
        draft,
        { subject, property: mapping.property, ...mapping.options },
        value,
        words,
        place,
        rule,
      );
      if (!asOf || !date) continue;
      const { span } = slice(text, asOf.begin, asOf.end);
      draft.state(amount, date, dateLiteral(asOf.value), span, rule);
    }
  },
};

/** Where an amount is stated. */
interface AmountPlace {
  readonly subject?: NamedNode;
  readonly property: NamedNode;
  readonly territory?: NamedNode;
}

/**
 * States an amount of money. The same amount that was stated before is the same thing, unless the places differ; a place
 * that only one of the two tells is the place of both.
 */
export function stateAmount(
  draft: Draft,
  { subject = draft.thing, property, territory }: AmountPlace,
  { currency, minimum, maximum }: Pick<Money, 'currency' | 'minimum' | 'maximum'>,
  words: Text,
  where: NamedPlace | null,
  rule: string,
): NamedNode {
  const range = minimum === maximum ? [minimum] : [minimum, maximum];
  const place = where?.place.name ?? '';
  const kind = `${subject.value} ${property.value} ${currency}`;
  const stated = draft.recall(amounts);
  const ofKind = stated.filter((known) => known.kind === kind);
  const same = ofKind.filter((known) => known.minimum === minimum && known.maximum === maximum);
  const known =
    same.find((amount) => amount.place === place) ??
    same.find((amount) => amount.place === '' || place === '');
  const label = localWords(property);
  const amount = known?.node ?? draft.part(label, currency, ...range, place);
  if (known) known.place ||= place;
  else {
    const other = ofKind.find((one) => one.place === place && !isRounding(one.maximum, maximum));
    if (other) {
      const message = `${quoted(words.value)}: elsewhere the article says another ${label}; both are in the graph.`;
      draft.report('contradiction', 'warning', message, words.span);
    }
    stated.push({ node: amount, kind, minimum, maximum, place });
  }

  const state = (predicate: NamedNode, object: Parameters<typeof draft.state>[2]): void =>
    draft.state(amount, predicate, object, words.span, rule);
  draft.state(subject, property, amount, words.span, rule);
  if (!known) draft.describe(amount, schema.MonetaryAmount, words, rule);
  state(schema.currency, literal(currency));
  if (minimum === maximum) state(schema.value, numberLiteral(minimum));
  else {
    state(schema.minValue, numberLiteral(minimum));
    state(schema.maxValue, numberLiteral(maximum));
  }
  if (where && territory) {
    const node = statePlace(draft, where, rule);
    draft.state(amount, territory, node, where.words.span, rule);
  }
  return amount;
}

export function numberLiteral(value: Numeral) {
  return literal(value, isInteger(value) ? xsd.integer : xsd.decimal);
}
