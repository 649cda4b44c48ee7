import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { linkOf, slice, spanning } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { schema } from '../../rdf/vocabulary.js';
import { namesNothing } from '../../value/nothing.js';
import { readTaxonName } from '../../value/taxon.js';
import { withMeaning } from './meaning.js';
import type { RankedTaxon } from './taxa.js';
import { nameWords, taxaAround, taxonNode } from './taxa.js';
import type { FieldValue, ValueType } from './value-type.js';

/** What the scientific names of the subject and its rank are stated in. */
const latin = 'la';

export const taxonType: ValueType<'taxon'> = {
  name: 'taxon',
  description:
    'The taxon of a `rank` that the subject belongs to, which leads to the next higher one that the box names; the lowest is the subject itself, whose scientific name goes to `name`. Without `rank`, a taxon and nothing more.',
  options: ['rank', 'name'],
  range: { classes: [schema.Taxon], datatypes: [] },
  emits: { classes: [], properties: [schema.taxonRank] },
  isListed: true,
  examples: [
    {
      value: 'Salina',
      options: { rank: 'genus', name: 'schema:alternateName' },
      states: ['taxonRank genus', 'alternateName Salina@la'],
    },
    { value: "''S. marina''", options: { rank: 'species' }, states: ['taxonRank species'] },
    { value: "''Salina alba'' Roe, 1910", states: ['Salina_alba'] },
    { value: 'TBA', states: ['raw TBA'] },
    { value: 'see text', options: { rank: 'species' }, states: ['raw see text'] },
    { value: 'incertae sedis', options: { rank: 'order' }, states: ['raw incertae sedis'] },
  ],
  map(field) {
    if (field.mapping.options.rank === undefined) {
      mapAlone(field);
      return;
    }
    const { draft, mapping, text, rule } = field;
    const taxa = taxaAround(field);
    const at = taxa.findIndex((one) => one.text === text);
    const taxon = taxa[at];
    const node = taxon?.read && isNamed(taxon, taxa) ? taxonNode(draft, taxa, taxon, rule) : null;
    if (!taxon?.read || !node) {
      refuse(field);
      return;
    }
    const words = nameWords(draft, text, taxon.read);
    draft.state(node, schema.taxonRank, literal(taxon.rank), withMeaning(field, words), rule);
    if (node.equals(draft.thing)) stateName(field, taxon, taxa, words);
    const parent = parentOf(field, taxa, at);
    if (parent) draft.state(node, mapping.property, parent.node, parent.words.span, rule);
  },
};

function refuse({ draft, key, text, rule }: FieldValue): void {
  const unread = { begin: 0, end: text.value.length, reason: 'is no name of a taxon' };
  draft.unreadField(key, text, unread, rule);
}

function mapAlone(field: FieldValue): void {
  const { draft, mapping, subject, text, rule } = field;
  const read = readTaxonName(text.value, text.links);
  const words = read && slice(text, read.name.begin, read.name.end);
  const isKnown = words && (read.form === 'whole' || linkOf(words)?.target !== undefined);
  if (!isKnown || namesNothing(words.value, draft.mappings.tables)) {
    refuse(field);
    return;
  }
  nameWords(draft, text, read);
  draft.state(subject, mapping.property, draft.named(words, schema.Taxon, rule), words.span, rule);
}

/** A lone epithet names something only behind its genus. */
function isNamed({ read }: RankedTaxon, taxa: readonly RankedTaxon[]): boolean {
  return read?.form !== 'epithet' || genusOf(taxa) !== undefined;
}

function genusOf(taxa: readonly RankedTaxon[]): Text | undefined {
  const genus = taxa.find(({ rank, read }) => rank === 'genus' && read?.form === 'whole');
  return genus?.read ? slice(genus.text, genus.read.name.begin, genus.read.name.end) : undefined;
}

/** The scientific name of the subject: of a species, with that of its genus. */
function stateName(
  { draft, mapping, rule }: FieldValue,
  { read }: RankedTaxon,
  taxa: readonly RankedTaxon[],
  words: Text,
): void {
  const property = mapping.options.name;
  const genus = genusOf(taxa);
  if (!property || read?.form === 'short') return;
  if (read?.form === 'whole')
    draft.state(draft.thing, property, draft.inLanguage(words.value, latin), words.span, rule);
  else if (genus && genus.span.begin < words.span.begin) {
    const name = draft.inLanguage(`${genus.value} ${words.value}`, latin);
    draft.state(draft.thing, property, name, spanning(genus, words), rule);
  }
}

/** The next higher taxon that the box names. */
function parentOf(
  { draft, rule }: FieldValue,
  taxa: readonly RankedTaxon[],
  at: number,
): { readonly node: NamedNode; readonly words: Text } | null {
  for (let i = at - 1; i >= 0; i--) {
    const { text, read } = taxa[i] as RankedTaxon;
    const node = read && taxonNode(draft, taxa, taxa[i] as RankedTaxon, rule);
    if (read && node) return { node, words: slice(text, read.name.begin, read.name.end) };
  }
  return null;
}
