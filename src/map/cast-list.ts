/** Cast lists: a bullet a performer, or several performers of one character. */
import type { NamedNode } from '@rdfjs/types';
import type { Item, List, Section, Text } from '../article.js';
import { slice } from '../article.js';
import type { Range } from '../value/pieces.js';
import type { Role } from '../value/role.js';
import { readCharacter, splitRole } from '../value/role.js';
import { isTooLong } from './draft.js';
import { shapeOf } from './names-in.js';
import type { Performances } from './performances.js';

/** @param bare whether a bullet may be a name alone */
export function mapCastList(cast: Performances, section: Section, list: List, bare: boolean): void {
  let above: { level: number; performances: readonly NamedNode[] } | null = null;
  let pairEnd = -1;
  for (const [index, item] of list.items.entries()) {
    const { level, text } = item;
    const isBelow: boolean = above !== null && level > above.level;
    if (!isBelow && headsOthers(cast, item, list.items[index + 1])) {
      above = null;
      if (isPair(cast, list.items, index)) pairEnd = index + 1;
      else continue;
    }
    if (pairEnd >= index) {
      cast.leave(section, text);
      continue;
    }
    const performances = mapItem(cast, text, bare && !isBelow);
    if (performances.length > 0) above = { level, performances };
    // What stands below a performance describes it.
    else if (above && isBelow) for (const node of above.performances) cast.describe(node, text);
    else cast.leave(section, text);
  }
}

/** A bullet without a role, with others below it, is a heading: "Main cast". */
function headsOthers({ spec }: Performances, { level, text }: Item, next: Item | undefined): boolean {
  return next !== undefined && next.level > level && splitRole(shapeOf(text), spec).role === null;
}

/**
 * Whether one item alone, without a role, stands below a name of several words: that may be a performer with a role as well
 * as a heading.
 */
function isPair(cast: Performances, items: readonly Item[], index: number): boolean {
  const [head, only, next] = items.slice(index, index + 3) as [Item, Item, Item | undefined];
  if ((next?.level ?? 0) > head.level || splitRole(shapeOf(only.text), cast.spec).role !== null) return false;
  const { value } = head.text;
  return value.includes(' ') && cast.namesIn(head.text, { begin: 0, end: value.length }) !== null;
}

/** The performances that a bullet states; none where they cannot be told. */
function mapItem(cast: Performances, text: Text, bare: boolean): NamedNode[] {
  if (isTooLong(text)) return [];
  const split = splitRole(shapeOf(text), cast.spec);
  if (split.role === null) return bare ? mapBareNames(cast, text) : [];
  const sides = rightWayRound(cast, text.value, split);
  const performers = cast.namesIn(text, sides.performer);
  if (!performers) return [];
  const { name, description } = readCharacter(text.value, sides.role, cast.spec, cast.tables);
  const last = name ?? sides.performer;
  const begin = Math.min(sides.performer.begin, last.begin);
  const whole = slice(text, begin, Math.max(sides.performer.end, last.end));
  const character = name && slice(text, name.begin, name.end);
  const descriptions = description ? [slice(text, description.begin, description.end)] : [];
  return performers.map((performer) =>
    cast.state(whole, performer.name, { character, descriptions: [...performer.notes, ...descriptions] }),
  );
}

/** Names without a character. Names between commas may as well be a performer and a role, unless they are known. */
function mapBareNames(cast: Performances, text: Text): NamedNode[] {
  const performers = cast.namesIn(text, { begin: 0, end: text.value.length }) ?? [];
  const between = text.value.slice(0, text.value.lastIndexOf(performers.at(-1)?.name.value ?? ''));
  const isList = performers.length > 1 && between.includes(',');
  if (isList && !performers.every(({ name }) => cast.knows(name.value))) return [];
  return performers.map(({ name, notes }) =>
    cast.state(name, name, { character: null, descriptions: notes }),
  );
}

/** "Character – Performer" is told from "Performer – Character" by the names that the infobox knows. */
function rightWayRound(
  cast: Performances,
  text: string,
  { performer, role, isDash }: Role,
): { performer: Range; role: Range } {
  const other = role as Range;
  const isKnown = ({ begin, end }: Range): boolean => cast.knows(text.slice(begin, end));
  return isDash && isKnown(other) && !isKnown(performer)
    ? { performer: other, role: performer }
    : { performer, role: other };
}
