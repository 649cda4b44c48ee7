import type { Problem } from '../problem.js';
import type { ValidationResult } from '../validate.js';

/** What is to be reported: the results over all inputs, and the problems of reading them. */
export interface ReportContent {
  readonly results: readonly ValidationResult[];
  readonly problems: readonly Problem[];
  /** Version of the program that made it. */
  readonly version: string;
}
