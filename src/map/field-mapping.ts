import type { NamedNode } from '@rdfjs/types';
import type { Bounds } from './bounds.js';
import type { Options } from './value-options.js';

/** "clubCareer" as "club Career", of which an IRI is made. */
export function idWords(id: string): string {
  return id.replace(/(\p{Lu})/gu, ' $1');
}

/** An infobox field that a mapping claims. */
export interface FieldMapping {
  /** Name within the kind, such as `director`. */
  readonly id: string;
  readonly property: NamedNode;
  /** Name of its type of value. */
  readonly value: string;
  readonly isSign: boolean;
  readonly options: Options;
  /** What is right of its values; null where that is nothing. */
  readonly bounds: Bounds | null;
}
