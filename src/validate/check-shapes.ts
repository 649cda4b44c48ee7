/**
 * Shapes graphs against SHACL's own rules (https://www.w3.org/TR/shacl/#syntax-rules): what an engine would stumble over,
 * or pass over in silence, is said before anything is checked.
 */
import type { Quad, Term } from '@rdfjs/types';
import { entry } from '../entry.js';
import { prefixes, rdf, rdfs } from '../rdf/vocabulary.js';
import { compilePattern, PatternError } from './literals/pattern.js';
import { readPath } from './path.js';
import { constraintTerms, shaclTerms } from './shacl-terms.js';

export interface ShapeFault {
  readonly code: 'shapes-invalid' | 'shapes-unsupported' | 'unknown-shacl-term';
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Where it stands: a property with a value, or a node alone. */
  readonly predicate: string | null;
  readonly term: Term;
}

const sh = prefixes.sh as string;
const targetTerms = ['targetClass', 'targetNode', 'targetSubjectsOf', 'targetObjectsOf'];
const shapeValued = ['property', 'node', 'not', 'qualifiedValueShape'];
const shapeLists = ['and', 'or', 'xone'];
const lists = [...shapeLists, 'in', 'languageIn', 'ignoredProperties'];
const ofPropertyShapes = [
  ...['minCount', 'maxCount', 'lessThan', 'lessThanOrEquals', 'uniqueLang'],
  ...['qualifiedMinCount', 'qualifiedMaxCount'],
];
const counts = [
  ...['minCount', 'maxCount', 'minLength', 'maxLength', 'qualifiedMinCount', 'qualifiedMaxCount'],
];
const iris = [
  ...['class', 'datatype', 'nodeKind', 'equals', 'disjoint', 'lessThan', 'lessThanOrEquals', 'severity'],
  ...['targetClass', 'targetSubjectsOf', 'targetObjectsOf'],
];
const booleans = ['closed', 'uniqueLang', 'deactivated', 'qualifiedValueShapesDisjoint'];
const bounds = ['minInclusive', 'minExclusive', 'maxInclusive', 'maxExclusive'];
/** Of which a shape may have one. */
const single = [
  ...[...counts, ...booleans, ...bounds, 'datatype', 'nodeKind', 'languageIn', 'in', 'pattern', 'flags'],
  ...['severity', 'ignoredProperties', 'qualifiedValueShape'],
];
const nodeKinds = ['BlankNode', 'IRI', 'Literal', 'BlankNodeOrIRI', 'BlankNodeOrLiteral', 'IRIOrLiteral'];

/** Terms of SHACL's extensions, which are not run here. */
const extensions = new Set([
  ...[
    'sparql',
    'select',
    'ask',
    'construct',
    'update',
    'prefixes',
    'declare',
    'target',
    'rule',
    'expression',
  ],
  ...['parameter', 'validator', 'nodeValidator', 'propertyValidator', 'js', 'jsLibrary', 'labelTemplate'],
]);

export function checkShapes(quads: readonly Quad[]): ShapeFault[] {
  return new ShapeChecker(quads).check();
}

/** Whether any shape says what it is about; without one nothing is checked. */
export function haveTargets(quads: readonly Quad[]): boolean {
  const classes = new Set(
    quads
      .filter(
        ({ predicate, object }) => predicate.value === rdf.type.value && object.value === rdfs.Class.value,
      )
      .map(({ subject }) => subject.value),
  );
  return quads.some(
    ({ subject, predicate, object }) =>
      targetTerms.some((name) => predicate.value === sh + name) ||
      (classes.has(subject.value) &&
        predicate.value === rdf.type.value &&
        [`${sh}NodeShape`, `${sh}PropertyShape`].includes(object.value)),
  );
}

class ShapeChecker {
  private readonly faults: ShapeFault[] = [];
  private readonly bySubject = new Map<string, Quad[]>();
  private readonly open = new Set<string>();
  private readonly done = new Set<string>();

