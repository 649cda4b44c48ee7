/** Statements in words: things by their names, terms by their prefixed names. */
import type { NamedNode } from '@rdfjs/types';
import { rdf, schema, shorten, xsd } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import type { Term, Value } from './explanation.js';
import type { Placeable } from './homes.js';

/** Puts the statements of one article into words. */
export class StatementWords {
  private readonly names = new Map<string, string>();
  private readonly sections = new Set<string>();
  /** IRI of the article itself. */
  private readonly page: string;

  constructor(
    statements: readonly Statement[],
    private readonly prefixes: Readonly<Record<string, string>>,
  ) {
    this.page = statements.find(({ predicate }) => predicate.equals(schema.mainEntity))?.subject.value ?? '';
    for (const { subject, predicate, object } of statements) {
      if (predicate.equals(schema.hasPart)) this.sections.add(object.value);
      if (predicate.equals(schema.name) && !this.names.has(subject.value))
        this.names.set(subject.value, object.value);
    }
  }

  describe(statement: Statement): Placeable {
    const { subject, predicate, object, rule, span, evidence } = statement;
    return {
      subject: this.term(subject),
      predicate: predicate.equals(rdf.type) ? { iri: predicate.value, label: 'a' } : this.term(predicate),
      object: object.termType === 'NamedNode' ? this.term(object) : this.value(object),
      rule,
      isFact: this.isFact(statement),
      isWide: predicate.equals(schema.text) || predicate.equals(schema.abstract),
      isOfOption: rule.startsWith('option/'),
      ...(evidence ? { evidence: evidence.map((node) => this.term(node)) } : {}),
      ...(span ? { span: { begin: span.begin, end: span.end } } : {}),
    };
  }

  /** What only keeps words, or is about the article and not about the world, is no fact. */
  isFact({ subject, predicate, object }: Statement): boolean {
    if (this.isOfPage(subject) || (object.termType === 'NamedNode' && this.isOfPage(object))) return false;
    return !predicate.equals(schema.abstract) && !predicate.value.startsWith(this.prefixes.raw ?? '\n');
  }

  /** Whether it is the article or one of its sections. */
  private isOfPage({ value }: NamedNode): boolean {
    return value === this.page || value.startsWith(`${this.page}#`);
  }

  private term(node: NamedNode): Term {
    const name = this.names.get(node.value);
    return { iri: node.value, label: this.label(node, name) };
  }

  private label(node: NamedNode, name: string | undefined): string {
    if (name === undefined) return shorten(node.value, this.prefixes);
    if (!this.isOfPage(node)) return name;
    // The article and what it is about are called the same.
    if (node.value === this.page) return 'the article';
    return this.sections.has(node.value) ? `section “${name}”` : name;
  }

  private value({ value, language, datatype }: Exclude<Statement['object'], NamedNode>): Value {
    if (language !== '') return { value, language };
    return datatype.equals(xsd.string)
      ? { value }
      : { value, datatype: shorten(datatype.value, this.prefixes) };
  }
}
