/** Pairs of parameters of which one says what the other means: "subdivision_type = County". */
import type { NamedNode } from '@rdfjs/types';
import type { Field } from '../article.js';
import { entry } from '../entry.js';
import { schema } from '../rdf/vocabulary.js';
import type { Claim, Pair } from './claims.js';
import { pairRule } from './claims.js';
import type { Draft } from './draft.js';
import { isTooLong, quoted } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { keepField, mapValues } from './field-values.js';
import { labelKey } from './label-key.js';
import { holdsMarkup, whyNoName } from './no-name.js';

export const emits = {
  classes: [schema.PropertyValue],
  properties: [schema.additionalProperty, schema.name, schema.value],
};

type Half = Extract<Claim, { sort: 'pair' }>;
type Halves = Partial<Record<Half['side'], Field>>;

/** The fields of one box that come in pairs. */
export class PairedFields {
  private readonly pairs = new Map<Pair, Map<string, Halves>>();

  add({ pair, side, number }: Half, field: Field): void {
    entry(entry(this.pairs, pair, newHalves), number, (): Halves => ({}))[side] = field;
  }

  /** States what each means, in the order of the article. What a label means that is not known is kept with its label. */
  map(draft: Draft, subject: NamedNode): void {
    for (const [pair, numbered] of this.pairs)
      for (const halves of numbered.values()) mapPair(draft, subject, pair, halves);
  }
}

const newHalves = (): Map<string, Halves> => new Map();

function mapPair(draft: Draft, subject: NamedNode, pair: Pair, { label, value }: Halves): void {
  const { rule } = pair;
  const words = label?.values.map((text) => text.value).join(' ') ?? '';
  const mapping = label ? meaningOf(words, pair) : pair.unlabelled;
  if (label) keepField({ draft, subject }, label, rule);
  if (!value) return;
  if (mapping) {
    mapValues({ draft, mapping, subject, rule: pairRule(pair, mapping), meaning: label?.values[0] }, value);
    return;
  }
  keepField({ draft, subject }, value, rule);
  if (label) stateAsNamed(draft, subject, label, value, rule);
  const key = value.key?.value ?? '';
  const message = label
    ? `No mapping knows what ${quoted(words)} says of ${quoted(key)}; both are kept under raw:.`
    : `Nothing says what ${quoted(key)} means; kept under raw:.`;
  draft.report('unmapped-field', 'info', message, value.key?.span ?? value.span, words || key);
}

/** What a label means that no mapping knows is a property that is called as the label calls it. */
function stateAsNamed(draft: Draft, subject: NamedNode, label: Field, { values }: Field, rule: string): void {
  const [name, ...others] = label.values;
  if (!name || others.length > 0 || isTooLong(name) || whyNoName(name, draft.mappings.tables) !== null)
    return;
  for (const words of values) {
    if (isTooLong(words) || holdsMarkup(words.value)) continue;
    const node = draft.part(name.value, words.value);
    draft.state(subject, schema.additionalProperty, node, words.span, rule);
    draft.describe(node, schema.PropertyValue, name, rule);
    draft.state(node, schema.value, draft.inLanguage(words.value), words.span, rule);
  }
}

/** What words say that the other parameter means: all of them, else as many of the last as are known. */
function meaningOf(words: string, { meanings, endings }: Pair): FieldMapping | undefined {
  const key = labelKey(words);
  const whole = meanings.get(key);
  if (whole || endings.size === 0) return whole;
  for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
    const field = endings.get(key.slice(at + 1));
    if (field) return field;
  }
  return undefined;
}
