/** RDF/JS terms as map keys and by value; they may come from any library. */
import type { BlankNode, Literal, NamedNode, Term } from '@rdfjs/types';
import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';

/** What a graph without quoted triples holds. */
export type GraphTerm = NamedNode | BlankNode | Literal;

const trueLiteral = literal('true', xsd.boolean);

export function isGraphTerm(term: Term): term is GraphTerm {
  return term.termType === 'NamedNode' || term.termType === 'BlankNode' || term.termType === 'Literal';
}

/** A string that two terms share exactly when they are equal; of an IRI it is the IRI. */
export function termKey(term: GraphTerm): string {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  return literalKey(term.value, term.language ? `@${term.language}` : term.datatype.value);
}

/** The same for those who know en-US and en-us as one language. */
export function caselessKey(term: GraphTerm): string {
  return term.termType === 'Literal' && term.language
    ? literalKey(term.value, `@${term.language.toLowerCase()}`)
    : termKey(term);
}

function literalKey(value: string, tag: string): string {
  // With its length before it the tag ends where it ends, whatever is in it.
  return `${tag.length}"${tag}${value}`;
}

/** Equality as RDF/JS defines it, for terms of libraries that do not implement it too. */
export function sameTerm(a: GraphTerm, b: GraphTerm): boolean {
  if (a === b) return true;
  if (a.termType !== b.termType || a.value !== b.value) return false;
  if (a.termType !== 'Literal' || b.termType !== 'Literal') return true;
  return (a.language || '') === (b.language || '') && a.datatype.value === b.datatype.value;
}

/** Terms without repetition, in the order in which they came. */
export class TermSet {
  private readonly terms = new Map<string, GraphTerm>();

  constructor(terms: Iterable<GraphTerm> = []) {
    for (const term of terms) this.add(term);
  }

  /** Whether the term was new. */
  add(term: GraphTerm): boolean {
    const key = termKey(term);
    if (this.terms.has(key)) return false;
    this.terms.set(key, term);
    return true;
  }

  has(term: GraphTerm): boolean {
    return this.terms.has(termKey(term));
  }

  toArray(): GraphTerm[] {
    return [...this.terms.values()];
  }
}

/** Whether a parameter is `true`. */
export function isTrue(term: GraphTerm): boolean {
  return sameTerm(term, trueLiteral);
}
