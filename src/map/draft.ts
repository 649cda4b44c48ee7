import type { Literal, NamedNode } from '@rdfjs/types';
import type { Ledger } from '../article/ledger.js';
import { baseName } from '../article/title.js';
import type { Article, Section, Span, Text } from '../article.js';
import { linkOf, linkSpanOf, slice } from '../article.js';
import type { Place, Problem, Severity } from '../problem.js';
import { placeOf } from '../problem.js';
import { anchor, Iris, partIri, rawKey, slug } from '../rdf/iris.js';
import { literal } from '../rdf/terms.js';
import { article as articleTerms, localName, rawProperty, schema } from '../rdf/vocabulary.js';
import type { Revision } from '../source.js';
import type { TitleLookup } from '../titles.js';
import type { Left, Unread } from '../value/pieces.js';
import type { FieldMapping, Kind, Mappings } from './compile-mappings.js';
import { GraphBuilder, withLineFeeds } from './graph-builder.js';
import { mayBeOf } from './kind-fits.js';
import { labelKey } from './label-key.js';
import type { MeantPage } from './link-ends.js';
import { LinkEnds } from './link-ends.js';
import { LinkedNames } from './linked-names.js';
import { NameLinks } from './name-links.js';
import { nameOfPage } from './names-of-pages.js';
import { headingWords, isProse } from './plain-text.js';
import type { Naming } from './thing-names.js';
import { ThingNames } from './thing-names.js';
import type { Topic } from './topic-memory.js';
import { TopicMemory } from './topic-memory.js';

export interface MapOptions {
  /** Absolute IRI, ending with `/`, under which things and pages get theirs. */
  readonly base: string;
  /** BCP 47 tag of the article's language. */
  readonly language: string;
  /** Where the article was published, an absolute IRI. */
  readonly url?: string;
  /** What the addresses of its wiki's pages begin with, such as `https://en.wikipedia.org/wiki/`. */
  readonly pageBase?: string;
  /** Numbers of the wiki's namespaces by their names in lower case; those that every wiki has where absent. */
  readonly namespaces?: Readonly<Record<string, number>>;
  /** Which page of its wiki it is, and in which state. */
  readonly revision?: Revision;
  /** When the conversion was made, as its user says it (xsd:dateTime). */
  readonly generatedAt?: string;
  /** Whether it is stated what the links of the article's words lead to; it is where absent. */
  readonly mentions?: boolean;
  /** Whether it is stated which sources the article cites, and for what; it is not where absent. */
  readonly citations?: boolean | undefined;
  /** Whether pages that tell pages of like titles apart are converted; they are left out where absent. */
  readonly disambiguations?: boolean | undefined;
  /** What messages call the source. */
  readonly sourceName: string;
  /** Where it is entered what problems tell of, if anybody asks. */
  readonly ledger?: Ledger;
  /** The titles of the article's wiki, if they are known. */
  readonly titles?: TitleLookup;
  /** Whether names without a link are looked up in the titles, if these are known; they are where absent. */
  readonly nameLinks?: boolean | undefined;
}

/** The graph of one article while it is made, with what is known of the article, and what is reported of it. */
export class Draft extends GraphBuilder {
  readonly problems: Problem[] = [];
  /** What the subject is called: the article's title without its disambiguator. */
  readonly name: string;
  readonly page: NamedNode;
  /** What of a section should have been read into statements and could not be. */
  readonly unread = new Map<Section, { words: Text; rule: string }[]>();
  private readonly memory = new TopicMemory();
  private readonly iris: Iris;
  private readonly thingNames: ThingNames;
  private readonly sectionIris = new Map<Section, NamedNode>();
  private readonly linkEnds: LinkEnds;
  private readonly nameLinks: NameLinks | null;
  private linkedNames: LinkedNames | null = null;
  /** Of what the words of fields are kept that cannot be read: of a thing, or in a section. */
  private keeper: NamedNode | Section = this.thing;

