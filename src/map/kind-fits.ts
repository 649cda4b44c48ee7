import type { NamedNode } from '@rdfjs/types';
import { schema } from '../rdf/vocabulary.js';
import type { Mappings } from './compile-mappings.js';

/**
 * Whether what an article of a kind is about may be of a class: people are no places, works or organisations. Of a kind whose
 * articles are of several classes, of a kind that is not known, and of things of any sort, nobody can tell.
 */
export function mayBeOf(kind: string, type: NamedNode, { kindNamed }: Pick<Mappings, 'kindNamed'>): boolean {
  const known = kindNamed.get(kind);
  if (!known || known.classBy || type.equals(schema.Thing)) return true;
  return known.class.equals(schema.Person) === type.equals(schema.Person);
}
