import { rdf, rdfs } from '../../rdf/vocabulary.js';
import type { Triple } from '../triple.js';
import { ReadableTerms } from './readable-terms.js';
import type { GraphTerm } from './terms.js';
import { sameTerm, TermSet, termKey } from './terms.js';

type Properties = Map<string, GraphTerm[]>;
type Terms = readonly GraphTerm[];

const none: Terms = [];
/** Longer lists of values are searched by key. */
const shortList = 8;

/** A graph, indexed by subject and property; by property and object where it is asked. Each triple is in it once. */
export class GraphIndex {
  /** False where the graph has a term that libraries read differently; the index is then of no use. */
  readonly readable: boolean;
  private readonly nodes = new Map<string, { readonly term: GraphTerm; readonly properties: Properties }>();
  private readonly inverses = new Map<string, ReadonlyMap<string, Terms>>();
  private readonly longLists = new Map<Terms, TermSet>();
  private readonly classes = new Map<string, ReadonlySet<string>>();

  constructor(triples: Iterable<Triple>) {
    this.readable = this.addAll(triples);
  }

  /** The objects of the triples that have this subject and predicate. */
  objects(subject: GraphTerm, predicate: string): Terms {
    return this.propertiesOf(subject)?.get(predicate) ?? none;
  }

  /** The subjects of the triples that have this predicate and object. */
  subjects(predicate: string, object: GraphTerm): Terms {
    return this.inverseOf(predicate).get(termKey(object)) ?? none;
  }

  /** The predicates of the triples that have this subject. */
  predicates(subject: GraphTerm): readonly string[] {
    return [...(this.propertiesOf(subject)?.keys() ?? [])];
  }

  subjectsOf(predicate: string): GraphTerm[] {
    return [...this.nodes.values()].flatMap(({ term, properties }) =>
      properties.has(predicate) ? [term] : [],
    );
  }

  objectsOf(predicate: string): GraphTerm[] {
    return [...this.nodes.values()].flatMap(({ properties }) => properties.get(predicate) ?? none);
  }

  hasProperty(predicate: string): boolean {
    return this.inverseOf(predicate).size > 0;
  }

  /** Every node, with each of its predicates. */
  allSubjects(): GraphTerm[] {
    return [...this.nodes.values()].map(({ term }) => term);
  }

  /** SHACL instances of a class: of it, or of what this graph says to be a subclass of it. */
  instancesOf(classIri: string): Terms {
    const inverse = this.inverseOf(rdf.type.value);
    if (!this.hasProperty(rdfs.subClassOf.value)) return inverse.get(classIri) ?? none;
    return [...this.classesBelow(classIri)].flatMap((key) => inverse.get(key) ?? none);
  }

  isInstance(node: GraphTerm, classIri: string): boolean {
    const types = this.objects(node, rdf.type.value);
    if (types.length === 0) return false;
    if (!this.hasProperty(rdfs.subClassOf.value))
      return types.some(({ termType, value }) => value === classIri && termType === 'NamedNode');
    const classes = this.classesBelow(classIri);
    return types.some((type) => classes.has(termKey(type)));
  }

  private addAll(triples: Iterable<Triple>): boolean {
    const readable = new ReadableTerms();
    for (const { subject, predicate, object } of triples) {
      if (!readable.has(subject) || !readable.has(object)) return false;
      if (subject.termType === 'Literal' || predicate.termType !== 'NamedNode') return false;
      if (!readable.has(predicate)) return false;
      this.add(subject, predicate.value, object);
    }
    return true;
  }

  private add(subject: GraphTerm, predicate: string, object: GraphTerm): void {
    const key = termKey(subject);
    let node = this.nodes.get(key);
    if (node === undefined) {
      node = { term: subject, properties: new Map() };
      this.nodes.set(key, node);
    }
    const values = node.properties.get(predicate);
    if (values === undefined) node.properties.set(predicate, [object]);
    else if (!this.contains(values, object)) values.push(object);
  }

  private contains(values: Terms, object: GraphTerm): boolean {
    if (values.length < shortList) return values.some((value) => sameTerm(value, object));
    let set = this.longLists.get(values);
    if (set === undefined) {
      set = new TermSet(values);
      this.longLists.set(values, set);
    }
    return !set.add(object);
  }

  private propertiesOf(subject: GraphTerm): Properties | undefined {
    if (subject.termType === 'Literal') return undefined;
    return this.nodes.get(termKey(subject))?.properties;
  }

  private inverseOf(predicate: string): ReadonlyMap<string, Terms> {
    const known = this.inverses.get(predicate);
    if (known !== undefined) return known;
    const inverse = new Map<string, GraphTerm[]>();
    for (const { term, properties } of this.nodes.values())
      for (const object of properties.get(predicate) ?? none) {
        const key = termKey(object);
        const subjects = inverse.get(key);
        if (subjects === undefined) inverse.set(key, [term]);
        else subjects.push(term);
      }
    this.inverses.set(predicate, inverse);
    return inverse;
  }

  /** Keys of the class and of all below it, circles or not. */
  private classesBelow(classIri: string): ReadonlySet<string> {
    const known = this.classes.get(classIri);
    if (known !== undefined) return known;
    const subclasses = this.inverseOf(rdfs.subClassOf.value);
    const keys = new Set([classIri]);
    for (const key of keys) for (const subclass of subclasses.get(key) ?? none) keys.add(termKey(subclass));
    this.classes.set(classIri, keys);
    return keys;
  }
}