  constructor(
    readonly article: Article,
    readonly kind: Kind | null,
    readonly mappings: Mappings,
    readonly options: MapOptions,
  ) {
    const iris = new Iris(options.base);
    super(iris.thing(article.name), options.language);
    this.iris = iris;
    this.thingNames = new ThingNames(this, iris, mappings.tables);
    this.linkEnds = new LinkEnds(article, options.titles);
    const { titles, nameLinks = true } = options;
    this.nameLinks = titles && nameLinks ? new NameLinks(article.name, titles, mappings.fits) : null;
    this.name = baseName(article);
    this.page = iris.page(article.name);
    for (const section of article.sections) {
      const iri = partIri(this.page, anchor(headingWords(section.heading)), this.taken);
      this.sectionIris.set(section, iri);
    }
  }

  /** Another name of the subject that is the same as its name, in the same language, is its name once more. */
  override state(
    subject: NamedNode,
    predicate: NamedNode,
    object: NamedNode | Literal,
    span: Span | undefined,
    rule: string,
  ): void {
    const isNameAgain =
      object.value === this.name &&
      predicate.equals(schema.alternateName) &&
      subject.equals(this.thing) &&
      object.equals(this.inLanguage(this.name));
    super.state(subject, isNameAgain ? schema.name : predicate, object, span, rule);
  }

  /** Reads a box about a thing of its own, or the fields of a section's rows: it keeps what cannot be read of them. */
  keepWith(keeper: NamedNode | Section, read: () => void): void {
    const before = this.keeper;
    this.keeper = keeper;
    read();
    this.keeper = before;
  }

  /** What a topic's mappers remember of the article. */
  recall<T>(topic: Topic<T>): T {
    return this.memory.recall(topic);
  }

  /** Most articles need no more than the names that are links themselves. */
  private get links(): LinkedNames {
    this.linkedNames ??= new LinkedNames(this.article, this.mappings.tables.fictional);
    return this.linkedNames;
  }

  /** Whether the title of a page says that it is about somebody who is made up. */
  isOfFiction(title: string): boolean {
    return this.links.isOfFiction(title);
  }

  /** The page that a link means. @param target the link's title */
  pageMeant(target: string): MeantPage {
    return this.linkEnds.of(target);
  }

  /**
   * The thing of a name, described: the thing of the page that the name links to, here or elsewhere in the article, else
   * that of the name itself. A name of another family of classes in the same article is another thing.
   *
   * @param isNaming whether the words may be another name of a page's thing
   */
  named(words: Text, type: NamedNode, rule: string, isNaming = true): NamedNode {
    const page = this.links.pageOf(words, type.equals(schema.Person));
    if (!page) return this.unlinked({ title: words.value, name: words.value, words, type }, rule);
    const { link } = page;
    const meant = this.pageMeant(page.title);
    // A character may redirect to the film: a page of another kind is not what is named.
    const isOther = meant.kind !== undefined && !mayBeOf(meant.kind, type, this.mappings);
    const { title, redirect, isAmbiguous } = isOther
      ? { ...meant, title: page.title, redirect: undefined }
      : meant;
    if (isAmbiguous) return this.ownThing(title, words, link, type, rule);
    const name = nameOfPage(title, words.value, type, this.mappings.tables);
    const from = redirect === undefined ? {} : { redirect };
    return this.thingNames.describe({ title, name, words, type, link, isNaming, ...from }, rule);
  }

  /**
   * The thing of a name without a link: that of the page of its title if the titles of the wiki are known and nothing speaks
   * against it, else the article's own. If they are not known, things of one name are one.
   *
   * @param sought title by which it is looked up; its own where absent
   */
  unlinked(naming: Naming, rule: string, sought = naming.title): NamedNode {
    const { words, type } = naming;
    if (!this.nameLinks || linkOf(words)) return this.thingNames.describe(naming, rule);
    const page = this.nameLinks.pageOf(sought, type);
    if (!page) return this.thingNames.describe({ ...naming, isOwn: true }, rule);
    const from = page.redirect === undefined ? {} : { redirect: page.redirect, link: words };
    const called = nameOfPage(page.title, words.value, type, this.mappings.tables);
    const node = this.thingNames.describe({ title: page.title, name: called, words, type, ...from }, rule);
    if (!node.value.includes('#'))
      this.state(this.page, articleTerms.nameLink, node, words.span, nameLinkRule);
    return node;
  }

