import type { Text } from '../article.js';
import type { NameStyle } from '../value/name.js';
import { linkedCharacter, readNames } from '../value/name.js';
import type { Reading } from '../value/pieces.js';
import type { ValueTables } from '../value/tables.js';

/** The names that a text lists; the words of a link are one name. */
export function namesIn(text: Text, style: NameStyle, tables: ValueTables): Reading<string> {
  return readNames(text.value, style, tables, shapeOf(text));
}

/** A text with its links' words masked, so that nothing inside them parts names. */
export function shapeOf({ value, links = [] }: Text): string {
  let shape = '';
  let from = 0;
  for (const { begin, end, target } of links) {
    if (target === undefined || begin < from) continue;
    shape += value.slice(from, begin) + linkedCharacter.repeat(end - begin);
    from = end;
  }
  return shape + value.slice(from);
}
