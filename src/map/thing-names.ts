import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { qualityOf } from '../article.js';
import type { Iris } from '../rdf/iris.js';
import { award, localName, rdf, schema } from '../rdf/vocabulary.js';
import type { GraphBuilder } from './graph-builder.js';

/** Classes that one thing may have together; a name that is used for two of these families is two things. */
const families: readonly (readonly NamedNode[])[] = [
  [schema.Person],
  [schema.Organization, award.Body, schema.Festival],
  [schema.Place, schema.Country],
  [schema.CreativeWork],
];

/** What an article calls the things that it names, and their IRIs. */
export class ThingNames {
  private readonly familyOf = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly partsByFamily = new Map<string, NamedNode>();

  constructor(
    private readonly graph: GraphBuilder,
    private readonly iris: Iris,
  ) {}

  /**
   * The thing of a page's title, described. A thing has one name, the first that the article calls it by; further ones are
   * alternate names.
   *
   * @param name what it is called, which may differ from the words
   */
  describe(title: string, name: string, words: Text, type: NamedNode, rule: string): NamedNode {
    const node = this.iriOf(title, type);
    const known = this.names.get(node.value) ?? name;
    this.names.set(node.value, known);
    this.graph.state(node, rdf.type, type, words.span, rule);
    const property = known === name ? schema.name : schema.alternateName;
    const language = name === words.value ? qualityOf(words)?.language : undefined;
    this.graph.state(node, property, this.graph.inLanguage(name, language), words.span, rule);
    return node;
  }

  private iriOf(title: string, type: NamedNode): NamedNode {
    const shared = this.iris.thing(title);
    // Everything is a thing.
    if (type.equals(schema.Thing)) return shared;
    const family = families.findIndex((classes) => classes.some((member) => member.equals(type)));
    const known = this.familyOf.get(shared.value);
    if (!shared.equals(this.graph.thing) && (known === undefined || known === family)) {
      this.familyOf.set(shared.value, family);
      return shared;
    }
    const key = `${family} ${shared.value}`;
    const own = this.partsByFamily.get(key) ?? this.graph.part(localName(type), title);
    this.partsByFamily.set(key, own);
    return own;
  }
}
