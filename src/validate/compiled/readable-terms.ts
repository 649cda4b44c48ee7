import type { Literal, Term } from '@rdfjs/types';
import { rdf } from '../../rdf/vocabulary.js';
import type { GraphTerm } from './terms.js';
import { isGraphTerm } from './terms.js';

const languageTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/;

/**
 * Tells terms that every library understands alike from those that none should be trusted with: quoted triples, IRIs
 * without a scheme, tags of languages that are none, literals with a direction.
 */
export class ReadableTerms {
  private readonly languages = new Map<string, boolean>();
  private readonly spellings = new Set<string>();

  has(term: Term): term is GraphTerm {
    if (term.termType === 'NamedNode') return beginsWithLetter(term.value);
    return isGraphTerm(term) && (term.termType === 'BlankNode' || this.hasLiteral(term));
  }

  private hasLiteral({ language, datatype, direction }: Literal): boolean {
    if (direction) return false;
    if (!language) return datatype.value !== rdf.langString.value && this.hasDatatype(datatype.value);
    let known = this.languages.get(language);
    if (known === undefined) {
      known = this.isNewLanguage(language);
      this.languages.set(language, known);
    }
    return known && datatype.value === rdf.langString.value;
  }

  private hasDatatype(iri: string): boolean {
    return beginsWithLetter(iri) && !iri.includes('"');
  }

  /** A graph that spells one tag in two ways (en-US, en-us) has literals that are one to some and two to others. */
  private isNewLanguage(language: string): boolean {
    const spelling = language.toLowerCase();
    if (this.spellings.has(spelling)) return false;
    this.spellings.add(spelling);
    return languageTag.test(language);
  }
}

function beginsWithLetter(text: string): boolean {
  const code = text.charCodeAt(0) | 0x20;
  return code >= 0x61 && code <= 0x7a;
}
