/** What of an article two exports say differently. */
import { provenancePart } from '../rdf/iris.js';

/** A statement that is in other graphs of its page in one export than in the other. */
export interface Change {
  /** Subject, predicate and object in canonical N-Triples. */
  readonly triple: string;
  /** Graphs that only the first export has it in: `<IRI>`, or empty for the default graph. */
  readonly removed: readonly string[];
  /** Graphs that only the second has it in. */
  readonly added: readonly string[];
  /** Whether both have it in a graph of this page too. */
  readonly isKept: boolean;
}

/** Whether the statement itself came or went, or only where it was read is told differently. */
export type ChangeKind = 'removed' | 'added' | 'moved';

export interface ArticleChanges {
  /** IRI of the page; of a thing where there are no graphs. */
  readonly page: string;
  /** Whether one of the exports says nothing of it at all. */
  readonly state: 'removed' | 'added' | 'changed';
  /** In the order of their statements. */
  readonly changes: readonly Change[];
  /** Whether these are further changes of the article before. */
  readonly isContinued: boolean;
}

export function kindOf({ removed, added, isKept }: Change): ChangeKind {
  if (!isKept && added.length === 0) return 'removed';
  return !isKept && removed.length === 0 ? 'added' : 'moved';
}

/** Whether a statement is about stretches of the source, readings or the conversion, and not about the world. */
export function isAboutPlaces({ triple }: Change): boolean {
  const subject = triple.slice(1, triple.indexOf('>'));
  // Of a literal that is its datatype, or some of its words; neither matters.
  const object = triple.endsWith('>') ? triple.slice(triple.lastIndexOf('<') + 1, -1) : '';
  return [subject, object].some((iri) => provenancePart(iri) !== null || /#reading=[^#]*$/.test(iri));
}

/** How many statements came, went and moved, of one article or of all; those about places apart. */
export interface ChangeTotals {
  removed: number;
  added: number;
  moved: number;
  places: number;
}

export function countChanges(changes: readonly Change[]): ChangeTotals {
  const totals = { removed: 0, added: 0, moved: 0, places: 0 };
  for (const change of changes) totals[isAboutPlaces(change) ? 'places' : kindOf(change)]++;
  return totals;
}
