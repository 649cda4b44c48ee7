/** Of which kinds the page may be that a name without a link names. */
import type { NamedNode } from '@rdfjs/types';
import { expandCurie } from '../rdf/vocabulary.js';
import type { FitsTable } from './mapping-schema.js';

export interface FittingKinds {
  /** Whether what an article of a kind is about is of a class; no if nothing says so. */
  areOf(kind: string, type: NamedNode): boolean;
}

/** @param lineOf a kind, what it is a sort of, what that is a sort of */
export function fittingKinds(
  entries: FitsTable['entries'],
  prefixes: Readonly<Record<string, string>>,
  lineOf: (kind: string) => readonly string[],
): FittingKinds {
  const byClass = new Map<string, Set<string>>();
  for (const { classes, kinds } of entries) {
    for (const curie of classes) {
      const iri = expandCurie(curie, prefixes)?.value ?? curie;
      byClass.set(iri, new Set([...(byClass.get(iri) ?? []), ...kinds]));
    }
  }
  return {
    areOf: (kind, type) => {
      const fitting = byClass.get(type.value);
      return fitting !== undefined && lineOf(kind).some((one) => fitting.has(one));
    },
  };
}
