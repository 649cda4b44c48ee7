/** Whether the words at a place show a statement that is said to have been read there. */
import type { Literal, Quad, Term } from '@rdfjs/types';
import { decodeHTML } from 'entities/decode';
import { article, prefixes, rdf, schema, xsd } from '../rdf/vocabulary.js';
import type { TextFormat } from '../source.js';
import { singular } from '../value/singular.js';
import type { ValueTables } from '../value/tables.js';
import { readAnchor } from './anchor.js';
import type { ExportGraph } from './export-graph.js';
import { holdsWords } from './holds-words.js';
import { showsDate, showsDegrees, showsDuration, showsNumber } from './numbers.js';
import { percentDecoded } from './percent.js';
import { withoutCuts } from './plain-anchor.js';
import type { MarkupWords, Token } from './token.js';
import { normal, wordsOf } from './words.js';

/** The words that mappings know, by which codes and usual names are shown. */
export interface KnownWords extends MarkupWords {
  readonly tables: ValueTables;
  /** Words for a term of a vocabulary, such as "winner" for award:Won. */
  readonly wordsFor: (iri: string) => readonly string[];
  /** Words for a text that a field puts in their place, such as "grupo" for "group or band". */
  readonly wordsForText: (text: string) => readonly string[];
  /** Whether a field says that a number alone is of a unit, by its code or what it is called. */
  readonly isUnitOfField: (unit: string) => boolean;
  /** Words for a number that patterns of sentences know, such as "topped" for 1. */
  readonly wordsForNumber: (value: string) => readonly string[];
}

/** The words at one place, read once for all statements that were read there. */
export class ShownWords {
  private readonly tokens: readonly Token[];
  /** The same with its escapes decoded if it may be the title that a link leads to, and no more; else null. */
  private readonly title: readonly Token[] | null;

  private readonly anchor: string;
  /** The same without comments, which may stand inside of numbers. */
  private readonly seen: string;

  constructor(
    anchor: string,
    format: TextFormat,
    private readonly graph: ExportGraph,
    private readonly known: KnownWords,
  ) {
    this.anchor = format === 'plain' ? withoutCuts(anchor) : anchor;
    this.seen = format === 'plain' ? this.anchor : this.anchor.replace(/<!--[\s\S]{0,2000}?-->/g, '');
    this.tokens = readAnchor(this.anchor, format, known);
    const decoded = percentDecoded(this.anchor);
    const isTitle = decoded !== this.anchor && !/[[\]{}]/.test(this.anchor);
    this.title = isTitle ? readAnchor(decoded, format, known) : null;
  }

