/** The people whom statements name. */
import type { NamedNode } from '@rdfjs/types';
import { rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';

export interface NamedPerson {
  readonly node: NamedNode;
  readonly name: string;
}

/**
 * Each naming of a person, in the order of the statements.
 *
 * @param properties by which names are stated
 */
export function namedPeople(
  statements: readonly Statement[],
  properties: readonly NamedNode[] = [schema.name],
): NamedPerson[] {
  const people = new Set<string>();
  for (const { subject, predicate, object } of statements) {
    if (predicate.equals(rdf.type) && object.equals(schema.Person)) people.add(subject.value);
  }
  const found: NamedPerson[] = [];
  for (const { subject, predicate, object } of statements) {
    const isOfPerson = people.has(subject.value);
    if (isOfPerson && properties.some((property) => predicate.equals(property)))
      found.push({ node: subject, name: object.value });
  }
  return found;
}
