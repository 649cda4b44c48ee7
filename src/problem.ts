import type { Span } from './article.js';

/** `error`: the input, or a part of it, could not be used. `warning`: a value was kept raw. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** A position in a source, as editors and code hosts count: lines and columns from 1, columns in code points. */
export interface Place {
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
}

/** Something about the input that its user should know. Problems are values: bad input never throws. */
export interface Problem {
  /** Stable name for programs and searches, in kebab case. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong and what to do, in a sentence. */
  readonly message: string;
  readonly place: Place;
  /** The label or name that it is about, for counting. */
  readonly about?: string;
  /** How often it was met, where that is more than told one by one. */
  readonly count?: number;
}

/** The place where a span begins. */
export function placeOf(source: string, span: Span | undefined): Place {
  return span ? { source, line: span.line, column: span.column } : { source };
}

/** `file:line:column`, the form that terminals and editors turn into a link. */
export function formatPlace(place: Place): string {
  return [place.source, place.line, place.column].filter((part) => part !== undefined).join(':');
}
