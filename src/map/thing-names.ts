import type { NamedNode } from '@rdfjs/types';
import type { Span, Text } from '../article.js';
import { linkSpanOf, qualityOf } from '../article.js';
import type { Iris } from '../rdf/iris.js';
import { award, localName, rdf, schema } from '../rdf/vocabulary.js';
import type { ValueTables } from '../value/tables.js';
import type { GraphBuilder } from './graph-builder.js';
import { labelKey } from './label-key.js';
import { isOwnName } from './names-of-pages.js';

/** Classes that one thing may have together; a name that is used for two of these families is two things. */
const families: readonly (readonly NamedNode[])[] = [
  [schema.Person],
  [schema.Organization, award.Body, schema.Festival],
  [schema.Place, schema.Country],
  [schema.CreativeWork],
];

/** Words that are another name than the known one. Those that another link explains are told, unless they are a form of it. */
function otherName(words: Text, known: string, link: Text, tables: ValueTables): string | null {
  const { value } = words;
  const isTold = link !== words && labelKey(value) !== labelKey(known);
  return isTold || isOwnName(value, known, tables) ? value : null;
}

/** Of statements that hold because the wiki redirects a title. */
export const redirectRule = 'titles/redirect';

/** A thing that words name. */
export interface Naming {
  /** Of its page. */
  readonly title: string;
  /** What it is called, which may differ from the words. */
  readonly name: string;
  readonly words: Text;
  readonly type: NamedNode;
  /** The link that says the title where the words do not: the words themselves, or the same ones elsewhere. */
  readonly link?: Text;
  /** Whether the words may be another name of it; they may. */
  readonly isNaming?: boolean;
  /** Whether it is the article's own thing, and not that of the page of its title. */
  readonly isOwn?: boolean;
  /** The title of the link, if it is another that leads to its page. */
  readonly redirect?: string;
}

/** What an article calls the things that it names, and their IRIs. */
export class ThingNames {
  private readonly familyOf = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly partsByFamily = new Map<string, NamedNode>();

  constructor(
    private readonly graph: GraphBuilder,
    private readonly iris: Iris,
    private readonly tables: ValueTables,
  ) {}

  /**
   * The thing of a page's title, described. A thing has one name: its page's title where a link tells it, else the first that
   * the article calls it by. Further names are alternate names.
   */
  describe(naming: Naming, rule: string): NamedNode {
    const { title, name, words, type, link, isNaming = true, isOwn = false, redirect } = naming;
    const node = this.iriOf(title, type, isOwn);
    const known = this.names.get(node.value) ?? name;
    this.names.set(node.value, known);
    const called = name === known ? null : name;
    const other = !isNaming ? null : link ? otherName(words, known, link, this.tables) : called;
    // Words that are no name of it do not show it: what they link to does.
    const isShown = link !== words || other !== null || words.value === known;
    const span = isShown ? words.span : linkSpanOf(words);
    if (!isShown) this.graph.showBy(span, words.span, node);
    this.graph.state(node, rdf.type, type, span, rule);
    const language = (value: string) => (value === words.value ? qualityOf(words)?.language : undefined);
    const state = (property: NamedNode, value: string, at: Span): void =>
      this.graph.state(node, property, this.graph.inLanguage(value, language(value)), at, rule);
    // No words of the article show the name of a page that the wiki redirects to.
    if (name === known && redirect !== undefined && name !== words.value)
      this.graph.state(node, schema.name, this.graph.inLanguage(name), undefined, redirectRule);
    else if (name === known)
      state(schema.name, name, link && name !== words.value ? linkSpanOf(link) : words.span);
    if (other !== null) state(schema.alternateName, other, words.span);
    // A part of the article's subject is not what the page is about.
    if (redirect !== undefined && !node.value.includes('#'))
      this.graph.state(node, schema.sameAs, this.iris.thing(redirect), undefined, redirectRule);
    return node;
  }

  private iriOf(title: string, type: NamedNode, isOwn: boolean): NamedNode {
    const shared = this.iris.thing(title);
    // Everything is a thing.
    if (type.equals(schema.Thing) && !isOwn) return shared;
    const family = families.findIndex((classes) => classes.some((member) => member.equals(type)));
    const known = this.familyOf.get(shared.value);
    if (!isOwn && !shared.equals(this.graph.thing) && (known === undefined || known === family)) {
      this.familyOf.set(shared.value, family);
      return shared;
    }
    const key = `${family} ${shared.value}`;
    const own = this.partsByFamily.get(key) ?? this.graph.part(localName(type), title);
    this.partsByFamily.set(key, own);
    return own;
  }
}
