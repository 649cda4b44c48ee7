/** Statements grouped as people read them. */
import type { Literal, NamedNode } from '@rdfjs/types';
import { entry } from '../entry.js';
import type { Statement } from '../statement.js';

export interface SubjectGroup {
  readonly subject: NamedNode;
  readonly properties: readonly PropertyGroup[];
}

export interface PropertyGroup {
  readonly predicate: NamedNode;
  readonly objects: readonly (NamedNode | Literal)[];
}

/** A string that two terms share exactly when they are equal. */
export function termKey(term: NamedNode | Literal): string {
  return term.termType === 'NamedNode'
    ? `<${term.value}>`
    : `"${term.value}"${term.language}^${term.datatype.value}`;
}

/** Each triple once, in the order of its first statement. */
export function distinct(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ subject, predicate, object }) => {
    const key = `${subject.value} ${predicate.value} ${termKey(object)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Subjects in the order in which they are first spoken of, each followed by its parts (`{whole}#{part}`), with
 * properties and objects in their order too.
 */
export function groupBySubject(statements: readonly Statement[]): SubjectGroup[] {
  const wholes = new Map<string, Map<string, MutableGroup>>();
  for (const { subject, predicate, object } of distinct(statements)) {
    const whole = subject.value.replace(/#.*$/s, '');
    const parts = entry(wholes, whole, () => new Map<string, MutableGroup>());
    const group = entry(parts, subject.value, () => ({ subject, properties: new Map() }));
    const property = entry(group.properties, predicate.value, () => ({ predicate, objects: [] }));
    property.objects.push(object);
  }
  return [...wholes.entries()].flatMap(([whole, parts]) => {
    const groups = [...parts.values()].map(({ subject, properties }) => ({
      subject,
      properties: [...properties.values()],
    }));
    // A part may be spoken of before its whole; the whole still comes first.
    return [
      ...groups.filter(({ subject }) => subject.value === whole),
      ...groups.filter(({ subject }) => subject.value !== whole),
    ];
  });
}

interface MutableGroup {
  readonly subject: NamedNode;
  readonly properties: Map<string, { predicate: NamedNode; objects: (NamedNode | Literal)[] }>;
}
