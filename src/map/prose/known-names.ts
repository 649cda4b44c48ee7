/** People whom the article's statements name already, by their full and by their last names. */

import type { Text } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { Statement } from '../../statement.js';
import type { NamedPerson } from '../named-people.js';
import { namedPeople } from '../named-people.js';

export class KnownNames {
  private readonly byName = new Map<string, NamedPerson>();
  /** Null where two people share the name. */
  private readonly byLastName = new Map<string, NamedPerson | null>();

  /** Full names of those of whom nothing is stated yet, by last name; null where two share it. */
  private readonly mentioned = new Map<string, Text | null>();

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

  /** Whether a name, or a last name, is that of somebody whom the article has named. */
  isNamed(name: string): boolean {
    return this.person(name) !== undefined || this.fullName(name) !== undefined;
  }

  /** The full name of somebody of whom nothing is stated yet, by the last name. */
  fullName(lastName: string): Text | undefined {
    return this.mentioned.get(lastName) ?? undefined;
  }

  /** What tells somebody from others: the same for a full name and for the last name of the same one. */
  identity(name: string): string {
    return this.person(name)?.name ?? this.fullName(name)?.value ?? name;
  }

  /** Takes the full name of somebody of whom a sentence speaks, for sentences that say the last name alone. */
  mention(words: Text): void {
    const last = lastNameOf(words.value);
    if (last === undefined || this.byLastName.has(last) || this.byName.has(words.value)) return;
    const known = this.mentioned.get(last);
    const isSame = known === undefined || known?.value === words.value;
    this.mentioned.set(last, isSame ? (known ?? words) : null);
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
    const last = lastNameOf(person.name);
    if (last === undefined) return;
    const known = this.byLastName.get(last);
    const isSame = known === undefined || known?.node.equals(person.node) === true;
    this.byLastName.set(last, isSame ? person : null);
  }
}

function lastNameOf(name: string): string | undefined {
  return /\s(\S+?)(?:,?\s+(?:Jr|Sr)\.?)?$/.exec(name)?.[1];
}
