import type { NamedNode } from '@rdfjs/types';
import type { Options } from './value-options.js';

/** An infobox field that a mapping claims. */
export interface FieldMapping {
  /** Name within the kind, such as `director`. */
  readonly id: string;
  readonly property: NamedNode;
  /** Name of its type of value. */
  readonly value: string;
  readonly isSign: boolean;
  readonly options: Options;
}
