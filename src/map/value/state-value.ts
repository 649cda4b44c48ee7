/** States a thing that a field names, and what stands beside it. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import type { Range } from '../../value/pieces.js';
import { stateBeside } from './beside.js';
import type { FieldValue } from './value-type.js';

/** Whether a field says where it wants what stands beside its values; otherwise that is reported. */
export function readsBeside({ mapping }: FieldValue): boolean {
  return mapping.options.node !== undefined || mapping.options.beside !== undefined;
}

/**
 * With `node`, a part of that class stands between the subject and the value: the same property leads from the subject to
 * the part and from there to the value, as schema.org's roles do (https://schema.org/Role).
 */
export function stateValue(
  field: FieldValue,
  value: NamedNode,
  words: Text,
  notes: readonly Range[] = [],
): void {
  const { draft, mapping, subject, rule } = field;
  const { node: type } = mapping.options;
  if (!type) draft.state(subject, mapping.property, value, words.span, rule);
  const node = type ? draft.part(mapping.id, words.value) : subject;
  if (type) {
    draft.state(subject, mapping.property, node, words.span, rule);
    draft.describe(node, type, words, rule);
    draft.state(node, mapping.property, value, words.span, rule);
  }
  if (readsBeside(field)) stateBeside(field, { node, words, notes, isKept: true });
}
