import type { Quad } from '@rdfjs/types';
import { entry } from '../entry.js';
import { prefixes, rdf, rdfs } from '../rdf/vocabulary.js';

const ns = prefixes as { readonly schema: string };

/** What the vocabularies declare: classes with what they are sorts of, properties with what they belong to. */
export class Terms {
  private readonly superClasses = new Map<string, Set<string>>();
  private readonly domains = new Map<string, Set<string>>();

  constructor(quads: readonly Quad[]) {
    const classTypes = new Set([rdfs.Class.value, `${prefixes.owl}Class`]);
    for (const { subject, predicate, object } of quads) {
      if (predicate.equals(rdf.type) && classTypes.has(object.value))
        entry(this.superClasses, subject.value, emptySet);
      if (predicate.equals(rdf.type) && object.equals(rdf.Property))
        entry(this.domains, subject.value, emptySet);
      if (predicate.equals(rdfs.subClassOf))
        entry(this.superClasses, subject.value, emptySet).add(object.value);
      if (predicate.equals(rdfs.domain) || predicate.value === `${ns.schema}domainIncludes`) {
        entry(this.domains, subject.value, emptySet).add(object.value);
      }
    }
  }

  hasClass(iri: string): boolean {
    return this.superClasses.has(iri);
  }

  hasProperty(iri: string): boolean {
    return this.domains.has(iri);
  }

  /** Whether a property of ours is declared for things of any class: what it means is then narrower than its domain. */
  isOfAnything(property: string): boolean {
    return !property.startsWith(ns.schema) && this.domains.get(property)?.has(`${ns.schema}Thing`) === true;
  }

  /** Whether a class, or one that it is a sort of, may have a property. A property without a domain suits all. */
  suits(property: string, classIri: string): boolean {
    const domain = this.domains.get(property);
    if (!domain || domain.size === 0) return true;
    const waiting = [classIri, `${ns.schema}Thing`];
    const seen = new Set(waiting);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (domain.has(next)) return true;
      for (const above of this.superClasses.get(next) ?? []) {
        if (!seen.has(above)) waiting.push(above);
        seen.add(above);
      }
    }
    return false;
  }
}

const emptySet = (): Set<string> => new Set();
