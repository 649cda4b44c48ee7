import type { Literal, NamedNode } from '@rdfjs/types';
import type { Ledger } from '../article/ledger.js';
import { baseName } from '../article/title.js';
import type { Article, Section, Span, Text } from '../article.js';
import { qualityOf, slice } from '../article.js';
import type { Place, Problem, Severity } from '../problem.js';
import { placeOf } from '../problem.js';
import type { TakenFragments } from '../rdf/iris.js';
import { anchor, Iris, partIri, rawKey, slug } from '../rdf/iris.js';
import { literal } from '../rdf/terms.js';
import { award, localName, rawProperty, rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import type { CalendarDate } from '../value/date.js';
import type { Numeral } from '../value/number.js';
import type { Unread } from '../value/pieces.js';
import type { FieldMapping, Kind, Mappings } from './compile-mappings.js';
import { labelKey } from './label-key.js';
import { LinkedNames } from './linked-names.js';
import { isProse } from './plain-text.js';

export interface MapOptions {
  /** Absolute IRI, ending with `/`, under which things and pages get theirs. */
  readonly base: string;
  /** BCP 47 tag of the article's language. */
  readonly language: string;
  /** Where the article was published, an absolute IRI. */
  readonly url?: string;
  /** When the conversion was made, as its user says it (xsd:dateTime). */
  readonly generatedAt?: string;
  /** What messages call the source. */
  readonly sourceName: string;
  /** Where it is entered what problems tell of, if anybody asks. */
  readonly ledger?: Ledger;
}

/** A release that is stated. */
export interface KnownRelease {
  readonly node: NamedNode;
  readonly date: CalendarDate;
  readonly words: Text;
  /** How the subject leads to it. */
  readonly property: NamedNode;
  /** Property of the subject whose value the earliest date is. */
  readonly earliest: NamedNode | undefined;
  readonly rule: string;
  /** Names of its places. */
  readonly places: Set<string>;
}

/** An amount of money that is stated. */
export interface KnownAmount {
  readonly node: NamedNode;
  /** Property and currency. */
  readonly kind: string;
  readonly minimum: Numeral;
  readonly maximum: Numeral;
  /** Name of the place, or empty. */
  place: string;
}

/** A recognition that is stated; keys are label keys. */
export interface KnownRecognition {
  readonly node: NamedNode;
  /** Without number and year; empty where none is named. */
  readonly giver: string;
  readonly category: string;
  recipient?: NamedNode;
  outcome?: NamedNode;
  readonly year?: string;
  hasEdition: boolean;
  hasYear: boolean;
}

/** More statements than any article makes; it bounds the time and the memory that one takes. */
export const mostStatements = 250_000;

/** Classes that one thing may have together; a name that is used for two of these families is two things. */
const families: readonly (readonly NamedNode[])[] = [
  [schema.Person],
  [schema.Organization, award.Body, schema.Festival],
  [schema.Place, schema.Country],
  [schema.CreativeWork],
];

/** The graph of one article while it is made: statements, problems, and the IRIs that are taken. */
export class Draft {
  readonly statements: Statement[] = [];
  readonly problems: Problem[] = [];
  /** What the subject is called: the article's title without its disambiguator. */
  readonly name: string;
  readonly thing: NamedNode;
  readonly page: NamedNode;
  /** Names of the organisations that fields of organisations hold, and of the people that fields of people hold. */
  readonly organisations = new Set<string>();
  readonly people = new Set<string>();
  /** Canonical names of the subject's countries. */
  readonly countries: string[] = [];
  /** Release dates as they are read; the earliest becomes a property of the subject. */
  readonly releases: KnownRelease[] = [];
  /** The earliest year that a part of a field of releases may mean that was not read. */
  earliestUnread = Number.POSITIVE_INFINITY;
  /** Dates on which it was shown first, without a release of their own. */
  readonly firstShown: { date: CalendarDate; words: Text; earliest: NamedNode; rule: string }[] = [];
  /** Amounts of money that are stated, so that the same one is not stated again. */
  readonly amounts: KnownAmount[] = [];
  readonly recognitions: KnownRecognition[] = [];
  /** What of a section should have been read into statements and could not be. */
  readonly unread = new Map<Section, { words: Text; rule: string }[]>();
  private readonly stated = new Set<string>();
  private linkedNames: LinkedNames | null = null;
  private readonly iris: Iris;
  private readonly taken: TakenFragments = new Map();
  private readonly sectionIris = new Map<Section, NamedNode>();
  private readonly familyOf = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private readonly partsByFamily = new Map<string, NamedNode>();
  private readonly ownParts = new Map<string, NamedNode>();

  constructor(
    readonly article: Article,
    readonly kind: Kind | null,
    readonly mappings: Mappings,
    readonly options: MapOptions,
  ) {
    this.iris = new Iris(options.base);
    this.name = baseName(article);
    this.thing = this.iris.thing(article.name);
    this.page = this.iris.page(article.name);
    for (const section of article.sections) {
      const iri = partIri(this.page, anchor(section.heading.text.value), this.taken);
      this.sectionIris.set(section, iri);
    }
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

  /** Whether it makes more statements than any article; then nothing more need be read. */
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
    const place = span ? `${span.begin} ${span.end}` : '';
    const key = `${subject.value} ${predicate.value} ${object.value} ${'language' in object ? object.language : ''} ${place} ${rule}`;
    if (this.stated.has(key)) return;
    this.stated.add(key);
    this.statements.push(
      span ? { subject, predicate, object, span, rule } : { subject, predicate, object, rule },
    );
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

  /**
   * The thing of a name, described: the thing of the page that the name links to, here or elsewhere in the article, else
   * that of the name itself. A name of another family of classes in the same article is another thing.
   */
  named(name: Text, type: NamedNode, rule: string): NamedNode {
    return this.describedAs(this.links.pageOf(name) ?? name.value, name.value, name, type, rule);
  }

  /** The same where the name's page is not quite what is meant: `title` is what is. */
  namedFrom(title: string, name: Text, type: NamedNode, rule: string): NamedNode {
    return this.describedAs(title, name.value, name, type, rule);
  }

  /** The same where neither title nor name are the words: "Georgia (country)" for a link that shows Sakartvelo. */
  placed(title: string, name: string, words: Text, type: NamedNode, rule: string): NamedNode {
    return this.describedAs(title, name, words, type, rule);
  }

  /** The same where the thing's usual name differs from the words ("US" for United States). */
  namedAs(usualName: string, words: Text, type: NamedNode, rule: string): NamedNode {
    return this.describedAs(usualName, usualName, words, type, rule);
  }

  /** A thing has one name, the first that the article calls it by; further ones are alternate names. */
  private describedAs(title: string, name: string, words: Text, type: NamedNode, rule: string): NamedNode {
    const node = this.iriOf(title, type);
    const known = this.names.get(node.value) ?? name;
    this.names.set(node.value, known);
    this.state(node, rdf.type, type, words.span, rule);
    const property = known === name ? schema.name : schema.alternateName;
    const language = name === words.value ? qualityOf(words)?.language : undefined;
    this.state(node, property, this.inLanguage(name, language), words.span, rule);
    return node;
  }

  /** A new part of the article's subject, with a slug made of the given words. */
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

  section(section: Section): NamedNode {
    return this.sectionIris.get(section) as NamedNode;
  }

  /** Words as a literal in the article's language. */
  words(text: Text): Literal {
    return this.inLanguage(text.value, qualityOf(text)?.language);
  }

  /** CRLF is LF in literals, so that a file's line endings do not change its graph. */
  inLanguage(value: string, language = this.options.language): Literal {
    return literal(withLineFeeds(value), language);
  }

  /** Keeps a field, or what of it could not be read, as it stands. */
  raw(subject: NamedNode, key: string, value: Text, rule: string): void {
    const text = literal(withLineFeeds(value.value));
    this.state(subject, rawProperty(rawKey(key)), text, value.span, rule);
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
    this.raw(this.thing, key, words, rule);
    const message = `${key}: ${quoted(words.value)} ${unread.reason}; kept as raw:${rawKey(key)}.`;
    this.report('unread-value', 'warning', message, words.span);
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

  private iriOf(name: string, type: NamedNode): NamedNode {
    const shared = this.iris.thing(name);
    // Everything is a thing.
    if (type.equals(schema.Thing)) return shared;
    const family = families.findIndex((classes) => classes.some((member) => member.equals(type)));
    const known = this.familyOf.get(shared.value);
    if (!shared.equals(this.thing) && (known === undefined || known === family)) {
      this.familyOf.set(shared.value, family);
      return shared;
    }
    const key = `${family} ${shared.value}`;
    const own = this.partsByFamily.get(key) ?? this.part(localName(type), name);
    this.partsByFamily.set(key, own);
    return own;
  }
}

/** How far into the lead its name is looked for, in UTF-16 units. */
const furthestName = 100;

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

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
