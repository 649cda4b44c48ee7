/** A type of value: how a field's words are read, what they become, and by which examples that is shown. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import type { FieldMapping } from '../compile-mappings.js';
import type { Draft } from '../draft.js';
import type { OptionName, OptionSpecs } from '../value-options.js';
import type { LiteralSort } from './literal-sort.js';

/** A value of an infobox field, and how its mapping wants it read. */
export interface FieldValue {
  readonly draft: Draft;
  readonly mapping: FieldMapping;
  /** What the value is stated of: the article's subject, or a part of it. */
  readonly subject: NamedNode;
  /** The label as the source writes it. */
  readonly key: string;
  /** The words that say what the value means: the label, or what another parameter says of it. */
  readonly meaning?: Text | undefined;
  readonly text: Text;
  readonly rule: string;
}

/** What a field says in wikitext, and all that is stated of it. */
export interface ValueExample {
  readonly value: string;
  readonly options?: OptionSpecs;
  /** The parameter's name, where that matters. */
  readonly label?: string;
  /**
   * Things by their titles, literals by their words, parts by what they hold (`{currency JPY; value 5}`), and what is kept
   * as it stands as `raw …`.
   */
  readonly states: readonly string[];
}

export interface ValueType<Name extends string = string> {
  /** What a mapping's `value` calls it. */
  readonly name: Name;
  /** A sentence or two, for whoever writes a mapping. */
  readonly description: string;
  readonly options: readonly OptionName[];
  /** What the field's property leads to: things of these classes, or literals of these datatypes. */
  readonly range: {
    readonly classes: readonly NamedNode[];
    readonly datatypes: readonly NamedNode[];
    /** What those literals are; absent where there are none. */
    readonly literal?: LiteralSort;
  };
  /** What it may state besides its range and the mapping's own properties; `lint` reads this. */
  readonly emits: { readonly classes: readonly NamedNode[]; readonly properties: readonly NamedNode[] };
  /** Whether a field may hold several, a line each: then a line that cannot be read does not cost the others. */
  readonly isListed: boolean;
  readonly examples: readonly ValueExample[];
  readonly map: (field: FieldValue) => void;
}
