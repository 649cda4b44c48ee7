/** What statements hold of the words of an article: facts by their places, kept words by the words themselves. */
import type { Span } from '../article.js';
import { rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';

/** A statement that keeps words as they stand. */
export interface Kept {
  readonly span: Span;
  readonly words: string;
}

export interface Holdings {
  /** Where the facts were read. */
  readonly facts: readonly Span[];
  /** The text of sections, and of the lead. */
  readonly sections: readonly Kept[];
  readonly abstracts: readonly Kept[];
  /** Raw values and what could not be read. */
  readonly raw: readonly Kept[];
}

export function holdingsOf(
  statements: readonly Statement[],
  prefixes: Readonly<Record<string, string>>,
): Holdings {
  const [facts, sections, abstracts, raw] = [[] as Span[], [] as Kept[], [] as Kept[], [] as Kept[]];
  const isRaw = (iri: string): boolean =>
    iri === `${prefixes.article}unread` || iri.startsWith(prefixes.raw ?? '\n');
  for (const { predicate, object, span } of statements) {
    if (!span) continue;
    const kept = { span, words: object.value };
    if (predicate.equals(schema.text)) sections.push(kept);
    else if (predicate.equals(schema.abstract)) abstracts.push(kept);
    else if (isRaw(predicate.value)) raw.push(kept);
    // That it has a section, or is a person, says nothing of the words; that it is called so does.
    else if (!predicate.equals(schema.hasPart) && !predicate.equals(rdf.type)) facts.push(span);
  }
  return { facts, sections, abstracts, raw };
}
