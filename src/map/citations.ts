/** The sources that an article cites, each a node: what its template says, or its words. What says what, is data. */
import type { NamedNode } from '@rdfjs/types';
import type { Citation, Field, Span, Text } from '../article.js';
import { linkOf, linkSpanOf, slice, spanOfAll } from '../article.js';
import { entry } from '../entry.js';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { rawKey } from '../rdf/iris.js';
import { literal, namedNode } from '../rdf/terms.js';
import { expandCurie, rawProperty, rdf, schema, xsd } from '../rdf/vocabulary.js';
import { remembered } from '../remembered.js';
import { readCodes } from '../value/code.js';
import { readDate } from '../value/date.js';
import type { CitationEntries } from './citations-schema.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { withLineFeeds } from './graph-builder.js';
import { wordsForPeople } from './plain-text.js';
import { agentClass } from './value/names.js';

const rule = 'article/citation';

/** What statements can be made of citations that the table of them does not name. */
export const emits = {
  classes: [schema.CreativeWork, schema.Person, schema.Organization, schema.PropertyValue],
  properties: [
    schema.citation,
    schema.name,
    schema.text,
    schema.url,
    schema.relatedLink,
    schema.isPartOf,
    schema.pagination,
    schema.sameAs,
    schema.propertyID,
    schema.value,
  ],
};

/** The classes and properties that the table of citations names. */
export function citationTerms({ people, parameters }: CitationEntries) {
  const terms = (curies: readonly (string | undefined)[]): NamedNode[] =>
    curies.flatMap((curie) => (curie === undefined ? [] : [termOf(curie)]));
  return {
    classes: terms(parameters.map((one) => one.class)),
    properties: terms([...people, ...parameters].map(({ property }) => property)),
  };
}

/** How many names of parameters and terms are remembered, so that hostile pages cannot fill the memory. */
const mostRemembered = 5000;

const termOf = remembered(mostRemembered, (curie: string): NamedNode => {
  const term = expandCurie(curie);
  if (!term) throw new Error(`no term: ${curie}`);
  return term;
});

