/**
 * JSON-LD as one tree: what the article is about at the root, everything else where it is first spoken of, and by its
 * `@id` from then on. The context stands in the document; nothing is fetched (https://www.w3.org/TR/json-ld11/).
 */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { SubjectGroup } from '../rdf/graph.js';
import { groupBySubject } from '../rdf/graph.js';
import { scriptSafe } from '../rdf/script-safe.js';
import { rdf, schema, xsd } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import type { NamedGraph } from './named-graphs.js';
import { namedGraphs } from './named-graphs.js';
import type { Context, WriterOptions } from './writer.js';

type JsonValue = string | number | boolean | JsonNode | readonly JsonValue[];
interface JsonNode {
  [key: string]: JsonValue;
}

export function writeJsonLd(statements: readonly Statement[], options: WriterOptions): string {
  if (options.provenance.mode === 'span') return writeGraphs(namedGraphs(statements, options), options);
  const context = inLanguage(options.context, options.language);
  const terms = new Terms(context);
  const tree = new TreeBuilder(groupBySubject(statements), terms).build(options.thing.value);
  return writeDocument(terms.usedContext(), tree);
}

/** A dataset: the named graphs side by side, each with its subjects (https://www.w3.org/TR/json-ld11/#named-graphs). */
function writeGraphs(graphs: readonly NamedGraph[], options: WriterOptions): string {
  const nif = options.prefixes.nif;
  const context = inLanguage({ ...options.context, ...(nif === undefined ? {} : { nif }) }, options.language);
  const terms = new Terms(context);
  const flat = new TreeBuilder([], terms);
  const written = graphs.map(({ name, statements }) => ({
    ...(name === null ? {} : { '@id': name.value }),
    '@graph': groupBySubject(statements).map((group) => flat.node(group)),
  }));
  return writeDocument(terms.usedContext(), { '@graph': written });
}

function writeDocument(context: Context, tree: JsonNode): string {
  // A reference is worth one line; no string holds a line break that is not escaped.
  const body = scriptSafe(JSON.stringify(tree, null, 2)).replace(/\{\n\s+("@id": .*)\n\s+\}/g, '{ $1 }');
  return body === '{}'
    ? `{\n  "@context": ${writeContext(context)}\n}\n`
    : `{\n  "@context": ${writeContext(context)},${body.slice(1)}\n`;
}

/** The context with the article's language where it names one. */
function inLanguage(context: Context, language: string): Context {
  return Object.fromEntries(
    Object.entries(context).map(([name, term]) => [
      name,
      typeof term === 'object' && '@language' in term ? { ...term, '@language': language } : term,
    ]),
  );
}

/** A line a term. */
function writeContext(context: Context): string {
  const lines = Object.entries(context).map(([name, term]) => {
    const definition =
      typeof term === 'string'
        ? JSON.stringify(term)
        : `{ ${Object.entries(term)
            .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
            .join(', ')} }`;
    return `    ${JSON.stringify(name)}: ${definition}`;
  });
  return `{\n${lines.join(',\n')}\n  }`;
}

class TreeBuilder {
  private readonly groups: ReadonlyMap<string, SubjectGroup>;
  /** Subjects that stand somewhere in the tree already. */
  private readonly placed = new Set<string>();
  /** References to what may stand in a better place, each with what puts the thing there instead. */
  private readonly waiting: { readonly iri: string; readonly put: (node: JsonNode) => void }[] = [];

  constructor(
    groups: readonly SubjectGroup[],
    private readonly terms: Terms,
  ) {
    this.groups = new Map(groups.map((group) => [group.subject.value, group]));
  }

  build(rootIri: string): JsonNode {
    const root = this.groups.get(rootIri) ?? [...this.groups.values()][0];
    if (!root) return {};
    const reached = this.reachable(root);
    const tree = this.node(root);
    const apart = [...this.groups.values()].filter(({ subject }) => !reached.has(subject.value));
    for (const group of apart) this.placePointingAt(root.subject, group, tree);
    const rest = apart.filter(({ subject }) => !this.placed.has(subject.value));
    const included = rest.flatMap((group) =>
      this.placed.has(group.subject.value) ? [] : [this.node(group)],
    );
    if (included.length > 0) tree['@included'] = included;
    for (const { iri, put } of this.waiting) {
      const group = this.groups.get(iri);
      if (group && !this.placed.has(iri)) put(this.node(group));
    }
    return tree;
  }

  private reachable(root: SubjectGroup): Set<string> {
    const reached = new Set([root.subject.value]);
    const waiting = [root];
    for (let group = waiting.pop(); group; group = waiting.pop()) {
      for (const object of group.properties.flatMap(({ objects }) => objects)) {
        const next = object.termType === 'NamedNode' && this.groups.get(object.value);
        if (!next || reached.has(object.value)) continue;
        reached.add(object.value);
        waiting.push(next);
      }
    }
    return reached;
  }

  /** What points at the root and is not pointed at stands under it by the reverse property. */
  private placePointingAt(root: NamedNode, group: SubjectGroup, tree: JsonNode): void {
    if (this.placed.has(group.subject.value)) return;
    const link = group.properties.find(({ objects }) => objects.length === 1 && objects[0]?.equals(root));
    const key = link && this.terms.reverse(link.predicate);
    if (!link || key === undefined) return;
    const others = group.properties.filter((property) => property !== link);
    append(tree, key, this.node({ ...group, properties: others }));
  }