  /** The thing of a name that leads to a page that tells things apart: nothing says which one it is. */
  private ownThing(title: string, words: Text, link: Text, type: NamedNode, rule: string): NamedNode {
    this.reportAmbiguous(title, words, link, 'it stays a thing of this article');
    return this.ownPart([localName(type), words.value], type, words, rule);
  }

  /** What articles are filed under, by its title without the name of the namespace. */
  categoryOf(title: string): NamedNode {
    return this.iris.category(title);
  }

  /** The thing of a page, whatever the words that lead to it are. */
  thingOf(title: string): NamedNode {
    return this.iris.thing(title);
  }

  /** The thing of the page that a link leads to, described; the words of the link are no other name of it. */
  linked({ title, redirect }: MeantPage, link: Text, type: NamedNode, rule: string): NamedNode {
    // Of what class it is, nobody says: places are named by what stands before the comma of their title.
    const name = nameOfPage(title, link.value, schema.Place, this.mappings.tables);
    const from = redirect === undefined ? {} : { redirect };
    return this.thingNames.describe({ title, name, words: link, type, link, isNaming: false, ...from }, rule);
  }

  /** States what the page says of a thing by a link to it; a link whose words are not the title shows it by its target. */
  stateLink(property: NamedNode, thing: NamedNode, title: string, link: Text, rule: string): void {
    this.state(this.page, property, thing, link.value === title ? link.span : linkSpanOf(link), rule);
  }

  /** @param outcome what becomes of the link */
  reportAmbiguous(title: string, words: Text, link: Text, outcome: string): void {
    const message = `${quoted(words.value)} leads to ${quoted(title)}, which tells pages of like titles apart; ${outcome}.`;
    this.report('ambiguous-link', 'warning', message, linkSpanOf(link), title);
  }

  /** The same where title or name are known otherwise: "Georgia (country)" for a link that shows Sakartvelo. */
  placed(title: string, name: string, words: Text, type: NamedNode, rule: string): NamedNode {
    return this.thingNames.describe({ title, name, words, type }, rule);
  }

  /** The same where the thing's usual name differs from the words ("US" for United States). */
  namedAs(usualName: string, words: Text, type: NamedNode, rule: string): NamedNode {
    return this.placed(usualName, usualName, words, type, rule);
  }

  /** The mapping that claims an infobox key, if the kind has one. */
  fieldMapping(key: string): FieldMapping | undefined {
    return this.kind?.fields.get(labelKey(key));
  }

  /** Where the article says what it is called. */
  get titleSpan(): Span | undefined {
    return (this.article.title ?? this.article.infoboxes[0]?.title)?.span;
  }

  /** Where the article says a name that it is called by; a container that gives a title has no words. */
  spanOfName(name: string): Span | undefined {
    const { title, infoboxes } = this.article;
    const isBoxTitle = infoboxes[0]?.title?.value.toLowerCase() === name.toLowerCase();
    return title || isBoxTitle ? this.titleSpan : this.spanInLead(name);
  }

  /** Where the first words of the lead are a name. */
  private spanInLead(name: string): Span | undefined {
    const text = this.article.lead.find(isProse)?.text;
    const begin = text?.value.slice(0, name.length + furthestName).indexOf(name) ?? -1;
    if (!text || begin < 0) return undefined;
    const end = begin + name.length;
    const isPart = /^[\p{L}\p{N}]{2}/u.test(text.value.slice(begin - 1, begin + 1)) && begin > 0;
    const goesOn = /^[\p{L}\p{N}]{2}/u.test(text.value.slice(end - 1, end + 1));
    return isPart || goesOn ? undefined : slice(text, begin, end).span;
  }

