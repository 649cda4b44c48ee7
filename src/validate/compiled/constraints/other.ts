/** https://www.w3.org/TR/shacl/#core-components-others */
import type { ConstraintTable } from '../constraint.js';
import { constant, forEachValue, satisfied } from '../constraint.js';
import { isTrue, sameTerm, TermSet } from '../terms.js';
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
  hasValue: (value) => {
    const expected = constant(value);
    return (_, valueNodes) => valueNodes.some((node) => sameTerm(node, expected));
  },
  in: (value, { shapes, node: shape }) => {
    if (shapes.values(shape, 'in').length > 1) throw new Undecided('several lists of values');
    const allowed = new TermSet(shapes.list(value).map(constant));
    return forEachValue((node) => allowed.has(node));
  },
};