  show({ subject, predicate, object }: Quad): boolean {
    // Of which kind an article is, is shown by what it is called, as what a thing is.
    if (predicate.value === article.kind.value) return this.showThing(subject);
    // Of which scheme a code is, its field says.
    if (predicate.value === schema.propertyID.value && this.showThing(subject)) return true;
    // The address of an entry in a catalogue is known by its number: `{{IMDb title|0000001}}`.
    const isLink = [schema.sameAs, schema.relatedLink, schema.url].some(
      (one) => one.value === predicate.value,
    );
    if (isLink && this.holdNumber(/([^/?#=]+?)(?:\.html?)?\/?$/.exec(object.value)?.[1] ?? '')) return true;
    if (
      predicate.value === schema.value.value &&
      this.graph.isA(subject, schema.PropertyValue) &&
      this.holdNumber(object.value)
    )
      return true;
    // Which property a date is not exact in, is shown by where the date stands.
    if (predicate.value === article.property.value) return this.showThing(subject);
    if (object.termType === 'Literal') return this.showLiteral(subject, predicate, object);
    // What a node is, is shown by its name; and so is that it belongs to the article or to its subject.
    if (predicate.value === rdf.type.value) return this.showThing(subject);
    return this.showThing(object) || (this.graph.isSubjectMatter(object) && this.showThing(subject));
  }

  private showThing(node: Term): boolean {
    const { value } = node;
    const titles = [value, ...this.graph.sameAs(node)].flatMap(titleIn);
    const names = [...this.graph.namesOf(node), ...this.known.wordsFor(value), ...titles];
    const shows = (name: string): boolean =>
      this.hold(name) ||
      this.holdSameName(name) ||
      this.holdForm(name) ||
      this.holdShared(name) ||
      this.holdPlace(node, name) ||
      this.holdParts(node, name) ||
      this.holdPersonIn(name);
    if (names.some(shows)) return true;
    // "Roe" is Bo Roe; and a release or an amount is known by its date or its numbers.
    const isPerson = this.graph.isA(node, schema.Person);
    if (isPerson && names.some((name) => this.hold(/\S*$/.exec(name)?.[0] ?? ''))) return true;
    return this.holdAddress(value) || this.graph.marksOf(node).some((quad) => this.show(quad));
  }

  private holdAddress(address: string): boolean {
    // The beginning may be left out: `{{URL|salt.example/}}`.
    const rest = address.replace(/^https?:\/\//, '');
    return this.anchor.includes(rest) || decodeHTML(this.anchor).includes(rest);
  }

  /** Whether the number of an entry in a catalogue is here, with or without the letters and zeros before its figures. */
  private holdNumber(id: string): boolean {
    if (id.length < 3) return false;
    const figures = [/\d{3,}$/, /[1-9]\d{2,}$/].flatMap((form) => form.exec(id)?.slice(0, 1) ?? []);
    // The parts of a number of the Library of Congress may stand apart: "n/79/39343" is n79039343.
    const [, prefix = '', year = '', number = ''] = /\b([a-z]+)\/(\d+)\/(\d+)\b/.exec(this.anchor) ?? [];
    const joined = prefix + year + number.padStart(6, '0');
    // What all numbers of a catalogue begin with need not be written: "m/salt_road".
    const behind = /\/([^/]{3,})$/.exec(id)?.slice(1) ?? [];
    return id === joined || [id, ...behind, ...figures].some((known) => this.anchor.includes(known));
  }

  private showLiteral(subject: Term, predicate: Term, { value, datatype }: Literal): boolean {
    const { tables } = this.known;
    if ([xsd.date, xsd.gYear, xsd.gYearMonth].some((type) => datatype.value === type.value))
      return showsDate(this.seen, value, tables);
    if (datatype.value === xsd.duration.value) return showsDuration(this.seen, value);
    if (predicate.value === schema.latitude.value || predicate.value === schema.longitude.value)
      return showsDegrees(this.seen, value);
    // Per cent are parts of a hundred.
    if (predicate.value === schema.bestRating.value && value === '100' && this.hold('%')) return true;
    if (datatype.value === xsd.integer.value || datatype.value === xsd.decimal.value)
      return (
        showsNumber(this.seen, value, tables, this.added) ||
        this.known.wordsForNumber(value).some((word) => this.hold(word))
      );
    return this.showWords(subject, predicate, value);
  }

  private showWords(subject: Term, predicate: Term, value: string): boolean {
    const { tables } = this.known;
    const isKeptText = predicate.value === schema.text.value || predicate.value === schema.abstract.value;
    if (this.hold(value) || (isKeptText && wordsOf(value).length === 0 && this.holdEachSign(value)))
      return true;
    if (this.holdKey(tables.languages, value)) return true;
    if (this.known.wordsForText(value).some((word) => this.hold(word))) return true;
    const isUnit = [schema.unitCode, schema.unitText].some((one) => one.value === predicate.value);
    if (isUnit) return this.showUnit(subject, value);
    if (predicate.value === schema.currency.value) return this.holdCurrency(value);
    if (predicate.value === article.qualifier.value) return this.holdKey(tables.qualifiers, value);
    if (predicate.value === schema.taxonRank.value) return this.holdKey(tables.rankWords, value);
    const isName = predicate.value === schema.name.value || predicate.value === schema.alternateName.value;
    // Feet and inches in two parameters: the names of these say the units.
    const isMeasure = isName && this.graph.isA(subject, schema.QuantitativeValue);
    const namesUnit = (word: string): boolean => tables.units.has(word);
    if (isMeasure && wordsOf(value).every((word) => namesUnit(word) || this.hold(word))) return true;
    return (
      this.holdParts(subject, value) ||
      (isName && this.holdPersonIn(value)) ||
      (isName && (this.holdPlace(subject, value) || this.holdShared(value) || this.holdSameName(value)))
    );
  }

  private showUnit(quantity: Term, unit: string): boolean {
    // What has no unit, such as an index, counts ones; nothing says so. Of which unit a number alone is, its field says.
    if (unit === 'C62' || this.holdKey(this.known.tables.units, unit)) return true;
    return this.known.isUnitOfField(unit) && this.showThing(quantity);
  }

  /** Whether words stand here one behind the other; a text of signs alone, as it is. */
  private hold(text: string): boolean {
    const words = wordsOf(text);
    if (words.length === 0) return this.holdSigns(text);
    return holdsWords(this.tokens, words) || (this.title !== null && holdsWords(this.title, words));
  }

  /** Whether all that is here is a name with a word in the plural: "Salt Awards" are the Salt Award. */
  private holdForm(name: string): boolean {
    const form = (text: string): string => wordsOf(text).map(singular).join(' ');
    return this.anchor.length <= 2 * name.length && form(this.anchor) === form(name);
  }

  /** Whether a name shares its words with another here: "Salt Nominations and Awards" are also the Salt Awards. */
  private holdShared(name: string): boolean {
    if (this.anchor.length > mostShared * name.length) return false;
    const { conjunctions } = this.known.tables;
    const [here, wanted] = [wordsOf(this.anchor), wordsOf(name).join(' ')];
    const isShared = (word: string, i: number): boolean =>
      i > 0 && conjunctions.has(word) && here.toSpliced(i - 1, 2).join(' ') === wanted;
    return here.some(isShared);
  }

  /** Whether a name is the subject's and the words say that something else has it too: "the novel of the same name". */
  private holdSameName(name: string): boolean {
    return this.graph.isSubjectName(name) && this.known.tables.sameNames.some((words) => this.hold(words));
  }

  /** Whether the signs of a text without words stand here one behind the other, with nothing but markup between them. */
  private holdSigns(text: string): boolean {
    const signs = normal(text).replace(/^\s*-\s|\s/gm, '');
    const here = normal(this.anchor).replace(/\s/g, '');
    return here.includes(signs) || this.shownSigns.includes(signs);
  }

  /** Whether signs are here in their order: of a section, what stands between them may be templates that show nothing. */
  private holdEachSign(text: string): boolean {
    const here = normal(this.anchor);
    let at = 0;
    for (const sign of normal(text).replace(/^\s*-\s|\s/gm, '')) {
      at = here.indexOf(sign, at) + sign.length;
      if (at < sign.length) return false;
    }
    return true;
  }

  /** What stands here, without markup and white space, templates as the signs that they show. */
  private get shownSigns(): string {
    return decodeHTML(
      normal(this.anchor)
        .replace(/<!--[\s\S]*?-->|<[^<>]*>|'{2,}|\[\[[^[\]|]*\||[[\]]/g, '')
        .replace(/\{\{([^{}|]*)/g, (_, of) => this.known.templateWords(of, () => []) ?? '')
        .replace(/[{}|\s]/g, ''),
    );
  }

  /** The words of templates that stand here in an order of their own. */
  private get added(): readonly string[] {
    return this.tokens.flatMap((token) => ('added' in token ? [...token.added] : []));
  }

  /** Whether a word of a table that stands for a code is here. */
  private holdKey(table: ReadonlyMap<string, string>, code: string): boolean {
    return [...table].some(([word, meaning]) => meaning === code && this.hold(word));
  }

  private holdCurrency(code: string): boolean {
    const { currencySigns } = this.known.tables;
    return currencySigns.some(({ sign, candidates }) => candidates.includes(code) && this.holdSign(sign));
  }

  /** A sign may touch digits, and letters no letters. */
  private holdSign(sign: string): boolean {
    const text = normal(this.anchor);
    const wanted = normal(sign);
    const isLetter = (character: string): boolean => /\p{L}/u.test(character);
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const [before, behind] = [text.charAt(at - 1), text.charAt(at + wanted.length)];
      const touches =
        (isLetter(wanted.charAt(0)) && isLetter(before)) || (isLetter(wanted.slice(-1)) && isLetter(behind));
      if (!touches) return true;
    }
    return false;
  }

  /** Whether the parts of coordinates stand here one behind the other, a parameter each. */
  private holdParts(node: Term, name: string): boolean {
    // So are the genus and the epithet of a species.
    const isInParts = [schema.GeoCoordinates, schema.Taxon].some((type) => this.graph.isA(node, type));
    if (!isInParts) return false;
    const here = wordsOf(this.anchor);
    let at = 0;
    return wordsOf(name).every((word) => {
      at = here.indexOf(word, at) + 1;
      return at > 0;
    });
  }

  /** Whether the parts of a name are here in two parameters, in either order: `last=Lee |first=Ann`. */
  private holdPersonIn(name: string): boolean {
    if (!/\|[^|=]*=/.test(this.anchor)) return false;
    const words = name.split(/\s+/);
    return words.some(
      (_, at) => at > 0 && this.hold(words.slice(0, at).join(' ')) && this.hold(words.slice(at).join(' ')),
    );
  }

  /** Whether another name of a country is here, or its adjective. */
  private holdPlace(node: Term, name: string): boolean {
    if (!this.graph.isA(node, schema.Country) && !this.graph.isA(node, schema.Place)) return false;
    const { countries, nationalities, regions, regionAdjectives } = this.known.tables;
    const means = ([word, country]: [string, { readonly name: string }]): boolean =>
      country.name === name && this.hold(word);
    return (
      [...countries].some(means) ||
      [...nationalities].some(means) ||
      [...regions, ...regionAdjectives].some(([word, region]) => region === name && this.hold(word))
    );
  }
}

/** How many times as long as a name the words may be that show it among others. */
const mostShared = 3;

/** The title that the IRI of a thing holds, with and without what it has in parentheses. */
function titleIn(iri: string): string[] {
  if (iri.includes('#') || iri.startsWith(prefixes.schema as string)) return [];
  const segment = iri.slice(iri.lastIndexOf('/') + 1);
  try {
    return [decodeURIComponent(segment).replaceAll('_', ' ')].filter((title) => title !== '');
  } catch {
    return [];
  }
}
