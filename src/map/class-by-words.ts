import type { NamedNode } from '@rdfjs/types';
import type { Infobox } from '../article.js';
import type { Kind } from './kind.js';
import { labelKey } from './label-key.js';

/** The class that the words of a field say, where the kind has one that decides; the first box goes before the others. */
export function classByWords(
  boxes: readonly Infobox[],
  { name, claims, classBy }: Kind,
): { readonly class: NamedNode; readonly rule: string } | null {
  if (!classBy) return null;
  for (const { key, values } of boxes.flatMap(({ fields }) => fields)) {
    const claim = claims.find(key?.value ?? '');
    if (claim?.sort !== 'field' || claim.field.id !== classBy.field) continue;
    for (const { value } of values) {
      const found = classBy.classes.get(labelKey(value));
      if (found) return { class: found, rule: `${name}/classBy/${classBy.field}` };
    }
  }
  return null;
}
