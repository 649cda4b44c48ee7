import type { Text } from '../article.js';
import { shapeOf } from '../value/linked.js';
import { readNames } from '../value/name.js';
import type { NameStyle } from '../value/name-style.js';
import type { Reading } from '../value/pieces.js';
import type { ValueTables } from '../value/tables.js';

/** The names that a text lists; the words of a link are one name. */
export function namesIn(text: Text, style: NameStyle, tables: ValueTables): Reading<string> {
  return readNames(text.value, style, tables, shapeOf(text));
}
