/** A kind of article as it is read: what its mapping says, compiled. */
import type { NamedNode } from '@rdfjs/types';
import type { Claims } from './claims.js';
import type { FieldMapping } from './field-mapping.js';
import type { ResolvedKind } from './layers.js';
import type { ListMapping } from './list-mapping.js';
import type { KindFile, PartFile } from './mapping-schema.js';
import type { Grammar } from './prose/grammar.js';

/** Properties of a person's birth and death. */
export interface LifeMapping {
  readonly birthDate?: NamedNode;
  readonly birthPlace?: NamedNode;
  readonly deathDate?: NamedNode;
  readonly deathPlace?: NamedNode;
}

export interface ClassByWords {
  /** Id of the field. */
  readonly field: string;
  readonly classes: ReadonlyMap<string, NamedNode>;
  /** By the name of the topic that the first sentence says, where the field is absent. */
  readonly topics: ReadonlyMap<string, NamedNode>;
}

/** A box about a thing of its own. */
export interface InnerBox {
  /** Name of the thing's kind. */
  readonly kind: string;
  /** What leads from the subject to it. */
  readonly property: NamedNode;
}

/** What reads the lists and tables of a section. */
export type SectionMapping =
  /** `bare`: whether an item may be a name alone. */
  | { readonly part: PartFile['part']; readonly bare: boolean }
  | { readonly part: 'rows'; readonly lists: readonly ListMapping[] };

export interface Kind {
  readonly name: string;
  readonly class: NamedNode;
  readonly signs: KindFile['signs'];
  readonly lead: {
    readonly genre?: NamedNode;
    readonly country?: NamedNode;
    readonly occupation?: NamedNode;
    /** Of the year of publication, where nothing else is known. */
    readonly year?: NamedNode;
    readonly ignore: ReadonlySet<string>;
    readonly life: LifeMapping | null;
  };
  /** By label key. */
  readonly fields: ReadonlyMap<string, FieldMapping>;
  /** What becomes of its infobox's parameters. */
  readonly claims: Claims;
  /** The class of its subject, where the words of a field decide. */
  readonly classBy: ClassByWords | null;
  /** Keys of the templates of further boxes of the same subject. */
  readonly parts: ReadonlySet<string>;
  /** By key of the template: boxes of things of their own. */
  readonly within: ReadonlyMap<string, InnerBox>;
  /** What the subject is of the awards that its article tells of; null where that is not known. */
  readonly recognised: 'work' | 'recipient' | null;
  /** Lists and tables of which each row tells of one thing. */
  readonly lists: readonly ListMapping[];
  /** By label key. */
  readonly sections: ReadonlyMap<string, SectionMapping>;
  /** How its sentences are read; null where no file says it. */
  readonly grammar: Grammar | null;
  /** What its files say, for checks. */
  readonly file: ResolvedKind;
  readonly fileName: string;
}
