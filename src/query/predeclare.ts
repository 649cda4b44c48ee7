import { packagePrefixes } from '../read/package-prefixes.js';

export interface PreparedQuery {
  readonly text: string;
  /** Lines that stand before those of the user. */
  readonly added: number;
}

/** Prefixes that a query need not declare. */
export function knownPrefixes(): string[] {
  return Object.keys(packagePrefixes()).filter((name) => !['shape', 'sh'].includes(name));
}

/** Puts the declarations of known prefixes that are used, and not declared, before a query, in a line of their own. */
export function predeclare(query: string): PreparedQuery {
  const missing = knownPrefixes().filter(
    (name) =>
      new RegExp(`(?<![\\w.:-])${name}:`).test(query) &&
      !new RegExp(`prefix\\s+${name}\\s*:`, 'i').test(query),
  );
  if (missing.length === 0) return { text: query, added: 0 };
  const declarations = missing.map((name) => `PREFIX ${name}: <${packagePrefixes()[name]}>`);
  return { text: `${declarations.join(' ')}\n${query}`, added: 1 };
}
