/** The taxa that a box names by their ranks: the lowest is the subject, each other one has those below it. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { boxWith, linkOf, slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { TaxonName } from '../../value/taxon.js';
import { readTaxonName } from '../../value/taxon.js';
import type { Draft } from '../draft.js';
import type { Topic } from '../topic-memory.js';
import type { FieldValue } from './value-type.js';

export interface RankedTaxon {
  readonly rank: string;
  readonly text: Text;
  readonly read: TaxonName | null;
}

/** The taxa of the box that holds a value, from the highest to the lowest. */
export function taxaAround({ draft, text }: FieldValue): readonly RankedTaxon[] {
  const box = boxWith(draft.article, text);
  const taxa = (box?.fields ?? []).flatMap(({ key, values: [value] }): RankedTaxon[] => {
    const claim = draft.kind?.claims.find(key?.value ?? '');
    const rank =
      claim?.sort === 'field' && claim.field.value === 'taxon' ? claim.field.options.rank : undefined;
    return rank === undefined || !value
      ? []
      : [{ rank, text: value, read: readTaxonName(value.value, value.links) }];
  });
  const { ranks } = draft.mappings.tables;
  return taxa.sort((a, b) => ranks.indexOf(a.rank) - ranks.indexOf(b.rank));
}

/** The words of a scientific name; what else the text holds is entered as left out. */
export function nameWords(draft: Draft, text: Text, { name, authority, left }: TaxonName): Text {
  draft.leaveOut(text, left);
  const words = slice(text, name.begin, name.end);
  if (authority) draft.leaveNote(slice(text, authority.begin, authority.end), words);
  return words;
}

const stated: Topic<Map<Text, NamedNode>> = { begin: () => new Map() };

/** The thing of a taxon: the subject if it is the lowest; null where its name cannot be known. */
export function taxonNode(draft: Draft, taxa: readonly RankedTaxon[], taxon: RankedTaxon, rule: string) {
  if (taxon === taxa.at(-1)) return draft.thing;
  const { read, text } = taxon;
  if (!read) return null;
  const known = draft.recall(stated).get(text);
  if (known) return known;
  const words = slice(text, read.name.begin, read.name.end);
  if (read.form !== 'whole' && linkOf(words)?.target === undefined) return null;
  const node = draft.named(words, schema.Taxon, rule);
  draft.recall(stated).set(text, node);
  return node;
}
