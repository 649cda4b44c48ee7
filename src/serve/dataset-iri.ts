import type { NamedNode } from '@rdfjs/types';
import { namedNode } from '../rdf/terms.js';

/** The data as a whole: a part of its description (https://www.w3.org/TR/void/#well-known). */
export function datasetIri(base: string): NamedNode {
  return namedNode(`${new URL('/.well-known/void', base).href}#dataset`);
}