  constructor(private readonly quads: readonly Quad[]) {
    for (const quad of quads) entry(this.bySubject, keyOf(quad.subject), (): Quad[] => []).push(quad);
  }

  check(): ShapeFault[] {
    for (const { predicate, object } of this.quads) this.checkTerm(predicate, object);
    for (const [, [first]] of this.bySubject)
      if (first && this.isShape(first.subject)) this.checkShape(first.subject);
    return this.faults;
  }

  private fault(
    message: string,
    predicate: string | null,
    term: Term,
    code: ShapeFault['code'] = 'shapes-invalid',
  ): void {
    const severity = code === 'unknown-shacl-term' ? 'warning' : 'error';
    if (this.faults.some((known) => known.message === message && known.term.equals(term))) return;
    this.faults.push({ code, severity, message, predicate, term });
  }

  private checkTerm(predicate: Term, object: Term): void {
    if (predicate.value === `${prefixes.owl}imports`)
      this.fault(
        `Nothing is ever fetched: <${object.value}> is not imported; give its file with --shapes too.`,
        predicate.value,
        object,
        'shapes-unsupported',
      );
    for (const term of [predicate, object]) {
      if (term.termType !== 'NamedNode' || !term.value.startsWith(sh)) continue;
      const name = term.value.slice(sh.length);
      if (shaclTerms.has(name)) continue;
      const isProperty = term === predicate;
      if (extensions.has(name) || /^(?:SPARQL|JS)/.test(name)) {
        const message = `sh:${name} is of SHACL's extensions, which are not run; only SHACL Core is.`;
        this.fault(message, predicate.value, object, 'shapes-unsupported');
      } else
        this.fault(
          `sh:${name} is no term of SHACL; it says nothing.`,
          isProperty ? term.value : predicate.value,
          object,
          'unknown-shacl-term',
        );
    }
  }

  private values(node: Term, name: string): Term[] {
    return (this.bySubject.get(keyOf(node)) ?? [])
      .filter(({ predicate }) => predicate.value === sh + name)
      .map(({ object }) => object);
  }

  private isShape(node: Term): boolean {
    return (this.bySubject.get(keyOf(node)) ?? []).some(
      ({ predicate, object }) =>
        (predicate.value === rdf.type.value &&
          /(?:Node|Property)Shape$/.test(object.value) &&
          object.value.startsWith(sh)) ||
        targetTerms.some((name) => predicate.value === sh + name) ||
        (predicate.value.startsWith(sh) && constraintTerms.has(predicate.value.slice(sh.length))) ||
        predicate.value === `${sh}property`,
    );
  }

  /** A shape with all that it holds; one that leads back to itself has no meaning that SHACL would say. */
  private checkShape(node: Term): void {
    const key = keyOf(node);
    if (this.open.has(key)) {
      this.fault(
        `${nameOf(node)} leads back to itself; recursive shapes have no meaning in SHACL.`,
        null,
        node,
        'shapes-unsupported',
      );
      return;
    }
    if (this.done.has(key)) return;
    this.open.add(key);
    this.checkPath(node);
    for (const name of single) this.checkSingle(node, name);
    for (const name of [...constraintTerms, ...targetTerms, 'severity', 'deactivated'])
      for (const value of this.values(node, name)) this.checkValue(node, name, value);
    for (const inner of this.innerShapes(node)) this.checkShape(inner);
    this.open.delete(key);
    this.done.add(key);
  }

  private innerShapes(node: Term): Term[] {
    for (const value of this.values(node, 'property'))
      if (this.values(value, 'path').length === 0)
        this.fault('A property shape needs a path: there is no sh:path.', `${sh}property`, value);
    const direct = shapeValued.flatMap((name) => this.values(node, name));
    const listed = shapeLists.flatMap((name) =>
      this.values(node, name).flatMap((head) => this.listOf(head) ?? []),
    );
    return [...direct, ...listed];
  }

