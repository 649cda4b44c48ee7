/** People whom the article's statements name already, by their full and by their last names. */
import type { NamedNode } from '@rdfjs/types';
import { rdf, schema } from '../../rdf/vocabulary.js';
import type { Statement } from '../../statement.js';

export interface KnownPerson {
  readonly node: NamedNode;
  readonly name: string;
}

export class KnownNames {
  private readonly byName = new Map<string, KnownPerson>();
  /** Null where two people share the name. */
  private readonly byLastName = new Map<string, KnownPerson | null>();

  /** Nodes of those who have a part in the subject. */
  private readonly participants: Set<string>;

  /** @param statements those that tell of people who have a part in the subject */
  constructor(statements: readonly Statement[]) {
    const people = new Set<string>();
    for (const { subject, predicate, object } of statements) {
      if (predicate.equals(rdf.type) && object.equals(schema.Person)) people.add(subject.value);
    }
    this.participants = people;
    for (const { subject, predicate, object } of statements) {
      const isName = predicate.equals(schema.name) || predicate.equals(schema.alternateName);
      if (isName && people.has(subject.value)) this.add({ node: subject, name: object.value });
    }
  }

  /** The person of a full name, or the only one of a last name. */
  person(name: string): KnownPerson | undefined {
    return this.byName.get(name) ?? this.byLastName.get(name) ?? undefined;
  }

  /** Whether a name, or a last name, is that of somebody who has a part in the subject. */
  isParticipant(name: string): boolean {
    const person = this.person(name);
    return person !== undefined && this.participants.has(person.node.value);
  }

  /** Learns of a person whom a sentence names. */
  learn(person: KnownPerson, isParticipant: boolean): void {
    if (isParticipant) this.participants.add(person.node.value);
    this.add(person);
  }

  private add(person: KnownPerson): void {
    this.byName.set(person.name, person);
    const last = /\s(\S+?)(?:,?\s+(?:Jr|Sr)\.?)?$/.exec(person.name)?.[1];
    if (last === undefined) return;
    const known = this.byLastName.get(last);
    const isSame = known === undefined || known?.node.equals(person.node) === true;
    this.byLastName.set(last, isSame ? person : null);
  }
}
