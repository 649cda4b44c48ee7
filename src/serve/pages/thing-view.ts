/** A thing's data with the words for it: names, links, values, and where each was read. */
import type { Literal } from '@rdfjs/types';
import { grouped } from '../../entry.js';
import { pageOf } from '../../rdf/iris.js';
import { packagePrefixes } from '../../read/package-prefixes.js';
import type { Addresses } from './addresses.js';
import { wordsOfIri } from './addresses.js';
import type { Path } from './groups.js';
import { amountNotes } from './groups.js';
import type { Content, Html } from './html.js';
import { attribute, html, joined, nothing } from './html.js';
import type { Term } from './questions.js';
import { iriOf } from './questions.js';
import type { Fact, Reading, ThingData } from './thing-data.js';
import { unitSymbol } from './unit-symbols.js';
import { languageWords, literalHtml, moneyWords, quantityWords, textHtml } from './values.js';
import { termLabel } from './vocabulary-terms.js';

/** Longer words of a source are cut where they are quoted. */
const longestQuote = 280;

export interface PartsInside {
  has(iri: string): boolean;
  /** @param leading the property that leads to the part */
  html(iri: string, leading: string): Content;
}

export class ThingView {
  private leading: ReadonlyMap<string, readonly Fact[]> | null = null;
  /** Small parts that stand where facts speak of them. */
  inside: PartsInside | null = null;
  private readonly shown = new Set<string>();

  constructor(
    readonly data: ThingData,
    readonly addresses: Addresses,
  ) {}

  facts(subject: string): readonly Fact[] {
    return this.data.facts.get(subject) ?? [];
  }

  valuesOf(subject: string, property: string): Fact[] {
    return this.facts(subject).filter(({ predicate }) => predicate === iriOf(property));
  }

  first(subject: string, property: string): string {
    return this.valuesOf(subject, property)[0]?.object.value ?? '';
  }

  /** Facts at the end of a path from a part. */
  along(subject: string, path: Path): Fact[] {
    const [step, ...rest] = path;
    if (step === undefined) return [];
    if (step.startsWith('^'))
      return this.leadingTo(subject, step.slice(1)).flatMap((fact) => this.along(fact.subject, rest));
    const facts = this.valuesOf(subject, step);
    return rest.length === 0 ? facts : facts.flatMap(({ object }) => this.along(object.value, rest));
  }

  /** Facts of the thing and its parts that lead to one of them. */
  leadingTo(object: string, property?: string): readonly Fact[] {
    this.leading ??= grouped(
      [...this.data.facts.values()].flat().filter((fact) => fact.object.termType === 'NamedNode'),
      (fact) => fact.object.value,
    );
    const facts = this.leading.get(object) ?? [];
    return property === undefined ? facts : facts.filter(({ predicate }) => predicate === iriOf(property));
  }

  /** The id of a part's element: its fragment, once on a page. */
  idOf(iri: string): Html {
    const isNew = !this.shown.has(iri);
    this.shown.add(iri);
    return attribute('id', isNew ? fragmentOf(iri) : null);
  }

  /** Whether an element of the page has a part's id. */
  hasShown(iri: string): boolean {
    return this.shown.has(iri);
  }

  partsOfClass(curie: string): string[] {
    return [...this.data.facts.keys()].filter((iri) => this.isA(iri, curie));
  }

  isA(iri: string, curie: string): boolean {
    return this.typesOf(iri).includes(iriOf(curie));
  }

  typesOf(iri: string): string[] {
    const own = this.facts(iri)
      .filter(({ predicate }) => predicate === iriOf('rdf:type'))
      .map(({ object }) => object.value);
    return own.length > 0 ? own : [...(this.data.types.get(iri) ?? [])];
  }

  nameOf(iri: string): Term | undefined {
    return this.valuesOf(iri, 'schema:name')[0]?.object ?? this.data.names.get(iri);
  }

  /** The name as plain text. */
  nameText(iri: string): string {
    return (
      this.nameOf(iri)?.value ??
      (Object.values(packagePrefixes()).some((p) => iri.startsWith(p)) ? termLabel(iri) : wordsOfIri(iri))
    );
  }

  nameHtml(iri: string): Content {
    const name = this.nameOf(iri);
    return name?.termType === 'Literal'
      ? textHtml(name.value, name.language)
      : textHtml(this.nameText(iri), '');
  }

  /** A name that leads to its thing, where an address of the server or of the web answers for it. */
  link(iri: string): Content {
    const href = this.addresses.href(iri);
    const name = this.nameHtml(iri);
    if (href === null) return html`<span class="unlinked">${name}</span>`;
    if (this.data.facts.has(iri) && iri.includes('#'))
      return html`<a href="${href.slice(href.indexOf('#'))}">${name}</a>`;
    const isOut = /^[a-z]+:/i.test(href);
    return isOut
      ? html`<a class="out" rel="external nofollow noreferrer" href="${href}">${/^mailto:/i.test(href) ? iri.slice(7) : name}</a>`
      : html`<a href="${href}">${name}</a>`;
  }

  value({ object, predicate }: Fact): Content {
    if (object.termType === 'Literal') return literalValue(object, predicate);
    const { value: iri } = object;
    if (this.data.facts.has(iri)) {
      if (this.isA(iri, 'schema:MonetaryAmount')) return this.money(iri);
      if (this.isA(iri, 'schema:QuantitativeValue')) return this.quantity(iri);
      if (this.inside?.has(iri))
        return this.hasShown(iri) ? this.link(iri) : this.inside.html(iri, predicate);
    }
    if (predicate === iriOf('schema:url') || predicate === iriOf('schema:sameAs')) return this.address(iri);
    return this.link(iri);
  }

