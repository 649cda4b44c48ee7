/** https://www.w3.org/TR/shacl/#core-components-others */
import type { ConstraintTable } from '../constraint.js';
import { forEachValue, satisfied } from '../constraint.js';
import { caselessKey, isTrue, sameTerm } from '../terms.js';
import { Undecided } from '../undecided.js';

export const other: ConstraintTable = {
  closed: (value, { shapes, node: shape }) => {
    if (!isTrue(value)) return satisfied;
    const [ignored, ...others] = shapes.values(shape, 'ignoredProperties');
    if (others.length > 0) throw new Undecided('several lists of ignored properties');
    const paths = shapes.values(shape, 'property').flatMap((property) => shapes.values(property, 'path'));
    const allowed = [...paths, ...(ignored === undefined ? [] : shapes.list(ignored))];
    const iris = new Set(allowed.flatMap((term) => (term.termType === 'NamedNode' ? [term.value] : [])));
    return forEachValue((node, graph) => graph.predicates(node).every((predicate) => iris.has(predicate)));
  },
  hasValue: (value) => (_, valueNodes) => valueNodes.some((node) => sameTerm(node, value)),
  in: (value, { shapes, node: shape }) => {
    if (shapes.values(shape, 'in').length > 1) throw new Undecided('several lists of values');
    const allowed = new Set(shapes.list(value).map(caselessKey));
    return forEachValue((node) => allowed.has(caselessKey(node)));
  },
};
