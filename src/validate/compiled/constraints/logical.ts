/** https://www.w3.org/TR/shacl/#core-components-logical */
import type { ConstraintTable } from '../constraint.js';
import { forEachValue } from '../constraint.js';
import { Undecided } from '../undecided.js';

export const logical: ConstraintTable = {
  not: (value, { compileShape }) => {
    const conforms = compileShape(value);
    return forEachValue((node, graph) => !conforms(node, graph));
  },
  and: (value, { shapes, path, compileShape }) => {
    if (path === null) {
      const members = shapes.list(value).map((member) => compileShape(member));
      return forEachValue((node, graph) => members.every((conforms) => conforms(node, graph)));
    }
    // In a property shape the engine checks the members along its path, in place of any of their own.
    if (path.type !== 'predicate') throw new Undecided('sh:and along a path');
    const members = shapes.list(value).map((member) => compileShape(member, path));
    // Without values too: the members may count them. The engine asks once a value, so not where there is none.
    return (focusNode, valueNodes, graph) =>
      valueNodes.length === 0 || members.every((conforms) => conforms(focusNode, graph));
  },
  or: (value, { shapes, compileShape }) => {
    const members = shapes.list(value).map((member) => compileShape(member));
    return forEachValue((node, graph) => members.some((conforms) => conforms(node, graph)));
  },
  xone: (value, { shapes, compileShape }) => {
    const members = shapes.list(value).map((member) => compileShape(member));
    return forEachValue((node, graph) => members.filter((conforms) => conforms(node, graph)).length === 1);
  },
};
