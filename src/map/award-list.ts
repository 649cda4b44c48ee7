/** Lists of awards: a recognition a line. Headings and lines above say who gives them, and how they came out. */
import type { List, Section, Text } from '../article.js';
import { linkOf } from '../article.js';
import type { AwardCells } from './award-cells.js';
import type { Scope } from './award-headings.js';
import { scopeUnder } from './award-headings.js';
import { readAwardLine } from './award-line.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import type { Cells } from './recognition.js';
import type { RecognitionMapper } from './recognitions.js';

/** Reads a list; false where nothing of it can be read. */
export function mapAwardList(mapper: RecognitionMapper, section: Section, list: List, outer: Scope): boolean {
  const { cells, draft } = mapper;
  /** What holds for items of the first level, and for the present one. */
  let [base, scope] = [outer, outer];
  const read = list.items.map(({ text, level }, i) => {
    const next = list.items[i + 1]?.level ?? 0;
    if (level === 1) scope = base;
    const isHead = next === level && isGiverOver(text, list.items[i + 1]?.text, cells);
    const one =
      isTooLong(text) || isSentence(text) || isHead
        ? null
        : withResult(readAwardLine(text, scope.giver, cells, draft.mappings.tables), scope, cells);
    const under =
      next > level || (next === level && one === null && !/[,;:–—](?=\s)/.test(text.value))
        ? scopeUnder(scope, text, cells)
        : scope;
    if (under === scope) return one;
    // Who gives what follows begins anew; how it came out is said behind that.
    const isGiver = under.giver !== scope.giver;
    scope = isGiver && next === level ? scopeUnder(outer, text, cells) : under;
    if (level === 1 && next === level) base = scope;
    return 'heading';
  });
  if (!read.some((one) => one !== null && one !== 'heading')) return false;
  const names = fullNames(read.flatMap((one) => (one && one !== 'heading' && one.giver ? [one.giver] : [])));
  for (const [i, { text }] of list.items.entries()) {
    const one = read[i];
    if (one === 'heading' || draft.isFull) continue;
    if (one) {
      // What a link says that it is called is its name.
      const isLinked = one.giver !== undefined && linkOf(one.giver) !== undefined;
      const giver = isLinked ? one.giver : (names.get(labelKey(one.giver?.value ?? '')) ?? one.giver);
      mapper.mapLine(section, { ...one, ...(giver ? { giver } : {}) });
    } else if (!isSentence(text)) mapper.leaveLine(section, text);
  }
  return true;
}

function withResult<Read extends Cells>(
  read: Read | null,
  { result }: Scope,
  cells: AwardCells,
): Read | null {
  if (!read || !result || read.result) return read;
  return cells.outcome(result.value) ? { ...read, result } : read;
}

/** Whether a line names a giver and the one behind it begins with how something came out: "Stone Awards (1990)", "Won: Best Film". */
function isGiverOver(text: Text, next: Text | undefined, cells: AwardCells): boolean {
  const [, result] = /^(\p{L}+)\s*:/u.exec(next?.value ?? '') ?? [];
  return result !== undefined && cells.isResult(result) && cells.namesGiver(text.value);
}

/** Sentences are read as such. */
function isSentence({ value }: Text): boolean {
  return /[.!?]["”’)\]]*$/.test(value) && value.split(' ').length > 8;
}

/** "Stone Award" is what "Stone Awards" are called elsewhere in the list: one giver, by its longer name, if it says no year. */
function fullNames(givers: readonly Text[]): Map<string, Text> {
  const names = new Map<string, Text>();
  for (const giver of givers) {
    if (/\d/.test(giver.value)) continue;
    const key = labelKey(giver.value);
    const known = names.get(key);
    if (!known || giver.value.length > known.value.length) names.set(key, giver);
  }
  return names;
}
