/** Pairs of parameters of which one says what the other means: "subdivision_type = County". */
import type { NamedNode } from '@rdfjs/types';
import type { Field } from '../article.js';
import { entry } from '../entry.js';
import type { Claim, Pair } from './claims.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { keepField, mapValues } from './field-values.js';
import { labelKey } from './label-key.js';

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

function mapPair(draft: Draft, subject: NamedNode, { rule, meanings }: Pair, { label, value }: Halves): void {
  const words = label?.values.map((text) => text.value).join(' ') ?? '';
  const mapping = meanings.get(labelKey(words));
  if (label) keepField({ draft, subject }, label, rule);
  if (!value) return;
  if (mapping) {
    mapValues({ draft, mapping, subject, rule: `${rule}/${mapping.id.replaceAll(' ', '_')}` }, value);
    return;
  }
  keepField({ draft, subject }, value, rule);
  const key = value.key?.value ?? '';
  const message = label
    ? `No mapping knows what ${quoted(words)} says of ${quoted(key)}; both are kept under raw:.`
    : `Nothing says what ${quoted(key)} means; kept under raw:.`;
  draft.report('unmapped-field', 'info', message, value.key?.span ?? value.span, words || key);
}
