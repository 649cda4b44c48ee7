/** People whom the article's statements name already, by their full and by their last names. */
import { schema } from '../../rdf/vocabulary.js';
import type { Statement } from '../../statement.js';
import type { NamedPerson } from '../named-people.js';
import { namedPeople } from '../named-people.js';

export class KnownNames {
  private readonly byName = new Map<string, NamedPerson>();
  /** Null where two people share the name. */
  private readonly byLastName = new Map<string, NamedPerson | null>();

  /** Nodes of those who have a part in the subject. */
  private readonly participants = new Set<string>();

  /** @param statements those that tell of people who have a part in the subject */
  constructor(statements: readonly Statement[]) {
    for (const person of namedPeople(statements, [schema.name, schema.alternateName]))
      this.learn(person, true);
  }

  /** The person of a full name, or the only one of a last name. */
  person(name: string): NamedPerson | undefined {
    return this.byName.get(name) ?? this.byLastName.get(name) ?? undefined;
  }

  /** Whether a name, or a last name, is that of somebody who has a part in the subject. */
  isParticipant(name: string): boolean {
    const person = this.person(name);
    return person !== undefined && this.participants.has(person.node.value);
  }

  learn(person: NamedPerson, isParticipant: boolean): void {
    if (isParticipant) this.participants.add(person.node.value);
    this.add(person);
  }

  private add(person: NamedPerson): void {
    this.byName.set(person.name, person);
    const last = /\s(\S+?)(?:,?\s+(?:Jr|Sr)\.?)?$/.exec(person.name)?.[1];
    if (last === undefined) return;
    const known = this.byLastName.get(last);
    const isSame = known === undefined || known?.node.equals(person.node) === true;
    this.byLastName.set(last, isSame ? person : null);
  }
}
