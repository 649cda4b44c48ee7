import type { Conversion } from '../pipeline.js';
import { shorten } from '../rdf/vocabulary.js';
import type { ValidationResult } from '../validate.js';
import type { ExplainedProblem } from './explanation.js';

/** What a conversion tells: the problems of its stages, and where its statements do not conform to their shapes. */
export function problemsOf(
  { problems, report }: Pick<Conversion, 'problems' | 'report'>,
  prefixes: Readonly<Record<string, string>>,
): ExplainedProblem[] {
  const told = problems.map(({ code, severity, message, place }) => ({
    code,
    severity,
    message,
    ...position(place),
  }));
  return [...told, ...(report?.results ?? []).map((result) => ofResult(result, prefixes))];
}

function ofResult(
  { severity, message, shape, constraint, place }: ValidationResult,
  prefixes: Readonly<Record<string, string>>,
): ExplainedProblem {
  return {
    code: shorten(shape ?? constraint, prefixes),
    severity: severity === 'violation' ? 'error' : severity,
    message,
    ...position(place),
  };
}

function position(place: ValidationResult['place']): Pick<ExplainedProblem, 'line' | 'column'> {
  const { line, column } = place ?? {};
  return { ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }) };
}
