import type { NamedNode } from '@rdfjs/types';
import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { schema, xsd } from '../../rdf/vocabulary.js';
import { namesNothing } from '../../value/nothing.js';
import { readAuthority } from '../../value/taxon.js';
import { taxaAround, taxonNode } from './taxa.js';
import type { FieldValue, ValueType } from './value-type.js';

export const taxonAuthorityType: ValueType<'taxon-authority'> = {
  name: 'taxon-authority',
  description:
    'Who named a taxon and when, as a part of the class `node`: its name is what the source says, those who are linked are what the same property leads to, the year goes where `beside` says. With `rank`, it is of the taxon of that rank that the box names.',
  options: ['node', 'beside', 'rank'],
  range: { classes: [], datatypes: [] },
  emits: { classes: [schema.Person], properties: [schema.name] },
  isListed: true,
  examples: [
    {
      value: '([[Ann Lee|Lee]], 1766)',
      options: { node: 'schema:Role', beside: { date: { property: 'schema:startDate' } } },
      states: ['{about Ann_Lee; startDate 1766}'],
    },
    { value: 'Lee & Roe', options: { node: 'schema:Role' }, states: ['{}'] },
    { value: '([[Ann Lee]]) Roe', options: { node: 'schema:Role' }, states: ['{about Ann_Lee}'] },
    { value: 'see text', options: { node: 'schema:Role' }, states: ['raw see text'] },
    { value: 'various', options: { node: 'schema:Role' }, states: ['raw various'] },
  ],
  map(field) {
    const { draft, mapping, key, text, rule } = field;
    const read = namesNothing(text.value.replace(/[()]/g, ''), draft.mappings.tables)
      ? null
      : readAuthority(text.value);
    const taxon = read ? taxonOf(field) : null;
    if (!read || !taxon) {
      const reason = read ? 'is of a taxon that the box does not name' : 'is no authority';
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason }, rule);
      return;
    }
    const node = draft.part('authority', text.value);
    draft.state(taxon, mapping.property, node, text.span, rule);
    draft.describe(node, mapping.options.node ?? schema.Role, text, rule);
    for (const { begin, end, target } of text.links ?? []) {
      if (target === undefined) continue;
      const person = draft.named(slice(text, begin, end), schema.Person, rule);
      draft.state(node, mapping.property, person, slice(text, begin, end).span, rule);
    }
    const published = mapping.options.beside?.date;
    if (!read.year || !published) return;
    const year = slice(text, read.year.begin, read.year.end);
    draft.state(node, published, literal(year.value, xsd.gYear), year.span, rule);
  },
};

/** What was named: the subject, or the taxon of a rank. */
function taxonOf(field: FieldValue): NamedNode | null {
  const { draft, mapping, subject, rule } = field;
  const { rank } = mapping.options;
  if (rank === undefined) return subject;
  const taxa = taxaAround(field);
  const taxon = taxa.find((one) => one.rank === rank);
  return taxon ? taxonNode(draft, taxa, taxon, rule) : null;
}
