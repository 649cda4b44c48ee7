/** https://www.w3.org/TR/shacl/#core-components-shape */
import type { CompileConstraint, ConstraintTable } from '../constraint.js';
import { forEachValue, inPropertyShape, satisfied } from '../constraint.js';
import type { ShapesGraph } from '../shapes-graph.js';
import type { GraphTerm } from '../terms.js';
import { isTrue, sameTerm } from '../terms.js';
import { Undecided } from '../undecided.js';

const eachConforms: CompileConstraint = (value, { compileShape }) => forEachValue(compileShape(value));

type IsWithin = (count: number, bound: number) => boolean;

/** Without sh:qualifiedValueShape there is nothing to count. */
const qualified =
  (isWithin: IsWithin): CompileConstraint =>
  (value, context) => {
    const [own, ...others] = context.shapes.values(context.node, 'qualifiedValueShape');
    if (own === undefined) return satisfied;
    if (others.length > 0) throw new Undecided('several qualified value shapes');
    return countOf(own, isWithin)(value, context);
  };

/** A count of the value nodes that conform to a shape. */
const countOf = (own: GraphTerm, isWithin: IsWithin): CompileConstraint =>
  inPropertyShape(({ value }, { shapes, node: shape, compileShape }) => {
    const disjoint = shapes.values(shape, 'qualifiedValueShapesDisjoint');
    if (disjoint.length > 1) throw new Undecided('shapes that are disjoint and are not');
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