  node({ subject, properties }: SubjectGroup): JsonNode {
    this.placed.add(subject.value);
    const node: JsonNode = {};
    for (const { predicate, objects } of properties) {
      if (predicate.equals(rdf.type)) node['@type'] = one(objects.map((type) => this.terms.type(type.value)));
    }
    node['@id'] = subject.value;
    for (const { predicate, objects } of properties) {
      if (predicate.equals(rdf.type)) continue;
      const key = this.terms.property(predicate.value);
      // What a page mentions stands where a fact names it, if one does.
      if (predicate.equals(schema.mentions)) {
        node[key] = this.references(objects);
        continue;
      }
      for (const object of objects) {
        const value =
          object.termType === 'NamedNode' ? this.reference(object) : this.terms.literal(key, object);
        append(node, key, value);
      }
    }
    return node;
  }

  private references(objects: SubjectGroup['properties'][number]['objects']): JsonValue {
    const values: JsonValue[] = objects.map(({ value }) => ({ '@id': value }));
    for (const [index, { value: iri }] of objects.entries()) {
      const value = values[index] as JsonNode;
      this.waiting.push({
        iri,
        put: (node) => {
          delete value['@id'];
          Object.assign(value, node);
        },
      });
    }
    return one(values);
  }

  private reference(object: NamedNode): JsonValue {
    const group = this.groups.get(object.value);
    return group && !this.placed.has(object.value) ? this.node(group) : { '@id': object.value };
  }
}

/** One value stands alone, several in an array. */
function append(node: JsonNode, key: string, value: JsonValue): void {
  const before = node[key];
  if (before === undefined) node[key] = value;
  else if (Array.isArray(before)) before.push(value);
  else node[key] = [before, value];
}

function one(values: readonly JsonValue[]): JsonValue {
  return values.length === 1 ? (values[0] as JsonValue) : values;
}

/** Looks IRIs up in a context, the other way round, and remembers what of the context a document needs. */
class Terms {
  private readonly used = new Set<string>();
  private readonly prefixes = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly reversed = new Map<string, string>();

  constructor(private readonly context: Context) {
    for (const [name, term] of Object.entries(context)) {
      if (typeof term === 'string' && /[#/]$/.test(term)) this.prefixes.set(term, name);
    }
    for (const [name, term] of Object.entries(context)) {
      if (typeof term === 'object' && term['@reverse'] !== undefined) {
        this.reversed.set(this.expand(term['@reverse']), name);
      } else if (!name.startsWith('@')) {
        const iri = typeof term === 'string' ? term : term['@id'];
        if (iri !== undefined && !/[#/]$/.test(iri)) this.names.set(this.expand(iri), name);
      }
    }
  }

  /** The entries that were used, and the prefixes that these need, in the order of the context. */
  usedContext(): Context {
    const needed = new Set(this.used);
    for (const name of this.used) {
      const term = this.context[name];
      const iris = typeof term === 'object' ? Object.values(term) : [term ?? ''];
      for (const iri of iris) needed.add(iri.slice(0, Math.max(0, iri.indexOf(':'))));
    }
    return Object.fromEntries(Object.entries(this.context).filter(([name]) => needed.has(name)));
  }

  property(iri: string): string {
    return this.use(this.names.get(iri)) ?? this.compact(iri);
  }

  type(iri: string): string {
    return this.use(this.names.get(iri)) ?? this.compact(iri);
  }

  reverse(predicate: NamedNode): string | undefined {
    return this.use(this.reversed.get(predicate.value));
  }

  private use(name: string | undefined): string | undefined {
    if (name !== undefined) this.used.add(name);
    return name;
  }

  /** As plain as the key's definition allows while it means the same literal. */
  literal(key: string, { value, language, datatype }: Literal): JsonValue {
    const definition = this.context[key];
    const term = typeof definition === 'object' ? definition : {};
    if (language !== '')
      return term['@language'] === language ? value : { '@language': language, '@value': value };
    const coerced = term['@type'] === undefined ? undefined : this.expand(term['@type']);
    if (datatype.value === coerced) return value;
    if (coerced === undefined) {
      if (datatype.equals(xsd.string) && term['@language'] === undefined) return value;
      if (
        datatype.equals(xsd.integer) &&
        String(Number(value)) === value &&
        Number.isSafeInteger(Number(value))
      ) {
        return Number(value);
      }
      if (datatype.equals(xsd.boolean) && (value === 'true' || value === 'false')) return value === 'true';
    }
    return { '@type': this.compact(datatype.value), '@value': value };
  }

  private compact(iri: string): string {
    const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1;
    const prefix = this.prefixes.get(iri.slice(0, cut));
    return prefix !== undefined && cut < iri.length ? `${this.use(prefix)}:${iri.slice(cut)}` : iri;
  }

  private expand(compact: string): string {
    const colon = compact.indexOf(':');
    const namespace = this.context[compact.slice(0, colon)];
    return colon > 0 && typeof namespace === 'string' ? namespace + compact.slice(colon + 1) : compact;
  }
}
