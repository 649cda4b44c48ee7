/**
 * Words that articles usually have in places that plain text does not mark: by them a reader knows a line for a label, a
 * heading or the head of a column. They come from the mappings.
 */
export interface UsualWords {
  /** Whether infoboxes have a field of this label. */
  readonly isLabel: (words: string) => boolean;
  /** Whether sections are called so. */
  readonly isHeading: (words: string) => boolean;
  /** Whether a heading stands over an infobox, and over no section. */
  readonly isBoxHeading: (words: string) => boolean;
  /** Whether each line of the section of this heading is an item. */
  readonly isListHeading: (words: string) => boolean;
  /** Whether columns of tables are headed so. */
  readonly isColumn: (words: string) => boolean;
  /** Whether such a line belongs to the page around an article. */
  readonly isFurniture: (words: string) => boolean;
  /** Whether words in brackets, without a number at their end, only lead to a note or to an editor. */
  readonly isNoteMark: (words: string) => boolean;
  /** Whether a label is of the container of an article: its title, its address. */
  readonly container: (label: string) => 'title' | 'address' | 'other' | undefined;
}
