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

interface ShownFacts {
  readonly partGroups: readonly PartGroup[];
  /** Classes whose things are shown where they are spoken of, or in a way of their own. */
  readonly shownElsewhere: readonly string[];
  /** What the head of the page shows, and no list of facts need repeat. */
  readonly shownInHead: readonly string[];
  /** In which order facts are told; all others follow by their label. */
  readonly factOrder: readonly string[];
  /** What stands beside an amount of money, and the word before it. */
  readonly amountNotes: readonly { readonly property: string; readonly before?: string }[];
}

export const { partGroups, shownElsewhere, shownInHead, factOrder, amountNotes } =
  readPageFacts() as ShownFacts;