  /** A new part of the article, with a slug made of the given words. */
  pagePart(...words: readonly string[]): NamedNode {
    return partIri(this.page, slug(...words), this.taken);
  }

  section(section: Section): NamedNode {
    return this.sectionIris.get(section) as NamedNode;
  }

  /** Keeps a field, or what of it could not be read, as it stands. */
  raw(subject: NamedNode, key: string, value: Text, rule: string): void {
    const text = literal(withLineFeeds(value.value));
    this.state(subject, rawProperty(rawKey(key)), text, value.span, rule);
  }

  /** States what a link in a field leads to that no mapping claims; of what class it is, nothing says. */
  rawThing(subject: NamedNode, key: string, link: Text, rule: string): void {
    // Nobody knows what the words are for, so that they are no other name of it.
    const thing = this.named(link, schema.Thing, rule, false);
    this.state(subject, rawProperty(rawKey(key)), thing, link.span, rule);
  }

  /** Keeps words of a section that should have been read into statements and could not be. */
  unreadIn(section: Section, words: Text, why: string, rule: string): void {
    this.keepUnread(section, words, rule);
    this.report(
      'unread-text',
      'warning',
      `${quoted(words.value)} ${why}; kept as article:unread.`,
      words.span,
    );
  }

  /** The same without telling it. */
  keepUnread(section: Section, words: Text, rule: string): void {
    const unread = this.unread.get(section) ?? [];
    this.unread.set(section, unread);
    unread.push({ words, rule });
  }

  /** Keeps a stretch of a field that no grammar could read. */
  unreadField(key: string, words: Text, unread: Unread, rule: string): void {
    const { keeper } = this;
    if ('heading' in keeper) {
      this.unreadIn(keeper, words, unread.reason, rule);
      return;
    }
    this.raw(keeper, key, words, rule);
    const message = `${key}: ${quoted(words.value)} ${unread.reason}; kept as raw:${rawKey(key)}.`;
    this.report('unread-value', 'warning', message, words.span);
  }

  /** Keeps a field of which not all was read. */
  keepWhole(key: string, value: Text, rule: string): void {
    if ('heading' in this.keeper) this.keepUnread(this.keeper, value, rule);
    else this.raw(this.thing, key, value, rule);
  }

  /** Enters what of a text is no words of the values that are read from it. */
  leaveOut(text: Text, left: readonly Left[]): void {
    for (const { begin, end, rule } of left) this.options.ledger?.leaveOut(text, begin, end, rule);
  }

  /** Tells of a note beside a value, such as "(uncredited)", that no statement holds. */
  leaveNote(note: Text, beside: Text): void {
    const message = `${quoted(note.value)} beside ${quoted(beside.value)} is not in the graph.`;
    this.report('note-left-out', 'info', message, note.span);
  }

  report(code: string, severity: Severity, message: string, span?: Span, about?: string): void {
    if (span) this.options.ledger?.tell(span, code);
    const place: Place = placeOf(this.options.sourceName, span);
    this.problems.push({ code, severity, message, place, ...(about === undefined ? {} : { about }) });
  }
}

/** Of the statements that a name without a link is taken to name the thing of a page. */
const nameLinkRule = 'titles/name';

/** How far into the lead its name is looked for, in UTF-16 units. */
const furthestName = 100;

/** Longer than any list of names or amounts; such a text is kept and not read. */
const longestValue = 20_000;

export function isTooLong({ value }: Text): boolean {
  return value.length > longestValue;
}

const longestQuote = 80;

/** Words in quotation marks for a message, cut where they are long. */
export function quoted(words: string): string {
  const line = words.slice(0, 2 * longestQuote).replace(/\s+/g, ' ');
  return `"${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}"`;
}
