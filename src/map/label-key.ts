import { remembered } from '../remembered.js';
import { singular } from '../value/singular.js';

/** Words that make no difference between labels. */
const ignored = new Set(['and', 'the']);

/**
 * Labels that mean the same have the same key: case, `_`, spaces and punctuation do not count, nor does "and", nor
 * singular or plural ("Production companies", `production_company`; "Awards & nominations").
 */
export const labelKey = remembered(10_000, makeKey);

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
