/** The words of a stretch of a source, and what is known of the markup between them. */

export type Token =
  /** A word that a reader sees. */
  | Word
  /** Words that may be shown here in any order: those of a date, of a template, of cells that are merged over others. */
  | { readonly added: ReadonlySet<string> };

export interface Word {
  readonly word: string;
  /** Whether it is a word of the markup, such as a link's target or a parameter, which may be shown or not. */
  readonly isHidden: boolean;
  /** Whether only markup stands before it, so that it may go on with the word before. */
  readonly joins: boolean;
}

/**
 * What templates show besides their parameters, and in an order of their own; null where they keep to the source's. What
 * one looks up in a table is of the words that it is given.
 */
export type TemplateWords = (name: string, given: () => readonly string[]) => string | null;

/** The names of a month by its number, 1 to 12. */
export type MonthNames = (month: number) => readonly string[];

/** What a tag does, by its name in lower case; null where none of that name is a tag, and what looks like one is words. */
export type TagRole =
  /** Its element is not for readers of the text. */
  | 'hides'
  /** What its element holds stands as it is. */
  | 'quotes'
  | 'parts'
  | 'joins';

export interface MarkupWords {
  readonly tagRole: (name: string) => TagRole | null;
  readonly templateWords: TemplateWords;
  readonly monthNames: MonthNames;
  /** Whether a prefix of a title is the code of a language that has a wiki. */
  readonly isLanguage: (prefix: string) => boolean;
}
