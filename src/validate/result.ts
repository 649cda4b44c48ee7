import type { Term } from '@rdfjs/types';
import type { Place } from '../problem.js';
import type { PropertyPath } from './path.js';

export type ResultSeverity = 'violation' | 'warning' | 'info';

export interface ValidationResult {
  readonly severity: ResultSeverity;
  /** IRI of a severity that SHACL does not know; it counts as a violation. */
  readonly ownSeverity?: string;
  /** IRI of the node that does not conform. */
  readonly focusNode: string;
  /** The property path; null where the node itself is at fault. */
  readonly path: PropertyPath | null;
  /** The value at fault. */
  readonly value: Term | null;
  readonly message: string;
  /** IRI of the constraint component, such as sh:MinCountConstraintComponent. */
  readonly constraint: string;
  /** IRI of the shape; null where it has none. */
  readonly shape: string | null;
  /** Where the statement at fault was read. */
  readonly place?: Place;
  /** What read it. */
  readonly rule?: string;
}

export interface ValidationReport {
  /** As SHACL defines it: true where there is no result of any severity. */
  readonly conforms: boolean;
  readonly results: readonly ValidationResult[];
}
