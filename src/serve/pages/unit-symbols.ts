/** How a unit of measure is written on a page: the shortest of the ways that the table of units knows. */
import { parse } from 'yaml';
import { readUnitsFile } from '../../read/package-files.js';

let symbols: ReadonlyMap<string, string> | null = null;

/**
 * @param code a UN/CEFACT common code
 * @returns the code itself where the table has none such; nothing for a mere number
 */
export function unitSymbol(code: string): string {
  symbols ??= symbolsOf((parse(readUnitsFile()) as { entries: Readonly<Record<string, string>> }).entries);
  return code === 'C62' ? '' : (symbols.get(code) ?? code);
}

function symbolsOf(entries: Readonly<Record<string, string>>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [words, code] of Object.entries(entries)) {
    const best = found.get(code);
    if (best === undefined || rank(words) < rank(best)) found.set(code, words);
  }
  return found;
}

/** Signs such as ² come first, then words with a blank such as `sq mi`, then the shortest. */
function rank(words: string): number {
  return (/[²³°·%]/.test(words) ? 0 : /^(?:sq|cu) /.test(words) ? 100 : 200) + words.length;
}
