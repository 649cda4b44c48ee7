/** https://www.w3.org/TR/shacl/#core-components-range */

import { compareTerms } from '../../literals/order.js';
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { forEachValue } from '../constraint.js';

const bounded =
  (isWithin: (order: number) => boolean): CompileConstraint =>
  (bound) =>
    forEachValue((node) => {
      const order = compareTerms(node, bound);
      return order !== null && isWithin(order);
    });

export const valueRange: ConstraintTable = {
  minExclusive: bounded((order) => order > 0),
  minInclusive: bounded((order) => order >= 0),
  maxExclusive: bounded((order) => order < 0),
  maxInclusive: bounded((order) => order <= 0),
};
