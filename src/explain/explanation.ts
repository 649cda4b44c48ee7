/**
 * What came of an article: its words, part by part, each with the statements and problems that they gave.
 *
 * It is plain data and its JSON form is promised to stay: docs/explanation.md shows it, and
 * schemas/explanation.schema.json describes it. Statements and problems are named by their index in the whole's lists.
 */
import type { Severity } from '../problem.js';

export interface Explanation {
  /** Version of this structure. */
  readonly version: 1;
  /** What the article is called. */
  readonly title: string;
  /** What messages call the source. */
  readonly source: string;
  /** The kind of article, such as `film`; null where no mapping knows it. */
  readonly kind: string | null;
  /** BCP 47 tag of its language. */
  readonly language: string;
  /** Different triples; the same one may be read from several words. */
  readonly counts: { readonly facts: number; readonly structure: number };
  readonly coverage: Coverage;
  readonly parts: readonly Part[];
  readonly statements: readonly ExplainedStatement[];
  readonly problems: readonly ExplainedProblem[];
  /** Statements that no words of one part show: of an option, of the order of sections, of no span or of several parts. */
  readonly elsewhere: readonly number[];
  /** Problems without a place in the article's words. */
  readonly problemsElsewhere: readonly number[];
}

/**
 * How much stands behind words, from much to little: a statement about the world; one that only keeps the words, or says
 * how the article is built; none.
 */
export type Reading = 'fact' | 'structure' | 'nothing';

/** How many characters of words stand behind what, in Unicode code points. Labels of fields are not counted. */
export type Coverage = Readonly<Record<Reading, number>>;

export type PartType = 'title' | 'infobox' | 'lead' | 'section' | 'categories';

export interface Part {
  readonly type: PartType;
  /** The heading of a section, the title of an infobox; empty where there is none. */
  readonly name: string;
  /** Of a section's heading, 1 to 6; else 1. */
  readonly level: number;
  readonly coverage: Coverage;
  readonly units: readonly Unit[];
  /** Those that several of its units show, such as the text of a section. */
  readonly statements: readonly number[];
  readonly problems: readonly number[];
}

export type UnitType =
  | 'title'
  | 'heading'
  | 'field'
  | 'sentence'
  | 'item'
  | 'caption'
  | 'header'
  | 'row'
  | 'category';

/** The least that is looked at by itself: a field, a sentence, an item of a list, a row of a table, a heading. */
export interface Unit {
  readonly type: UnitType;
  /** Counts the paragraphs, lists and tables of its part, from 0. */
  readonly block: number;
  /** Depth of an item, from 1; else 1. */
  readonly level: number;
  /** Where its first word stands; lines and columns from 1, columns in code points. */
  readonly line: number;
  readonly column: number;
  /** Whether a fact was read from its words. */
  readonly hasFact: boolean;
  readonly words: readonly Words[];
  /** Those whose words it holds. */
  readonly statements: readonly number[];
  readonly problems: readonly number[];
}

/** The label or a value of a field, a cell of a row, else all words of the unit. */
export interface Words {
  readonly role: 'label' | 'value';
  /** Whether they are those of a merged cell that a row above shows already, with what was read from it. */
  readonly isRepeated: boolean;
  readonly pieces: readonly Piece[];
}

/** Words that all show the same statements. */
export interface Piece {
  readonly text: string;
  readonly reading: Reading;
  /** Those that were read from these words; the part's own are not repeated here. */
  readonly statements: readonly number[];
  /** Those that are about words that begin here. */
  readonly problems: readonly number[];
}

export interface ExplainedStatement {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term | Value;
  /** What read it, such as `film/fields/director`. */
  readonly rule: string;
  /** The citations that stand right behind its words, if they were asked for; absent where there are none. */
  readonly evidence?: readonly Term[];
  /** Whether it says something about the world; else it keeps words, or says how the article is built. */
  readonly isFact: boolean;
  /** Where its words stand in the source, in code points (RFC 5147); absent where no words say it. */
  readonly span?: { readonly begin: number; readonly end: number };
}

/** A thing or a term. */
export interface Term {
  readonly iri: string;
  /** Its schema:name, or its prefixed name, else its IRI. */
  readonly label: string;
}

/** A literal. */
export interface Value {
  readonly value: string;
  /** BCP 47 tag. */
  readonly language?: string;
  /** Prefixed name of its datatype, where it is no string. */
  readonly datatype?: string;
}

export interface ExplainedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}
