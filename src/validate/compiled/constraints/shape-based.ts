/** https://www.w3.org/TR/shacl/#core-components-shape */
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { forEachValue, inPropertyShape, satisfied } from '../constraint.js';
import type { ShapesGraph } from '../shapes-graph.js';
import type { GraphTerm } from '../terms.js';
import { isTrue, sameTerm } from '../terms.js';
import { Undecided } from '../undecided.js';

const eachConforms: CompileConstraint = (value, { compileShape }) => forEachValue(compileShape(value));

/** A count of the value nodes that conform to sh:qualifiedValueShape. */
const qualified = (isWithin: (count: number, bound: number) => boolean): CompileConstraint =>
  inPropertyShape(({ value }, { shapes, node: shape, compileShape }) => {
    const [own, ...others] = shapes.values(shape, 'qualifiedValueShape');
    const disjoint = shapes.values(shape, 'qualifiedValueShapesDisjoint');
    if (others.length > 0 || disjoint.length > 1) throw new Undecided('several qualified value shapes');
    if (own === undefined) return satisfied;
    const conforms = compileShape(own);
    const siblings = disjoint.some(isTrue)
      ? siblingShapes(shapes, shape, own).map((node) => compileShape(node))
      : [];
    const bound = Number(value);
    return (_, valueNodes, graph) => {
      const counted = valueNodes.filter(
        (node) => conforms(node, graph) && !siblings.some((sibling) => sibling(node, graph)),
      );
      return isWithin(counted.length, bound);
    };
  });

/** https://www.w3.org/TR/shacl/#dfn-sibling-shapes */
function siblingShapes(shapes: ShapesGraph, shape: GraphTerm, own: GraphTerm): GraphTerm[] {
  return shapes
    .parents(shape, 'property')
    .flatMap((parent) => shapes.values(parent, 'property'))
    .flatMap((property) => shapes.values(property, 'qualifiedValueShape'))
    .filter((node) => !sameTerm(node, own));
}

export const shapeBased: ConstraintTable = {
  node: eachConforms,
  property: eachConforms,
  qualifiedMinCount: qualified((count, bound) => count >= bound),
  qualifiedMaxCount: qualified((count, bound) => count <= bound),
};