  private checkPath(node: Term): void {
    const [path, second] = this.values(node, 'path');
    if (path === undefined) {
      for (const name of ofPropertyShapes)
        for (const value of this.values(node, name))
          this.fault(
            `sh:${name} stands in property shapes alone, and ${nameOf(node)} has no sh:path.`,
            sh + name,
            value,
          );
      return;
    }
    if (second !== undefined)
      this.fault('A property shape has one sh:path; this one has several.', `${sh}path`, second);
    const source = { match: (subject: Term, predicate?: Term) => this.match(subject, predicate) };
    if (path.termType === 'Literal' || readPath(path, source) === null)
      this.fault(
        'This is no property path: a path is an IRI, or made of IRIs as SHACL says.',
        `${sh}path`,
        path,
      );
  }

  private match(subject: Term, predicate?: Term): Quad[] {
    const all = this.bySubject.get(keyOf(subject)) ?? [];
    return predicate ? all.filter((quad) => quad.predicate.value === predicate.value) : all;
  }

  private checkSingle(node: Term, name: string): void {
    const second = this.values(node, name)[1];
    if (second !== undefined)
      this.fault(`A shape has one sh:${name}; ${nameOf(node)} has several.`, sh + name, second);
  }

  private checkValue(node: Term, name: string, value: Term): void {
    const wrong = this.wrongValue(node, name, value);
    if (wrong !== null) this.fault(`sh:${name}: ${wrong}`, sh + name, value);
  }

  private wrongValue(node: Term, name: string, value: Term): string | null {
    const isInteger = value.termType === 'Literal' && value.datatype.value === `${prefixes.xsd}integer`;
    if (counts.includes(name) && !(isInteger && /^\+?\d+$/.test(value.value)))
      return `${textOf(value)} is no count; write a whole number without quotation marks.`;
    if (iris.includes(name) && value.termType !== 'NamedNode') return `${textOf(value)} is no IRI.`;
    if (name === 'nodeKind' && !nodeKinds.some((kind) => value.value === sh + kind))
      return `${textOf(value)} is no node kind; there are ${nodeKinds.map((kind) => `sh:${kind}`).join(', ')}.`;
    if (
      booleans.includes(name) &&
      !(value.termType === 'Literal' && /^(?:true|false|1|0)$/.test(value.value))
    )
      return `${textOf(value)} is neither true nor false.`;
    if (bounds.includes(name) && value.termType !== 'Literal') return `${textOf(value)} is no literal.`;
    if (lists.includes(name) && this.listOf(value) === null)
      return 'this is no list, or one that goes round in a circle.';
    return name === 'pattern' ? this.wrongPattern(node, value) : null;
  }

  private wrongPattern(node: Term, { value }: Term): string | null {
    try {
      compilePattern(value, this.values(node, 'flags')[0]?.value);
      return null;
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return `${JSON.stringify(value)}: ${error.message}`;
    }
  }

  /** The members; null where it is no list. */
  private listOf(head: Term): Term[] | null {
    const members: Term[] = [];
    const seen = new Set<string>();
    for (let cell = head; cell.value !== rdf.nil.value; ) {
      const [first, ...others] = this.match(cell, rdf.first);
      const [rest, ...more] = this.match(cell, rdf.rest);
      if (!first || !rest || others.length + more.length > 0 || seen.has(keyOf(cell))) return null;
      seen.add(keyOf(cell));
      members.push(first.object);
      cell = rest.object;
    }
    return members;
  }
}

function keyOf({ termType, value }: Term): string {
  return `${termType} ${value}`;
}

function nameOf(node: Term): string {
  return node.termType === 'NamedNode' ? `<${node.value}>` : 'the shape';
}

function textOf(term: Term): string {
  if (term.termType === 'NamedNode') return `<${term.value}>`;
  return term.termType === 'Literal' ? JSON.stringify(term.value) : 'a blank node';
}
