/** What the words of a slot mean in the graph: a thing, described, or a literal. */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { linkOf, qualityOf, slice } from '../../article.js';
import { undetermined } from '../../rdf/language-tag.js';
import { literal } from '../../rdf/terms.js';
import { award, localName, schema, xsd } from '../../rdf/vocabulary.js';
import { readDate } from '../../value/date.js';
import { isPublication } from '../../value/name.js';
import { readNumeral } from '../../value/number.js';
import { readQuantities } from '../../value/quantity.js';
import type { ValueTables } from '../../value/tables.js';
import type { Draft } from '../draft.js';
import { isForeign } from '../foreign-script.js';
import { numberLiteral } from '../value/money.js';
import { placeOfWords, statePlace } from '../value/named-place.js';
import { agentClass } from '../value/names.js';
import { describeQuantity } from '../value/quantity.js';
import { dateLiteral } from '../value/release.js';
import type { KnownNames } from './known-names.js';

export interface SlotContext {
  readonly draft: Draft;
  readonly known: KnownNames;
  readonly rule: string;
  /** What the value is said by. */
  readonly property?: NamedNode;
}

type SlotValue = (words: Text, context: SlotContext) => NamedNode | Literal | null;

/** By the type of the slot. */
export const slotValues: Readonly<Record<string, SlotValue>> = {
  person: (words, context) => personOf(words, context, true),
  critic: (words, context) => personOf(words, context, false),
  agent: (words, context) => {
    if (context.known.isNamed(words.value)) return personOf(words, context, false);
    const isOutlet = isPublication(words.value.split(/\s+/), context.draft.mappings.tables);
    const type = isOutlet ? schema.Organization : agentClass(words, context.draft);
    return context.draft.named(words, type, context.rule);
  },
  thing: (words, { draft, rule }) => draft.named(words, schema.Thing, rule),
  organisation: (words, { draft, rule }) => draft.named(words, schema.Organization, rule),
  body: (words, { draft, rule }) => draft.named(words, award.Body, rule),
  outlet: (words, { draft, rule }) => draft.named(words, schema.Organization, rule),
  publication: (words, { draft, rule }) => draft.named(words, schema.Organization, rule),
  festival: (words, { draft, rule }) => draft.named(words, schema.Festival, rule),
  eventName: (words, { draft, rule }) => draft.named(words, schema.Festival, rule),
  festivalTown: (words, { draft, rule }) => draft.named(words, schema.Festival, rule),
  newspaper: (words, { draft, rule }) => draft.named(words, schema.Organization, rule),
  place: (words, { draft, rule }) => statePlace(draft, placeOfWords(words, draft), rule),
  spot: (words, { draft, rule }) => statePlace(draft, placeOfWords(words, draft), rule),
  adjective: (words, { draft, rule }) => statePlace(draft, placeOfWords(words, draft), rule),
  region: (words, { draft, rule }) => statePlace(draft, placeOfWords(words, draft), rule),
  territory: (words, { draft, rule }) => statePlace(draft, placeOfWords(words, draft), rule),
  work: workOf,
  sameName: workOfSameName,
  quotedTitle: (words, { draft }) => draft.words(titleOf(words)),
  foreign: anyTitle,
  native: anyTitle,
  otherTitle: anyTitle,
  title: anyTitle,
  series: seriesOf,
  rating: (words) => literal(words.value, xsd.string),
  ratio: (words) => literal(words.value, xsd.string),
  colour: (words, { draft }) => draft.words(words),
  sound: (words, { draft }) => draft.words(words),
  decade: (words) => literal(words.value, xsd.string),
  pollName: (words, { draft }) => draft.words(words),
  list: (words, { draft }) => draft.words(titleOf(words)),
  quote: (words, { draft }) => draft.words(withoutQuotes(words)),
  category: (words, { draft }) => draft.words(titleOf(words)),
  word: (words, { draft }) => draft.words(words),
  date: (words, { draft }) => {
    const date = readDate(words.value, draft.mappings.tables);
    return date && dateLiteral(date);
  },
  year: (words) => literal(words.value, xsd.gYear),
  count: (words, { draft }) => integerOf(words, draft.mappings.tables),
  integer: (words, { draft }) => integerOf(words, draft.mappings.tables),
  ordinal: (words, { draft }) => integerOf(words, draft.mappings.tables),
  quantity: (words, { draft, rule, property }) => {
    // "A 128-kilometre-long river"
    const value = words.value.replace(/^(\d[\d,.]*)-/, '$1 ');
    const [found] = readQuantities(value, draft.mappings.tables).found;
    if (!found) return null;
    const part = property ? localName(property) : 'quantity';
    return describeQuantity(draft, found.value, { part, words, unitSpan: words.span, rule });
  },
  taxon: (words, { draft, rule }) => draft.named(taxonName(words), schema.Taxon, rule),
  decimal: (words) => {
    const numeral = readNumeral(words.value);
    return numeral === null ? null : numberLiteral(numeral);
  },
};

