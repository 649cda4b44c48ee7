/** Moves our own vocabularies from the name they have by default to another. */
import type { NamedNode } from '@rdfjs/types';
import type { Statement } from '../statement.js';
import { namedNode } from './terms.js';
import { defaultVocabularyBase } from './vocabulary.js';

/** A text such as a shapes file or an IRI, with the vocabularies' base replaced. */
export function rebaseText(text: string, base: string): string {
  return base === defaultVocabularyBase ? text : text.replaceAll(defaultVocabularyBase, base);
}

export function rebaseStatement(statement: Statement, base: string): Statement {
  if (base === defaultVocabularyBase) return statement;
  const { predicate, object } = statement;
  return {
    ...statement,
    predicate: rebaseTerm(predicate, base),
    object: object.termType === 'NamedNode' ? rebaseTerm(object, base) : object,
  };
}

export function rebaseTerm(term: NamedNode, base: string): NamedNode {
  return term.value.startsWith(defaultVocabularyBase)
    ? namedNode(base + term.value.slice(defaultVocabularyBase.length))
    : term;
}
