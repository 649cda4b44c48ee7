/** https://www.w3.org/TR/shacl/#core-components-value-type */
import { prefixes } from '../../../rdf/vocabulary.js';
import { isWellFormed } from '../../literals/lexical-forms.js';
import type { ConstraintTable } from '../constraint.js';
import { forEachValue, iriOf } from '../constraint.js';
import { Undecided } from '../undecided.js';

const nodeKinds: Readonly<Record<string, readonly string[]>> = {
  BlankNode: ['BlankNode'],
  IRI: ['NamedNode'],
  Literal: ['Literal'],
  BlankNodeOrIRI: ['BlankNode', 'NamedNode'],
  BlankNodeOrLiteral: ['BlankNode', 'Literal'],
  IRIOrLiteral: ['NamedNode', 'Literal'],
};

export const valueType: ConstraintTable = {
  class: (value) => {
    const classIri = iriOf(value);
    return forEachValue((node, graph) => graph.isInstance(node, classIri));
  },
  datatype: (value) => {
    const datatype = iriOf(value);
    return forEachValue(
      (node) => node.termType === 'Literal' && node.datatype.value === datatype && isWellFormed(node),
    );
  },
  nodeKind: (value) => {
    const name = iriOf(value).slice((prefixes.sh as string).length);
    const termTypes = nodeKinds[name];
    if (value.value !== `${prefixes.sh}${name}` || termTypes === undefined)
      throw new Undecided(`the node kind ${value.value}`);
    return forEachValue(({ termType }) => termTypes.includes(termType));
  },
};
