/** Names of a field in which commas lead outward: "Salt Works, Oslo, Norway" is one company, and where it is. */

import { matchesOf } from '../../value/matches.js';
import type { Left, Range, Reading } from '../../value/pieces.js';

/** Behind the first comma of a line that is in no name and no parenthesis stands a note on the last name before it. */
export function outwardNames<T>(text: string, { found, unread, left }: Reading<T>): Reading<T> {
  const all: readonly Range[] = [...found, ...found.flatMap(({ notes = [] }) => notes)];
  const names = [...found];
  const aside: Range[] = [];
  const commas: Left[] = [];
  for (const { 0: line, index: begin } of matchesOf(/[^\n]+/g, text)) {
    const end = begin + line.trimEnd().length;
    const at = commaIn(text, begin, end, all);
    const last = names.findLastIndex((name) => at !== null && name.begin >= begin && name.end <= at);
    const name = names[last];
    if (at === null || !name) continue;
    const from = at + 1 + (/^\s*/.exec(text.slice(at + 1, end)) as RegExpExecArray)[0].length;
    if (from >= end) continue;
    aside.push({ begin: at, end });
    commas.push({ begin: at, end: from, rule: 'separator' });
    names[last] = {
      ...name,
      notes: [...(name.notes ?? []).filter((note) => note.end <= at), { begin: from, end }],
    };
  }
  const isOutside = <R extends Range>(one: R): boolean =>
    !aside.some(({ begin, end }) => one.begin < end && one.end > begin);
  return {
    found: names.filter(isOutside),
    unread: unread.filter(isOutside),
    left: [...left.filter(isOutside), ...commas],
  };
}

function commaIn(text: string, begin: number, end: number, names: readonly Range[]): number | null {
  for (let at = text.indexOf(',', begin); at >= 0 && at < end; at = text.indexOf(',', at + 1))
    if (!names.some((name) => name.begin <= at && at < name.end)) return at;
  return null;
}
