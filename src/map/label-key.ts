import { ownCopy } from '../source.js';
import { singular } from '../value/singular.js';

/** Words that make no difference between labels. */
const ignored = new Set(['and', 'the']);

/**
 * Labels that mean the same have the same key: case, `_`, spaces and punctuation do not count, nor does "and", nor
 * singular or plural ("Production companies", `production_company`; "Awards & nominations").
 */
export function labelKey(label: string): string {
  const known = keys.get(label);
  if (known !== undefined) return known;
  const key = makeKey(label);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(ownCopy(label), key);
  return key;
}

/** Labels come again and again; how many are remembered is bounded, as articles may write any. */
const keys = new Map<string, string>();
const mostKeys = 10_000;

function makeKey(label: string): string {
  return label
    .normalize('NFC')
    .toLowerCase()
    .replace(/\(e?s\)/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '' && !ignored.has(word))
    .map(singular)
    .join(' ');
}
