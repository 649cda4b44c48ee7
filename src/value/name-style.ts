/** Whose name a name is. */
import type { ValueTables } from './tables.js';

/**
 * What a field names. People are told apart at every "and"; an organisation's name may hold one. What is written as a phrase
 * ("Western philosophy") has a capital in its first word at most.
 */
export type NameStyle = 'person' | 'organisation' | 'any' | 'phrase';

/** Whether a name is written as that of an organisation or a band. */
export function isOrganisation(name: string, tables: ValueTables): boolean {
  if (name.startsWith('The ')) return true;
  const words = name.split(/\s+/);
  return words
    .slice(words.length > 1 ? 1 : 0)
    .some((word) => tables.organisations.has(word.replace(/,$/, '')));
}
