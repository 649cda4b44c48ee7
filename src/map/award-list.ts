/** Lists of awards: a recognition a line. Headings and lines above say who gives them, and how they came out. */
import type { List, Section, Text } from '../article.js';
import type { AwardCells } from './award-cells.js';
import { readAwardLine } from './award-line.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import type { Cells } from './recognition.js';
import type { RecognitionMapper } from './recognitions.js';

/** What headings and lines above a list say of all of it. */
export interface Scope {
  readonly giver?: Text;
  readonly result?: Text;
}

/** A longer line is a sentence. */
const longestHeading = 80;

/** What a line or a heading adds to what is said above it. A line that says neither ends what lines before it said. */
export function scopeUnder(outer: Scope, line: Text, cells: AwardCells): Scope {
  const { value } = line;
  if (cells.isResult(value)) return { ...outer, result: line };
  return value.length <= longestHeading && cells.namesGiver(value) ? { ...outer, giver: line } : outer;
}

/** Reads a list; false where nothing of it can be read. */
export function mapAwardList(mapper: RecognitionMapper, section: Section, list: List, outer: Scope): boolean {
  const { cells, draft } = mapper;
  let scope = outer;
  const read = list.items.map(({ text, level }, i) => {
    const isHead = (list.items[i + 1]?.level ?? 0) > level;
    if (level === 1) scope = outer;
    if (isHead) {
      const under = scopeUnder(scope, text, cells);
      if (under !== scope) {
        scope = under;
        return 'heading';
      }
    }
    return isTooLong(text) || isSentence(text)
      ? null
      : withResult(readAwardLine(text, scope.giver, cells, draft.mappings.tables), scope, cells);
  });
  if (!read.some((one) => one !== null && one !== 'heading')) return false;
  const names = fullNames(read.flatMap((one) => (one && one !== 'heading' && one.giver ? [one.giver] : [])));
  for (const [i, { text }] of list.items.entries()) {
    const one = read[i];
    if (one === 'heading' || draft.isFull) continue;
    if (one) {
      const giver = names.get(labelKey(one.giver?.value ?? '')) ?? one.giver;
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
