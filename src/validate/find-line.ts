import type { Term } from '@rdfjs/types';
import type { Token } from 'n3';
import { Lexer } from 'n3';

/**
 * The line on which a text in Turtle says something: a property with a value, or, without a property, a node; undefined if
 * it is written in no way that words alone would show.
 */
export function findLine(text: string, predicate: string | null, term: Term): number | undefined {
  const tokens = new Lexer().tokenize(text) as unknown as readonly Token[];
  if (predicate === null) return tokens.find((token) => writes(token, term))?.line;
  let first: number | undefined;
  for (const [i, token] of tokens.entries()) {
    if (!names(token, predicate)) continue;
    first ??= token.line;
    for (let at = i + 1; at < tokens.length && !/^[;.\]]$/.test(tokens[at]?.type ?? '.'); at++)
      if (writes(tokens[at] as Token, term)) return tokens[at]?.line;
  }
  return first;
}

function names(token: Token, iri: string): boolean {
  if (token.type === 'IRI') return token.value === iri;
  if (token.type === 'abbreviation') return token.value === 'a' && iri.endsWith('#type');
  return (
    token.type === 'prefixed' && token.value !== undefined && /[#/]/.test(iri) && iri.endsWith(token.value)
  );
}

function writes(token: Token, term: Term): boolean {
  if (term.termType === 'Literal') return token.type === 'literal' && token.value === term.value;
  if (term.termType === 'NamedNode') return names(token, term.value);
  return token.type === '[' || token.type === '(' || token.type === 'blank';
}