/** The name behind the rank: "family Strigidae". */
export function taxonName(words: Text): Text {
  return slice(words, words.value.search(/\s\S/) + 1, words.value.length);
}

/** A title, in the language that the source says it is in, or in one that nobody names where the script is another than the article's. */
function anyTitle(words: Text, { draft }: SlotContext): Literal {
  const title = titleOf(words);
  const language = qualityOf(title)?.language ?? (isForeign(title.value, draft) ? undetermined : null);
  return language === null ? draft.words(title) : draft.inLanguage(title.value, language);
}

/** A person by the full name, also where the sentence says the last name alone. */
function personOf(
  words: Text,
  { draft, known, rule }: SlotContext,
  isParticipant: boolean,
): NamedNode | null {
  const person = known.person(words.value);
  if (person) return person.node;
  const full = known.fullName(words.value) ?? words;
  if (!/\s/.test(full.value) && !linkOf(full)) return null;
  const node = draft.named(full, schema.Person, rule);
  known.learn({ node, name: full.value }, isParticipant);
  return node;
}

/** A work with a page of its own; of another, a title alone does not tell which it is. */
function workOf(words: Text, { draft, rule }: SlotContext): NamedNode | null {
  const title = titleOf(words);
  const { tables } = draft.mappings;
  if (!linkOf(title) && tables.genericWorks.has(title.value.toLowerCase())) return null;
  if (linkOf(title)) return draft.named(title, schema.CreativeWork, rule);
  return draft.ownPart(['work', title.value], schema.CreativeWork, title, rule);
}

/** A series with a page of its own; of another, its name alone does not tell which it is. */
function seriesOf(words: Text, { draft, rule }: SlotContext): NamedNode {
  const title = titleOf(words);
  return linkOf(title)
    ? draft.named(title, schema.CreativeWorkSeries, rule)
    : draft.ownPart(['series', title.value], schema.CreativeWorkSeries, title, rule);
}

/** Another work that is called as the subject is; of which page it is, nobody says. */
function workOfSameName(words: Text, { draft, rule }: SlotContext): NamedNode | null {
  if (linkOf(words)) return draft.named(words, schema.CreativeWork, rule);
  const name: Text = { type: 'text', value: draft.name, span: words.span };
  return draft.ownPart(['work', draft.name], schema.CreativeWork, name, rule);
}

/** The words between quotation marks, where they are between some. */
export function withoutQuotes(words: Text): Text {
  const { value } = words;
  const isQuoted = /^["“'‘]/.test(value) && /["”'’]$/.test(value) && value.length > 1;
  if (!isQuoted) return words;
  return slice(words, 1, value.length - 1);
}

/** A title without its quotation marks, and without the sign of the sentence that American usage puts inside them. */
export function titleOf(words: Text): Text {
  const title = withoutQuotes(words);
  const isQuoted = title !== words;
  return isQuoted && /[^.][.,]$/.test(title.value) ? slice(title, 0, title.value.length - 1) : title;
}

function integerOf({ value }: Text, tables: ValueTables): Literal | null {
  const lower = value.toLowerCase();
  const number = tables.numbers.get(lower) ?? tables.ordinals.get(lower);
  const digits =
    number === undefined ? lower.replace(/(?:st|nd|rd|th)$/, '').replaceAll(',', '') : String(number);
  return /^\d{1,15}$/.test(digits) ? literal(String(Number(digits)), xsd.integer) : null;
}