const wholeOf = remembered(mostRemembered, (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`));

/**
 * States what the article cites.
 *
 * @returns the node of each of its citations, by their indices
 */
export function mapCitations(draft: Draft): readonly (NamedNode | null)[] {
  const { citations = [] } = draft.article;
  const mapper = new CitationMapper(draft);
  // Those in short lead to those in full, wherever these stand.
  const nodes = citations.map((one) => (one.isShort ? null : mapper.full(one)));
  return citations.map((one, i) => (one.isShort ? mapper.short(one) : (nodes[i] as NamedNode | null)));
}

type Parameter = CitationEntries['parameters'][number];

class CitationMapper {
  private readonly nodes = new Map<string, NamedNode>();
  private readonly agents = new Map<string, NamedNode>();
  /** Sources in full by the names of their authors and their year. */
  private readonly byNames = new Map<string, Set<NamedNode>>();
  private readonly table: CitationEntries;
  private readonly ignored: ReadonlySet<string>;

  constructor(private readonly draft: Draft) {
    this.table = draft.mappings.citations;
    this.ignored = new Set(this.table.ignored);
  }

  /** @returns null where nothing of it can be read */
  full(citation: Citation): NamedNode | null {
    if (citation.text && nameIn(citation.text) === '') {
      const message = `${quoted(citation.text.value)} is cited, and nobody knows what it says; it is not stated.`;
      this.draft.report('unread-text', 'info', message, citation.span);
      return null;
    }
    const key = keyOf(citation, this.ignored);
    const known = this.nodes.get(key);
    if (known) return known;
    const node = citation.text ? this.ofWords(citation, citation.text) : this.ofTemplate(citation);
    this.nodes.set(key, node);
    return node;
  }

  /** Names, a year and pages: a part of the source that they mean, if it is one. */
  short(citation: Citation): NamedNode {
    const { draft } = this;
    const key = keyOf(citation, this.ignored);
    const known = this.nodes.get(key);
    if (known) return known;
    const named = citation.fields.filter((one) => one.key === null).map(wordsOf);
    const words = named.map(({ value }) => value);
    const whole = [...(this.byNames.get(nameKey(words)) ?? [])];
    const source = whole.length === 1 ? whole[0] : undefined;
    const fields = new Fields(
      citation.fields.filter((one) => one.key !== null),
      this.ignored,
    );
    const isWhole = source !== undefined && !fields.areLeft;
    const node = isWhole ? source : this.node(citation, words.join(' '), fieldsText(citation));
    this.nodes.set(key, node);
    if (isWhole) return node;
    this.name(node, { type: 'text', value: words.join(' ') || fieldsText(citation), span: citation.span });
    // Which source they mean, other words tell.
    if (source) draft.state(node, schema.isPartOf, source, undefined, rule);
    this.parameters(node, fields);
    return node;
  }

  private ofTemplate(citation: Citation): NamedNode {
    const fields = new Fields(citation.fields, this.ignored);
    const [title] = fields.peek(
      this.table.parameters.find(({ property }) => property === 'schema:name')?.names ?? [],
    );
    const isTitle = title !== undefined && nameIn(title) !== '';
    const named = isTitle ? title : nameWithoutTitle(citation);
    const node = this.node(citation, named.value, fieldsText(citation));
    if (!isTitle) this.name(node, named);
    const last = this.people(node, fields);
    this.parameters(node, fields);
    const year = this.yearOf(citation);
    if (last.length > 0 && year !== undefined)
      entry(this.byNames, nameKey([...last, year]), () => new Set<NamedNode>()).add(node);
    return node;
  }

  private ofWords(citation: Citation, text: Text): NamedNode {
    const links = addressesIn(text);
    const [link, ...others] = links;
    const isTitled =
      link?.words !== undefined && others.length === 0 && text.value.startsWith(link.words.value, 0);
    const title = isTitled && link.words.value !== link.href ? link.words : text;
    const node = this.node(citation, title.value, '');
    this.name(node, title);
    if (title !== text) this.state(node, schema.text, this.draft.words(text), text.span);
    const property = others.length === 0 ? schema.url : schema.relatedLink;
    for (const { href, span } of links)
      if (isAddress(href)) this.state(node, property, namedNode(href), span ?? citation.span);
    return node;
  }

  private node({ span }: Citation, name: string, more: string): NamedNode {
    const { draft } = this;
    const node = draft.pagePart('citation', name, ...(more === '' ? [] : [more]));
    draft.state(draft.page, schema.citation, node, span, rule);
    draft.state(node, rdf.type, schema.CreativeWork, span, rule);
    return node;
  }

  /** What templates show that nobody knows is no part of a name. */
  private name(node: NamedNode, words: Text): void {
    const value = nameIn(words);
    if (value !== '') this.state(node, schema.name, this.draft.words({ ...words, value }), words.span);
  }

  private state(
    node: NamedNode,
    property: NamedNode,
    object: Parameters<Draft['state']>[2],
    span: Span,
  ): void {
    this.draft.state(node, property, object, span, rule);
  }

  /** @returns the last names of the authors, as the source writes them */
  private people(node: NamedNode, fields: Fields): string[] {
    const names: string[] = [];
    for (const { last, first, link, property } of this.table.people) {
      for (const [number, family] of fields.numbered(last)) {
        if (property === 'schema:author') names.push(family.value);
        const given = fields.takeNumbered(first, number);
        const words = personOf(family, given, fields.takeNumbered(link, number));
        this.agent(node, termOf(property), words, schema.Person);
      }
    }
    return names;
  }

  private parameters(node: NamedNode, fields: Fields): void {
    for (const one of this.table.parameters) {
      const values = one.reads === 'agent' ? fields.allNumbered(one.names) : fields.take(one.names);
      for (const { key, text } of values) {
        if (!this.parameter(node, one, text)) this.keep(node, key, text, true);
      }
    }
    for (const { key, text } of fields.left()) this.keep(node, key, text, false);
  }

  /** @returns whether it could be read */
  private parameter(node: NamedNode, one: Parameter, text: Text): boolean {
    const { draft } = this;
    const property = termOf(one.property);
    switch (one.reads) {
      case 'text':
        if (property.equals(schema.name)) this.name(node, text);
        else this.state(node, property, draft.words(text), text.span);
        return true;
      case 'code':
        return this.code(node, property, one.scheme, text);
      case 'url': {
        const address = linkOf(text)?.href ?? text.value;
        if (!isAddress(address)) return false;
        this.state(node, property, namedNode(address), linkSpanOf(text));
        return true;
      }
      case 'date':
        return this.date(node, property, text);
      case 'agent':
        // Of one word nobody knows whether it is a person.
        if (linkOf(text)?.target === undefined && (areSeveral.test(text.value) || !/\s/.test(text.value)))
          this.state(node, termOf('schema:creditText'), draft.words(text), text.span);
        else this.agent(node, property, text, agentClass(text, draft));
        return true;
      case 'organisation':
        this.agent(node, property, text, schema.Organization);
        return true;
      case 'part':
        this.agent(node, property, text, termOf(one.class ?? 'schema:CreativeWork'));
        return true;
      case 'identifier':
        return this.identifier(node, property, one, text);
    }
  }

  private code(node: NamedNode, property: NamedNode, scheme: string | undefined, text: Text): boolean {
    const { value, span } = text;
    if (scheme !== undefined) {
      const { found, unread } = readCodes(value, scheme, this.draft.mappings.tables);
      if (found.length === 0 || unread.length > 0) return false;
    }
    this.state(node, property, literal(withLineFeeds(value)), span);
    return true;
  }

  private date(node: NamedNode, property: NamedNode, text: Text): boolean {
    const date = readDate(text.value, this.draft.mappings.tables);
    if (!date) return false;
    const types = { day: xsd.date, month: xsd.gYearMonth, year: xsd.gYear } as const;
    this.state(node, property, literal(date.lexical, types[date.precision]), text.span);
    return true;
  }

  private identifier(node: NamedNode, property: NamedNode, one: Parameter, text: Text): boolean {
    const { value, span } = text;
    const { scheme = '', address = '', pattern = '' } = one;
    if (!wholeOf(pattern).test(value)) return false;
    const part = this.draft.pagePart('identifier', scheme, value);
    this.state(node, property, part, span);
    this.draft.describe(part, schema.PropertyValue, text, rule);
    this.state(part, schema.propertyID, literal(scheme), span);
    this.state(part, schema.value, literal(value), span);
    const iri = address.replace('{id}', encodeURI(value));
    if (isRfc3987(iri)) this.state(node, schema.sameAs, namedNode(iri), span);
    return true;
  }

  /** Who or what is named: the thing of the page that it links to, else a part of the article, the same for the same words. */
  private agent(node: NamedNode, property: NamedNode, words: Text, type: NamedNode): void {
    const { draft } = this;
    if (linkOf(words)?.target !== undefined) {
      const thing = draft.named(words, type, rule, false);
      this.state(node, property, thing, linkSpanOf(words));
      return;
    }
    const key = `${type.value} ${words.value}`;
    const isNew = !this.agents.has(key);
    const agent = entry(this.agents, key, () => draft.pagePart('source', words.value));
    this.state(node, property, agent, words.span);
    if (isNew) draft.describe(agent, type, words, rule);
  }

  /** @param isUnread whether it should have been read */
  private keep(node: NamedNode, key: Text | null, text: Text, isUnread: boolean): void {
    const { draft } = this;
    const name = rawKey(key?.value ?? '');
    this.state(node, rawProperty(name), literal(withLineFeeds(text.value)), text.span);
    if (!isUnread) return;
    const message = `${key?.value}: ${quoted(text.value)} of a citation cannot be read; kept as raw:${name}.`;
    draft.report('unread-value', 'info', message, text.span);
  }

  private yearOf({ fields }: Citation): string | undefined {
    const names =
      this.table.parameters.find(({ property }) => property === 'schema:datePublished')?.names ?? [];
    const [date] = new Fields(fields, this.ignored).peek(names);
    return /\b\d{4}[a-z]?$|^\d{4}(?=-)/.exec(date?.value ?? '')?.[0];
  }
}

/** The parameters of a template, of which each is taken once. */
class Fields {
  private readonly byName = new Map<string, Field>();

  constructor(fields: readonly Field[], ignored: ReadonlySet<string>) {
    for (const field of fields) {
      const name = nameOf(field);
      if (!ignored.has(name)) this.byName.set(name, field);
    }
  }

  get areLeft(): boolean {
    return this.byName.size > 0;
  }

  /** The first that is given of some names. */
  peek(names: readonly string[]): Text[] {
    const name = names.find((one) => this.byName.has(one));
    return name === undefined ? [] : [wordsOf(this.byName.get(name) as Field)];
  }

  take(names: readonly string[]): { key: Text | null; text: Text }[] {
    const name = names.find((one) => this.byName.has(one));
    const field = name === undefined ? undefined : this.byName.get(name);
    if (name === undefined || !field) return [];
    this.byName.delete(name);
    return [{ key: field.key, text: wordsOf(field) }];
  }

  /** Those that are called by a name and a number, in the order of the numbers. */
  *numbered(names: readonly string[]): Generator<[number: string, text: Text]> {
    const found: [string, string][] = [];
    for (const name of this.byName.keys()) {
      const [base, number] = withoutNumber(name);
      if (names.includes(base)) found.push([number, name]);
    }
    for (const [number, name] of found.sort(([a], [b]) => Number(a) - Number(b))) {
      const field = this.byName.get(name);
      this.byName.delete(name);
      if (field) yield [number, wordsOf(field)];
    }
  }

  takeNumbered(names: readonly string[], number: string): Text | undefined {
    for (const [name, field] of this.byName) {
      const [base, own] = withoutNumber(name);
      if (own !== number || !names.includes(base)) continue;
      this.byName.delete(name);
      return wordsOf(field);
    }
    return undefined;
  }

  allNumbered(names: readonly string[]): { key: Text | null; text: Text }[] {
    const bases = names.map((name) => name.replace('{n}', ''));
    const keys = new Map([...this.byName].map(([name, { key }]) => [name, key]));
    const nameAt = new Map([...keys.keys()].map((name) => [withoutNumber(name).join('\n'), name]));
    return [...this.numbered(bases)].map(([number, text]) => {
      const base = bases.find((one) => nameAt.has(`${one}\n${number}`)) ?? '';
      return { key: keys.get(nameAt.get(`${base}\n${number}`) ?? '') ?? null, text };
    });
  }

  *left(): Generator<{ key: Text | null; text: Text }> {
    for (const field of this.byName.values()) yield { key: field.key, text: wordsOf(field) };
  }
}

/** "last2" is the second "last", "author2-last" the second "author-last"; without a number it is the first. */
const withoutNumber = remembered(mostRemembered, (name: string): readonly [base: string, number: string] => {
  const number = /\d+/.exec(name)?.[0] ?? '';
  return [name.replace(number, ''), number === '' ? '1' : number];
});

const nameOf = ({ key }: Field): string => (key ? parameterName(key.value) : '');

const parameterName = remembered(mostRemembered, (written: string) =>
  written.toLowerCase().replace(/_/g, ' ').trim(),
);

function wordsOf({ values }: Field): Text {
  return values[0] as Text;
}

/** Whose name stands in two parameters. @param page the title of the page about them */
function personOf(family: Text, given: Text | undefined, page: Text | undefined): Text {
  const value = given ? `${given.value} ${family.value}` : family.value;
  const linked = [given, family]
    .map((part) => part && linkOf(part)?.target)
    .find((title) => title !== undefined);
  const target = page?.value ?? linked;
  const parts = [given, family, page].filter((part) => part !== undefined);
  const places = parts.map((part) => ({ span: linked === undefined ? part.span : linkSpanOf(part) }));
  const span = spanOfAll(places) ?? family.span;
  return {
    type: 'text',
    value,
    span,
    ...(target === undefined ? {} : { links: [{ begin: 0, end: value.length, target }] }),
  };
}

const markup = /\{\{|\}\}|\[\[|\]\]|[<>]/g;

/** Words as a name: without what templates show that nobody knows, and without marks; empty where no word is left. */
function nameIn(words: Text): string {
  const shown = wordsForPeople(words);
  const name = /[{}[\]<>]|\s\s/.test(shown) ? shown.replace(markup, ' ').replace(/\s+/g, ' ').trim() : shown;
  return /[\p{L}\p{N}]/u.test(name) ? name : '';
}

/** The first words of a template that are no address; without any, all that it is. */
function nameWithoutTitle({ fields, template, span }: Citation): Text {
  const isName = (text: Text): boolean => !/^\w+:\/\//.test(text.value) && nameIn(text) !== '';
  return (
    fields.map(wordsOf).find(isName) ?? {
      type: 'text',
      value: template?.value ?? '',
      span: template?.span ?? span,
    }
  );
}

/** The same for citations that say the same. */
function keyOf({ text, fields, isShort }: Citation, ignored: ReadonlySet<string>): string {
  if (text) return JSON.stringify([text.value, (text.links ?? []).map(({ href, target }) => href ?? target)]);
  const said = fields
    .map((field) => [nameOf(field), wordsOf(field).value])
    .filter(([name]) => name === '' || !ignored.has(name as string));
  return JSON.stringify([
    isShort === true,
    isShort ? said : said.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  ]);
}

/** What tells a source from others of its title: dates and pages. */
function fieldsText({ fields }: Citation): string {
  return fields
    .filter((field) => /^(?:date|year|pages?|pp?|loc|volume|issue)$/.test(nameOf(field)))
    .map((field) => wordsOf(field).value)
    .join(' ');
}

function nameKey(words: readonly string[]): string {
  return words.map((word) => word.toLowerCase().trim()).join('\n');
}

/** Words that name more than one author. */
const areSeveral = /[;,&\n]|\s(?:and|und|et|y|e|och|og|en)\s/;

function isAddress(words: string): boolean {
  return /^(?:https?|ftp):\/\/[^\s/]/i.test(words) && isRfc3987(words);
}

/** An address in words. */
interface Address {
  readonly href: string;
  /** Those that lead to it. */
  readonly words?: Text;
  /** Absent where it does not stand beside the words. */
  readonly span?: Span;
}

/** The addresses in words, each once. */
function addressesIn(text: Text): Address[] {
  const found: Address[] = [];
  for (const { begin, end, href } of text.links ?? []) {
    if (href === undefined || found.some((one) => one.href === href)) continue;
    const words = slice(text, begin, end);
    const span = linkSpanOf(words);
    found.push({ href, words, ...(span.begin < words.span.begin ? { span } : {}) });
  }
  if (found.length > 0) return found;
  for (const { index, 0: written } of text.value.matchAll(/https?:\/\/[^\s<>"[\]|{}]+/gi)) {
    const href = written.replace(/[.,;:)]+$/, '');
    found.push({ href, span: slice(text, index, index + href.length).span });
  }
  return found;
}
