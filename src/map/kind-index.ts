/** What is asked of all kinds together, so that a start need not compile them: the build writes it beside the files. */
import type { Kind } from './kind.js';

export interface KindIndex {
  /** Keys of the labels of all fields. */
  readonly labels: readonly string[];
  /** Keys of the names of sections that some kind reads. */
  readonly sections: readonly string[];
  /** Label keys of the fields that are signs of their kinds, with the names of those. */
  readonly signs: readonly (readonly [key: string, kind: string])[];
}

export function indexKinds(kinds: readonly Kind[]): KindIndex {
  return {
    labels: [...new Set(kinds.flatMap(({ claims }) => claims.labelKeys))],
    sections: [...new Set(kinds.flatMap(({ sections }) => [...sections.keys()]))],
    signs: kinds.flatMap(({ name, fields }) =>
      [...fields].flatMap(([key, { isSign }]) => (isSign ? [[key, name] as const] : [])),
    ),
  };
}
