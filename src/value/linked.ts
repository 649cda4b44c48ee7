/**
 * Texts with the words of their links masked: a link is one thing, whatever its words, and two links are two things.
 * Grammars look for separators in such a shape, and for words in the text itself; both are equally long.
 */
import type { Text } from '../article.js';
import type { Range } from './pieces.js';

const first = '\ue000';
const further = '\ue001';

/** The shape of a text. Links side by side to one page are one link. */
export function shapeOf({ value, links = [] }: Pick<Text, 'value' | 'links'>): string {
  let shape = '';
  let from = 0;
  let last: string | undefined;
  for (const { begin, end, target } of links) {
    if (target === undefined || begin < from || begin === end) continue;
    const between = value.slice(from, begin);
    const goesOn = target === last && /^\s*$/.test(between);
    const words = further.repeat(end - begin - 1);
    shape += goesOn ? further.repeat(between.length + 1) + words : between + first + words;
    [from, last] = [end, target];
  }
  return shape + value.slice(from);
}

/** The links in a stretch of a shape. */
export function linksIn(shape: string, { begin, end }: Range): Range[] {
  const found: Range[] = [];
  for (let at = shape.indexOf(first, begin); at >= 0 && at < end; ) {
    let to = at + 1;
    while (to < end && shape.charAt(to) === further) to++;
    found.push({ begin: at, end: to });
    at = shape.indexOf(first, to);
  }
  return found;
}

/** Whether the whole of a stretch of a shape is one link. */
export function isLink(shape: string, { begin, end }: Range): boolean {
  return begin < end && shape.charAt(begin) === first && /^\ue000\ue001*$/.test(shape.slice(begin, end));
}

export function beginsWithLink(shape: string): boolean {
  return shape.startsWith(first);
}

export function endsWithLink(shape: string): boolean {
  return shape.endsWith(first) || shape.endsWith(further);
}
