/** https://www.w3.org/TR/shacl/#core-components-property-pairs */

import { compareTerms } from '../../literals/order.js';
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { inPropertyShape, iriOf } from '../constraint.js';
import { TermSet } from '../terms.js';

const ordered = (isWithin: (order: number) => boolean): CompileConstraint =>
  inPropertyShape((value) => {
    const property = iriOf(value);
    return (focusNode, valueNodes, graph) => {
      const others = graph.objects(focusNode, property);
      return valueNodes.every((node) =>
        others.every((other) => {
          const order = compareTerms(node, other);
          return order !== null && isWithin(order);
        }),
      );
    };
  });

export const propertyPair: ConstraintTable = {
  equals: (value) => {
    const property = iriOf(value);
    return (focusNode, valueNodes, graph) => {
      const others = graph.objects(focusNode, property);
      const known = new TermSet(others);
      return others.length === valueNodes.length && valueNodes.every((node) => known.has(node));
    };
  },
  disjoint: (value) => {
    const property = iriOf(value);
    return (focusNode, valueNodes, graph) => {
      const others = new TermSet(graph.objects(focusNode, property));
      return !valueNodes.some((node) => others.has(node));
    };
  },
  lessThan: ordered((order) => order < 0),
  lessThanOrEquals: ordered((order) => order <= 0),
};
