/** https://www.w3.org/TR/shacl/#core-components-count */
import type { ConstraintTable } from '../constraint.js';
import { inPropertyShape } from '../constraint.js';

export const cardinality: ConstraintTable = {
  minCount: inPropertyShape(({ value }) => {
    const least = Number(value);
    return (_, valueNodes) => valueNodes.length >= least;
  }),
  maxCount: inPropertyShape(({ value }) => {
    const most = Number(value);
    return (_, valueNodes) => valueNodes.length <= most;
  }),
};
