/** What a mapping says that is right of a field's values, besides their type. */
import type { LibraryEntry } from './mapping-schema.js';

export interface Bounds {
  /** How many values a subject has at most. */
  readonly most?: number | undefined;
  /** Of a number as it is stated, or of the year of a date. */
  readonly least?: number | undefined;
  readonly greatest?: number | undefined;
  /** The whole value fits it. */
  readonly pattern?: RegExp;
  /** Ids of fields whose dates are not earlier, or not later. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** Null where the mapping bounds nothing. */
export function compileBounds(spec: LibraryEntry, report: (message: string) => void): Bounds | null {
  const { most, least, greatest, pattern, before, after } = spec;
  if ([most, least, greatest, pattern, before, after].every((bound) => bound === undefined)) return null;
  const compiled = pattern === undefined ? {} : compilePattern(pattern, report);
  return { most, least, greatest, before, after, ...compiled };
}

function compilePattern(pattern: string, report: (message: string) => void): Pick<Bounds, 'pattern'> {
  try {
    return { pattern: new RegExp(`^(?:${pattern})$`, 'u') };
  } catch (error) {
    report(`This is no regular expression: ${(error as Error).message}`);
    return {};
  }
}
