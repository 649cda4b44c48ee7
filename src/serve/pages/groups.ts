/** How facts and the parts of a thing are shown: what page/site/facts.json says. */
import { readPageFacts } from '../../read/package-files.js';

/** A way from a part to what a column shows; `^` goes against the direction of statements. */
export type Path = readonly string[];

export interface Column {
  readonly label: string;
  readonly path: Path;
}

/** A table for the parts of a class. */
export interface PartGroup {
  readonly class: string;
  readonly id: string;
  readonly title: string;
  /** The first column that has something names the row. */
  readonly columns: readonly Column[];
  /** By what rows are ordered. */
  readonly order: readonly Path[];
}

export interface Ladder {
  readonly id: string;
  readonly title: string;
  readonly property: string;
  readonly note: string;
}

interface ShownFacts {
  readonly partGroups: readonly PartGroup[];
  /** Classes whose things are shown where they are spoken of, or in a way of their own. */
  readonly shownElsewhere: readonly string[];
  /** Classes of amounts: with units, of money, and observed at a time. */
  readonly amounts: readonly string[];
  /** When an amount was so. */
  readonly figureDates: readonly string[];
  /** Dates of a thing itself that a timeline shows, each with its place. */
  readonly moments: readonly { readonly label: string; readonly date: string; readonly place?: string }[];
  /** Properties that lead upward from thing to thing, and what is said of each thing beside its name. */
  readonly ladders: readonly Ladder[];
  /** What the head of the page shows, and no list of facts need repeat. */
  readonly shownInHead: readonly string[];
  /** In which order facts are told; all others follow by their label. */
  readonly factOrder: readonly string[];
  /** What stands beside an amount of money, and the word before it. */
  readonly amountNotes: readonly { readonly property: string; readonly before?: string }[];
}

export const {
  partGroups,
  shownElsewhere,
  amounts,
  figureDates,
  moments,
  ladders,
  shownInHead,
  factOrder,
  amountNotes,
} = readPageFacts() as ShownFacts;
