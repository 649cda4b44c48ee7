/** Labels with a number in them: `office{n}` is "office", "office1", "Office 2". */

import { matchesOf } from '../value/matches.js';
import { labelKey } from './label-key.js';

const slot = '{n}';

/** A mark for the number that no label key holds. */
const mark = '#';

/** The keys under which a label of a mapping is found. */
export function keysOfLabel(label: string): readonly string[] {
  const at = label.indexOf(slot);
  if (at < 0) return [labelKey(label)];
  const [before, after] = [label.slice(0, at), label.slice(at + slot.length)];
  return [labelKey(before + after), numberedKey(before, after)];
}

/** The keys under which a label of a source may be found that has a number in it, with the number. */
export function* numberedKeys(written: string): Generator<{ readonly key: string; readonly number: string }> {
  if (!/\d/.test(written)) return;
  for (const { index, 0: digits } of matchesOf(/\d+/g, written)) {
    const key = numberedKey(written.slice(0, index), written.slice(index + digits.length));
    yield { key, number: digits.replace(/^0+(?=\d)/, '') };
  }
}

function numberedKey(before: string, after: string): string {
  return `${labelKey(before)}${mark}${labelKey(after)}`;
}
