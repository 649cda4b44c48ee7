/** https://www.w3.org/TR/shacl/#core-components-string */
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { forEachValue, inPropertyShape, satisfied } from '../constraint.js';
import { isTrue } from '../terms.js';
import { Undecided } from '../undecided.js';

const ofLength =
  (isWithin: (length: number, bound: number) => boolean): CompileConstraint =>
  ({ value }) => {
    const bound = Number(value);
    return forEachValue((node) => node.termType !== 'BlankNode' && isWithin(node.value.length, bound));
  };

const pattern: CompileConstraint = ({ value }, { shapes, node: shape }) => {
  const flags = shapes.values(shape, 'flags').map((term) => term.value);
  const expressions = (flags.length === 0 ? [''] : flags).map((each) => regularExpression(value, each));
  return forEachValue(
    (node) => node.termType !== 'BlankNode' && expressions.every((expression) => expression.test(node.value)),
  );
};

function regularExpression(source: string, flags: string): RegExp {
  // With g or y an expression remembers where it last matched.
  if (/[gy]/.test(flags)) throw new Undecided(`the flags ${flags}`);
  try {
    return new RegExp(source, flags);
  } catch {
    throw new Undecided(`the pattern ${source}`);
  }
}

export const stringBased: ConstraintTable = {
  minLength: ofLength((length, bound) => length >= bound),
  maxLength: ofLength((length, bound) => length <= bound),
  pattern,
  languageIn: (value, { shapes }) => {
    const ranges = shapes.list(value).map((term) => term.value);
    return forEachValue((node) => {
      const language = node.termType === 'Literal' ? (node.language || '').toLowerCase() : '';
      return language !== '' && ranges.some((range) => language.startsWith(range));
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
