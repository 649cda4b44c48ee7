/**
 * What the engine asks of literals: their order, their forms, their length and patterns. Its own validators know them as
 * JavaScript does (its dates, UTF-16, the order of a locale); these know them as XML Schema and XPath do, and as the compiled
 * check does.
 */
import type { Literal, NamedNode, Term } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.js';
import { prefixes } from '../rdf/vocabulary.js';
import { isInRange } from './literals/language-range.js';
import { lengthOf } from './literals/length.js';
import { isWellFormed } from './literals/lexical-forms.js';
import { compareTerms } from './literals/order.js';
import type { PatternTest } from './literals/pattern.js';
import { compilePattern, PatternError } from './literals/pattern.js';

interface Constraint {
  getParameterValue(parameter: NamedNode): Term | undefined;
  readonly shape: { getValueNodes(focusNode: Term, data: Context['$data']): readonly Term[] };
}

interface Context {
  readonly $shapes: { node(term: Term): { list(): Iterable<{ readonly term: Term }> | null } };
  readonly $data: { node(term: Term): { out(property: Term): { readonly terms: readonly Term[] } } };
}

type Result = boolean | string | readonly { readonly value: Term }[];

interface ValueValidator {
  validate(context: Context, focusNode: Term, valueNode: Term, constraint: Constraint): Result;
  readonly validationMessage: string;
}

const sh = (name: string): NamedNode => namedNode(`${prefixes.sh}${name}`);

/** A validator of each value by one parameter. */
function byValue(
  parameter: string,
  validationMessage: string,
  isValid: (value: Term, parameter: Term, constraint: Constraint) => boolean | string,
): [NamedNode, ValueValidator] {
  const component = sh(`${parameter.charAt(0).toUpperCase()}${parameter.slice(1)}ConstraintComponent`);
  return [
    component,
    {
      validate: (_, __, value, constraint) =>
        isValid(value, constraint.getParameterValue(sh(parameter)) as Term, constraint),
      validationMessage,
    },
  ];
}

const inRange =
  (isWithin: (order: number) => boolean) =>
  (value: Term, bound: Term): boolean => {
    const order = compareTerms(value, bound);
    return order !== null && isWithin(order);
  };

const ofLength =
  (isWithin: (length: number, bound: number) => boolean) =>
  (value: Term, bound: Term): boolean =>
    value.termType !== 'BlankNode' && isWithin(lengthOf(value.value), Number(bound.value));

/** A validator of the values of a property shape against those of another property. */
function byPair(
  parameter: string,
  propertyValidationMessage: string,
  isWithin: (order: number) => boolean,
): [NamedNode, object] {
  const component = sh(`${parameter.charAt(0).toUpperCase()}${parameter.slice(1)}ConstraintComponent`);
  const isOrdered = inRange(isWithin);
  const propertyValidate = (context: Context, focusNode: Term, _: null, constraint: Constraint): Result => {
    const property = constraint.getParameterValue(sh(parameter)) as Term;
    const others = context.$data.node(focusNode).out(property).terms;
    const values = constraint.shape.getValueNodes(focusNode, context.$data);
    return values.flatMap((value) =>
      others.filter((other) => !isOrdered(value, other)).map(() => ({ value })),
    );
  };
  return [component, { propertyValidate, propertyValidationMessage }];
}

/** Patterns are compiled once for all values, and remember which were too slow. */
const patterns = new Map<string, PatternTest>();
const mostPatterns = 1000;

function patternOf(source: string, flags: string): PatternTest {
  const key = `${flags} ${source}`;
  const known = patterns.get(key);
  if (known) return known;
  const compiled = compilePattern(source, flags);
  if (patterns.size >= mostPatterns) patterns.clear();
  patterns.set(key, compiled);
  return compiled;
}

export const exactValidators: readonly (readonly [NamedNode, object])[] = [
  byValue(
    'minExclusive',
    'Value is not greater than {$minExclusive}',
    inRange((order) => order > 0),
  ),
  byValue(
    'minInclusive',
    'Value is not greater than or equal to {$minInclusive}',
    inRange((order) => order >= 0),
  ),
  byValue(
    'maxExclusive',
    'Value is not less than {$maxExclusive}',
    inRange((order) => order < 0),
  ),
  byValue(
    'maxInclusive',
    'Value is not less than or equal to {$maxInclusive}',
    inRange((order) => order <= 0),
  ),
  byValue(
    'minLength',
    'Value has less than {$minLength} characters',
    ofLength((length, bound) => length >= bound),
  ),
  byValue(
    'maxLength',
    'Value has more than {$maxLength} characters',
    ofLength((length, bound) => length <= bound),
  ),
  byPair('lessThan', 'Value is not less than value of {$lessThan}', (order) => order < 0),
  byPair(
    'lessThanOrEquals',
    'Value is not less than or equal to value of {$lessThanOrEquals}',
    (order) => order <= 0,
  ),
  byValue(
    'datatype',
    'Value does not have datatype {$datatype}',
    (value, datatype) =>
      value.termType === 'Literal' &&
      value.datatype.value === datatype.value &&
      isWellFormed(value as Literal),
  ),
  [
    sh('LanguageInConstraintComponent'),
    {
      validate: (context: Context, _: Term, value: Term, constraint: Constraint): Result => {
        const head = constraint.getParameterValue(sh('languageIn')) as Term;
        const ranges = [...(context.$shapes.node(head).list() ?? [])].map(({ term }) => term.value);
        const isIn = value.termType === 'Literal' && ranges.some((range) => isInRange(value.language, range));
        // The engine would write the list as the node that it begins with.
        return isIn || `Language is none of ${ranges.join(', ')}`;
      },
      validationMessage: 'Language is none of {$languageIn}',
    },
  ],
  byValue('pattern', 'Value does not match pattern "{$pattern}"', (value, pattern, constraint) => {
    if (value.termType === 'BlankNode') return false;
    try {
      return patternOf(pattern.value, constraint.getParameterValue(sh('flags'))?.value ?? '')(value.value);
    } catch (error) {
      // What could not be checked did not pass.
      if (error instanceof PatternError) return error.message;
      throw error;
    }
  }),
];