  /** The values of several facts, each with where it was read. */
  values(facts: readonly Fact[]): Content {
    if (facts.length === 1) return this.withReadings(facts[0] as Fact);
    return html`<ul class="values">${facts.map((fact) => html`<li>${this.withReadings(fact)}</li>`)}</ul>`;
  }

  /** The same in a cell of a table. */
  inline(facts: readonly Fact[]): Content {
    return joined(
      facts.map((fact) => this.value(fact)),
      ', ',
    );
  }

  withReadings(fact: Fact): Content {
    const { value: iri } = fact.object;
    const isWhole = (this.inside?.has(iri) ?? false) && !this.hasShown(iri);
    return html`${this.value(fact)}${this.readings(isWhole ? [fact, ...this.facts(iri)] : [fact])}`;
  }

  /** The words that facts were read from, folded away. */
  readings(facts: readonly Fact[]): Content {
    const found = new Map<string, Reading>();
    for (const graph of facts.flatMap(({ graphs }) => graphs)) {
      const reading = this.data.readings.get(graph);
      if (reading) found.set(graph, reading);
    }
    if (found.size === 0) return nothing;
    const items = [...found]
      .sort(([, a], [, b]) => a.begin - b.begin)
      .map(([graph, { words, rule, sources }]) => {
        const href = this.sourceHref(graph, words);
        const quote = html`<q><bdi>${cut(words)}</bdi></q>`;
        return html`<li>${href === null ? quote : html`<a href="${href}">${quote}</a>`}${rule === null ? nothing : html` <span class="reading-rule">${rule}</span>`}${sources.map((iri) => this.source(iri))}</li>`;
      });
    return html`<details class="reading"><summary class="reading-mark" title="Where this was read"><span class="unseen">where this was read</span></summary><ul>${items}</ul></details>`;
  }

  /** What is cited behind words. */
  private source(iri: string): Content {
    const name = this.nameOf(iri)?.value ?? iri;
    const address = this.valuesOf(iri, 'schema:url')[0]?.object.value;
    const isWeb = address !== undefined && /^https?:/.test(address);
    return html` <span class="reading-rule">source: ${isWeb ? html`<a href="${address}">${name}</a>` : name}</span>`;
  }

  /** The source of a span, with the words marked by browsers that can (https://wicg.github.io/scroll-to-text-fragment/). */
  private sourceHref(graph: string, words: string): string | null {
    const subject = this.addresses.subjectOfIri(pageOf(graph));
    if (!subject) return null;
    const encoded = encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D');
    return `${this.addresses.view(subject, '/source')}${words.length <= 80 && !/[[\]{}|\n]/.test(words) ? `#:~:text=${encoded}` : ''}`;
  }

  money(iri: string): Content {
    const currency = this.first(iri, 'schema:currency');
    const amount = (property: string): string | null => moneyWords(this.first(iri, property), currency);
    const range = [amount('schema:minValue'), amount('schema:maxValue')].filter((part) => part !== null);
    const words = amount('schema:value') ?? (range.length > 0 ? range.join(' to ') : null);
    const notes = amountNotes.map(({ property, before }) => {
      const told = this.valuesOf(iri, property);
      const word = before === undefined ? '' : `${before} `;
      return told.length > 0 ? html` <span class="aside">${word}${this.inline(told)}</span>` : nothing;
    });
    const raw = `${this.first(iri, 'schema:value')} ${currency}`.trim();
    return html`<span${this.idOf(iri)}>${words === null ? this.nameHtml(iri) : html`<data value="${raw}" title="${raw}">${words}</data>`}${notes}</span>`;
  }

  quantity(iri: string): Content {
    const words = quantityWords(
      ['schema:value', 'schema:minValue', 'schema:maxValue'].map((property) => this.first(iri, property)),
      unitSymbol(this.first(iri, 'schema:unitCode')) || this.first(iri, 'schema:unitText'),
    );
    // The words of the source say the unit in their own way (`6 ft 1 in`), or leave it out.
    const isTold = /\d\P{N}*[\p{L}%°′″]/u.test(this.nameOf(iri)?.value ?? '');
    const raw = [this.first(iri, 'schema:value'), this.first(iri, 'schema:unitCode')].join(' ').trim();
    const content = isTold || words === null ? this.nameHtml(iri) : words;
    return html`<span${this.idOf(iri)}>${raw === '' ? content : html`<data value="${raw}">${content}</data>`}</span>`;
  }

  private address(iri: string): Content {
    const href = this.addresses.href(iri);
    const words = textHtml(decodeAddress(iri), '');
    return href === null
      ? words
      : html`<a class="out" rel="external nofollow noreferrer" href="${href}">${words}</a>`;
  }
}

function literalValue(term: Literal, predicate: string): Content {
  if (predicate === iriOf('schema:inLanguage'))
    return html`<data value="${term.value}" title="${term.value}">${languageWords(term.value)}</data>`;
  const isLink = /#anyURI$/.test(term.datatype.value) || predicate === iriOf('schema:url');
  if (isLink && /^https?:\/\/[^\s<>"{}|^`\\]+$/i.test(term.value))
    return html`<a class="out" rel="external nofollow noreferrer" href="${term.value}">${textHtml(term.value, '')}</a>`;
  return literalHtml(term);
}

/** The id of a part's element: its fragment, which the browser looks for when an address ends with it. */
export function fragmentOf(iri: string): string {
  const at = iri.indexOf('#');
  return at < 0 ? 'thing' : iri.slice(at + 1);
}

function cut(words: string): string {
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote).toWellFormed()}…`;
}

function decodeAddress(iri: string): string {
  try {
    return decodeURI(iri);
  } catch {
    return iri;
  }
}
