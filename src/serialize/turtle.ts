/**
 * Turtle and TriG for people: prefixes that are used, `a` first, subjects in the order of the article with their parts
 * below them (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/).
 */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { SubjectGroup } from '../rdf/graph.js';
import { groupBySubject } from '../rdf/graph.js';
import { rebaseTerm } from '../rdf/rebase.js';
import { article, prov, rdf, xsd } from '../rdf/vocabulary.js';
import { quoteLongString, quoteString } from '../rdf/write-term.js';
import type { Statement } from '../statement.js';
import type { Reading } from './annotations.js';
import { keyOf, readingsOf } from './annotations.js';
import { namedGraphs } from './named-graphs.js';
import { describeSource } from './provenance.js';
import type { WriterOptions } from './writer.js';

export function writeTurtle(statements: readonly Statement[], options: WriterOptions): string {
  const names = new PrefixedNames(documentPrefixes(options));
  return withDeclarations(names, writeBody(statements, options, names, ''));
}

export function writeTriG(statements: readonly Statement[], options: WriterOptions): string {
  const names = new PrefixedNames(documentPrefixes(options));
  const graphs = namedGraphs(statements, options).map((graph) =>
    graph.name === null
      ? writeBody(graph.statements, options, names, '')
      : `${names.write(graph.name)} {\n${writeBody(graph.statements, options, names, '  ')}}\n`,
  );
  return withDeclarations(names, graphs.join('\n'));
}

function withDeclarations(names: PrefixedNames, body: string): string {
  return names.declarations() + body;
}

/** The statements of one graph; with annotations, the description of their places too. */
function writeBody(
  statements: readonly Statement[],
  options: WriterOptions,
  names: PrefixedNames,
  indent: string,
): string {
  const { page, provenance } = options;
  const isAnnotated = provenance.mode === 'rdf12';
  const described = isAnnotated
    ? [...statements, ...describeSource(statements, page, provenance)]
    : statements;
  const notes = isAnnotated ? new Notes(statements, options, names) : null;
  const groups = groupBySubject(described);
  return groups.map((group) => writeSubject(group, names, indent, notes)).join('\n');
}

/** Annotations of RDF 1.2 behind objects (https://www.w3.org/TR/rdf12-turtle/#annotation-syntax). */
class Notes {
  private readonly readings: ReadonlyMap<string, readonly Reading[]>;
  private readonly rule: NamedNode;

  constructor(
    statements: readonly Statement[],
    options: WriterOptions,
    private readonly names: PrefixedNames,
  ) {
    this.readings = readingsOf(statements, options);
    this.rule = rebaseTerm(article.rule, options.provenance.vocabularyBase);
  }

  behind(subject: NamedNode, predicate: NamedNode, object: NamedNode | Literal, indent: string): string {
    const readings = this.readings.get(keyOf({ subject, predicate, object })) ?? [];
    const written = readings.map(({ reifier, rule, span, evidence = [] }) => {
      const from = span ? ` ; ${this.names.write(prov.wasDerivedFrom)} ${this.names.write(span)}` : '';
      const sources = evidence.map((source) => this.names.write(source)).join(', ');
      const source = sources === '' ? '' : ` ; ${this.names.write(prov.hadPrimarySource)} ${sources}`;
      const said = `${this.names.write(this.rule)} ${quoteString(rule)}${from}${source}`;
      return `\n${indent}    ~ ${this.names.write(reifier)} {| ${said} |}`;
    });
    return written.join('');
  }
}

/** Besides the vocabularies': one for things, and one for the parts of what the article is about. */
function documentPrefixes({ thing, page, prefixes }: WriterOptions): Record<string, string> {
  const things = thing.value.slice(0, thing.value.lastIndexOf('/') + 1);
  const pages = page.value.slice(0, page.value.lastIndexOf('/') + 1);
  return { ...prefixes, thing: things, part: `${thing.value}#`, page: pages, section: `${page.value}#` };
}

function writeSubject(
  { subject, properties }: SubjectGroup,
  names: PrefixedNames,
  indent: string,
  notes: Notes | null,
): string {
  const types = properties.filter(({ predicate }) => predicate.equals(rdf.type));
  const others = properties.filter(({ predicate }) => !predicate.equals(rdf.type));
  const written = [...types, ...others].map(({ predicate, objects }) => {
    const verb = predicate.equals(rdf.type) ? 'a' : names.write(predicate);
    const values = objects.map(
      (object) => writeObject(object, names) + (notes?.behind(subject, predicate, object, indent) ?? ''),
    );
    const areLong = objects.length > 3 || notes !== null;
    return `${verb} ${values.join(areLong ? `,\n${indent}    ` : ', ')}`;
  });
  return `${indent}${names.write(subject)} ${written.join(` ;\n${indent}  `)} .\n`;
}

function writeObject(term: NamedNode | Literal, names: PrefixedNames): string {
  if (term.termType === 'NamedNode') return names.write(term);
  const { value, language, datatype } = term;
  if (language !== '') return `${quote(value)}@${language}`;
  if (datatype.equals(xsd.string)) return quote(value);
  if (isBare(term)) return value;
  return `${quote(value)}^^${names.write(datatype)}`;
}

function quote(value: string): string {
  return value.includes('\n') ? quoteLongString(value) : quoteString(value);
}

/** Numbers and booleans that Turtle's grammar reads without quotes, with the same lexical form. */
function isBare({ value, datatype }: Literal): boolean {
  if (datatype.equals(xsd.integer)) return /^[+-]?\d+$/.test(value);
  if (datatype.equals(xsd.decimal)) return /^[+-]?\d*\.\d+$/.test(value);
  return datatype.equals(xsd.boolean) && /^(?:true|false)$/.test(value);
}

/** Shortens IRIs, and remembers the prefixes that it used. */
class PrefixedNames {
  private readonly byNamespace: ReadonlyMap<string, string>;
  private readonly used = new Set<string>();

  constructor(private readonly prefixes: Readonly<Record<string, string>>) {
    this.byNamespace = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]));
  }

  /** Only plain local names are shortened: some stores misread the escapes that others need. */
  write(node: NamedNode): string {
    const cut = Math.max(node.value.lastIndexOf('#'), node.value.lastIndexOf('/')) + 1;
    const prefix = this.byNamespace.get(node.value.slice(0, cut));
    if (prefix === undefined || !/^[A-Za-z_][\w-]*$/.test(node.value.slice(cut))) return `<${node.value}>`;
    this.used.add(prefix);
    return `${prefix}:${node.value.slice(cut)}`;
  }

  declarations(): string {
    const lines = Object.entries(this.prefixes)
      .filter(([prefix]) => this.used.has(prefix))
      .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`);
    return lines.length > 0 ? `${lines.join('')}\n` : '';
  }
}
