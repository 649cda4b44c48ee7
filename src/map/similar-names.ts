/** People whose names may be spellings of one: "Kristy Yang" and "Kristy Yeung". They stay two, and it is told. */
import type { Draft } from './draft.js';
import { namedPeople } from './named-people.js';

/** As many people of one first name are held against each other. */
const mostNamesakes = 40;

/** Shorter last names are alike by chance. */
const shortestName = 4;

export function reportSimilarNames(draft: Draft): void {
  const namesakes = new Map<string, Set<string>>();
  for (const { name } of namedPeople(draft.statements)) {
    const [, first = '', last = ''] = /^(.+)\s(\S+)$/.exec(name) ?? [];
    if (last.length < shortestName) continue;
    namesakes.set(first, (namesakes.get(first) ?? new Set()).add(last));
  }
  for (const [first, lasts] of namesakes) {
    const all = [...lasts].slice(0, mostNamesakes);
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(i + 1)) {
        if (!areAlike(one, other)) continue;
        const message = `"${first} ${one}" and "${first} ${other}" may be one person; they are two in the graph.`;
        draft.report('similar-names', 'warning', message);
      }
    }
  }
}

/** Whether two names begin and end alike and differ by two letters at most: "Yang" and "Yeung", not "Lee" and "Lane". */
function areAlike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let head = 0;
  while (head < Math.min(one.length, other.length) && one[head] === other[head]) head++;
  let tail = 0;
  const rest = Math.min(one.length, other.length) - head;
  while (tail < rest && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  const differing = Math.max(one.length, other.length) - head - tail;
  return head > 0 && tail > 0 && differing <= 2;
}
