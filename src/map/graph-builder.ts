import type { Literal, NamedNode } from '@rdfjs/types';
import type { Span, Text } from '../article.js';
import { qualityOf } from '../article.js';
import type { TakenFragments } from '../rdf/iris.js';
import { partIri, slug } from '../rdf/iris.js';
import { literal } from '../rdf/terms.js';
import { rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import { StatedOnce } from './stated-once.js';

/** More statements than any article makes; it bounds the time and the memory that one takes. */
export const mostStatements = 250_000;

/** A graph while it is made: its statements, each once, and the IRIs of its subject's parts. */
export class GraphBuilder {
  readonly statements: Statement[] = [];
  protected readonly taken: TakenFragments = new Map();
  private readonly stated = new StatedOnce();
  private readonly ownParts = new Map<string, NamedNode>();
  /** What shows a thing that words tell of and do not name, by its IRI and where the words begin. */
  private readonly shownBy = new Map<string, Map<number, Span>>();

  /**
   * @param thing the subject
   * @param language BCP 47 tag of words of which nothing else is known
   */
  constructor(
    readonly thing: NamedNode,
    private readonly language: string,
  ) {}

  /** Whether it holds more statements than any article makes; then nothing more need be read. */
  get isFull(): boolean {
    return this.statements.length > mostStatements;
  }

  /** Adds a statement, once for the same words and rule. Without a span it is one that an option or the order of the source makes. */
  state(
    subject: NamedNode,
    predicate: NamedNode,
    object: NamedNode | Literal,
    span: Span | undefined,
    rule: string,
  ): void {
    if (this.isFull) return;
    const isThing = span !== undefined && object.termType === 'NamedNode' && this.shownBy.size > 0;
    const at = isThing ? (this.shownBy.get(object.value)?.get(span.begin) ?? span) : span;
    const statement = at
      ? { subject, predicate, object, span: at, rule }
      : { subject, predicate, object, rule };
    if (this.stated.add(statement)) this.statements.push(statement);
  }

  /** Lets a span show what the words at another tell of a thing. */
  showBy(span: Span, { begin }: Span, thing: NamedNode): void {
    const spans = this.shownBy.get(thing.value) ?? new Map<number, Span>();
    this.shownBy.set(thing.value, spans.set(begin, span));
  }

  /** Puts what is stated now before what was stated since there were `count` statements. */
  stateBefore(count: number, state: () => void): void {
    const end = this.statements.length;
    state();
    this.statements.splice(count, 0, ...this.statements.splice(end));
  }

  /** Leaves out the statements that are not to be kept. */
  keepOnly(isKept: (statement: Statement) => boolean): void {
    const kept = this.statements.filter(isKept);
    this.statements.length = 0;
    for (const statement of kept) this.statements.push(statement);
  }

  /** States what a node is and what it is called; the words show both. */
  describe(node: NamedNode, type: NamedNode, name: Text, rule: string): void {
    this.state(node, rdf.type, type, name.span, rule);
    this.state(node, schema.name, this.words(name), name.span, rule);
  }

  /** A new part of the subject, with a slug made of the given words. */
  part(...words: readonly string[]): NamedNode {
    return partIri(this.thing, slug(...words), this.taken);
  }

  /** The part of the subject that words tell of, the same for the same words; described. */
  ownPart(words: readonly string[], type: NamedNode, name: Text, rule: string): NamedNode {
    const key = `${type.value} ${slug(...words)}`;
    const node = this.ownParts.get(key) ?? this.part(...words);
    const isNew = !this.ownParts.has(key);
    this.ownParts.set(key, node);
    if (isNew) this.describe(node, type, name, rule);
    return node;
  }

  /** Words as a literal in their language. */
  words(text: Text): Literal {
    return this.inLanguage(text.value, qualityOf(text)?.language);
  }

  /** CRLF is LF in literals, so that a file's line endings do not change its graph. */
  inLanguage(value: string, language = this.language): Literal {
    return literal(withLineFeeds(value), language);
  }
}

export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
