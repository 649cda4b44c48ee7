/** https://www.w3.org/TR/shacl/#core-components-string */

import { isInRange } from '../../literals/language-range.js';
import { lengthOf } from '../../literals/length.js';
import type { PatternTest } from '../../literals/pattern.js';
import { compilePattern, PatternError } from '../../literals/pattern.js';
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { forEachValue, inPropertyShape, satisfied } from '../constraint.js';
import { isTrue } from '../terms.js';
import { Undecided } from '../undecided.js';

/** @param isSure whether a text of so many UTF-16 units is within the bound, whatever its characters are */
const ofLength =
  (
    isWithin: (length: number, bound: number) => boolean,
    isSure: (units: number, bound: number) => boolean,
  ): CompileConstraint =>
  ({ value }) => {
    const bound = Number(value);
    return forEachValue(
      (node) =>
        node.termType !== 'BlankNode' &&
        (isSure(node.value.length, bound) || isWithin(lengthOf(node.value), bound)),
    );
  };

const pattern: CompileConstraint = ({ value }, { shapes, node: shape }) => {
  const flags = shapes.values(shape, 'flags').map((term) => term.value);
  const tests = (flags.length === 0 ? [''] : flags).map((each) => decided(() => compilePattern(value, each)));
  return forEachValue(
    (node) =>
      node.termType !== 'BlankNode' && tests.every((test: PatternTest) => decided(() => test(node.value))),
  );
};

/** What a pattern cannot say is for the report. */
function decided<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PatternError) throw new Undecided(error.message);
    throw error;
  }
}

export const stringBased: ConstraintTable = {
  minLength: ofLength(
    (length, bound) => length >= bound,
    (units, bound) => units >= bound * 2,
  ),
  maxLength: ofLength(
    (length, bound) => length <= bound,
    (units, bound) => units <= bound,
  ),
  pattern,
  languageIn: (value, { shapes }) => {
    const ranges = shapes.list(value).map((term) => term.value);
    return forEachValue((node) => {
      const language = node.termType === 'Literal' ? node.language : '';
      return ranges.some((range) => isInRange(language, range));
    });
  },
  uniqueLang: inPropertyShape((value) => {
    if (!isTrue(value)) return satisfied;
    return (_, valueNodes) => {
      const languages = valueNodes.flatMap((node) =>
        node.termType === 'Literal' && node.language ? [node.language] : [],
      );
      return new Set(languages).size === languages.length;
    };
  }),
};
