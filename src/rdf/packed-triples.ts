/** Triples as JSON that is read in a moment: every term once, and triples as the numbers of their terms. */
import type { BlankNode, Literal, NamedNode, Quad, Term } from '@rdfjs/types';
import { blankNode, literal, namedNode, quad } from './terms.js';

/** An IRI; the number of a blank node; or a literal with its datatype, or with `@` and its language. */
type PackedTerm = string | number | readonly [value: string, datatypeOrLanguage: string];

type PlainTerm = NamedNode | BlankNode | Literal;

export interface PackedTriples {
  readonly terms: readonly PackedTerm[];
  /** Subject, predicate and object of the first triple, then of the next. */
  readonly triples: readonly number[];
}

/** @throws Error where a term is none of a triple, such as a quoted triple */
export function packTriples(quads: Iterable<Quad>): PackedTriples {
  const terms: PackedTerm[] = [];
  const numbers = new Map<string, number>();
  const blankNodes = new Map<string, number>();
  const numberOf = (term: Term): number => {
    const packed = packTerm(term, blankNodes);
    const key = JSON.stringify(packed);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, terms.length);
    return terms.push(packed) - 1;
  };
  const triples = [...quads].flatMap(({ subject, predicate, object }) =>
    [subject, predicate, object].map(numberOf),
  );
  return { terms, triples };
}

function packTerm(term: Term, blankNodes: Map<string, number>): PackedTerm {
  if (term.termType === 'NamedNode') return term.value;
  if (term.termType === 'Literal')
    return [term.value, term.language ? `@${term.language}` : term.datatype.value];
  if (term.termType !== 'BlankNode') throw new Error(`a ${term.termType} in a triple`);
  const number = blankNodes.get(term.value) ?? blankNodes.size;
  blankNodes.set(term.value, number);
  return number;
}

/** @param name makes blank nodes of different graphs different */
export function unpackTriples({ terms, triples }: PackedTriples, name: string): Quad[] {
  const unpacked = terms.map((term) => unpackTerm(term, name));
  const quads: Quad[] = [];
  for (let at = 0; at + 2 < triples.length; at += 3) {
    const [subject, predicate, object] = triples.slice(at, at + 3).map((number) => unpacked[number]);
    quads.push(quad(subject as NamedNode | BlankNode, predicate as NamedNode, object as PlainTerm));
  }
  return quads;
}

function unpackTerm(term: PackedTerm, name: string): PlainTerm {
  if (typeof term === 'string') return namedNode(term);
  if (typeof term === 'number') return blankNode(`${name}${term}`);
  const [value, tag] = term;
  return literal(value, tag.startsWith('@') ? tag.slice(1) : namedNode(tag));
}
