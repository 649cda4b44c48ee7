/** From the words that a pattern's slots took to statements. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { schema, xsd } from '../../rdf/vocabulary.js';
import type { Statement } from '../../statement.js';
import type { CalendarDate } from '../../value/date.js';
import { readDate } from '../../value/date.js';
import { readLanguage } from '../../value/language.js';
import { readMoney } from '../../value/money.js';
import { isPublication } from '../../value/name.js';
import type { AwardCells } from '../award-cells.js';
import type { Draft } from '../draft.js';
import { quoted } from '../draft.js';
import { tagFor } from '../foreign-script.js';
import { agents } from '../known-agents.js';
import type { KnownRelease } from '../known-releases.js';
import { releases } from '../known-releases.js';
import { mergeRecognition } from '../merge-recognition.js';
import { stateAmount } from '../value/money.js';
import type { NamedPlace } from '../value/named-place.js';
import { placeOfWords } from '../value/named-place.js';
import { stateRelease } from '../value/release.js';
import type { Fact, FactNode, FactValue } from './grammar.js';
import type { KnownNames } from './known-names.js';
import { keepOccasion, stateEditionOf } from './occasions.js';
import type { SlotContext } from './slot-values.js';
import { slotValues, taxonName, titleOf, withoutQuotes } from './slot-values.js';

/** A slot's words, and the type by which they are read. */
export interface Taken {
  readonly type: string;
  readonly words: Text;
}

/** What a sentence says once: the words of each slot; a slot in a list has one for each item that it is stated for. */
export interface Telling {
  readonly draft: Draft;
  readonly known: KnownNames;
  readonly awardCells: AwardCells;
  readonly rule: string;
  /** The words of all of the match. */
  readonly words: Text;
  readonly slots: ReadonlyMap<string, Taken>;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
  /** The sentence over its list that says what its items are; absent where none need say it. */
  readonly announcement?: Text | undefined;
}

export function stateFact(fact: Fact, telling: Telling): void {
  switch (fact.makes) {
    case 'values':
      stateValues(fact, telling);
      break;
    case 'amount':
      stateMoney(fact, telling);
      break;
    case 'release':
      stateReleased(fact, telling);
      break;
    case 'recognition':
      stateAward(fact.outcome, telling);
      break;
    case 'taxon':
      stateTaxon(fact.property, telling);
      break;
    case 'node':
      if (fact.fills && fact.node.of && isStatedElsewhere(telling.draft, fact.node.of, telling.rule)) break;
      stateOrKeep(fact.node, { ...telling, slots: withOwners(telling, fact.owners) });
      if (fact.earliest) keepDate(fact.earliest, telling);
      break;
  }
}

function stateValues(
  { properties, fills, language }: Extract<Fact, { makes: 'values' }>,
  telling: Telling,
): void {
  const { draft, rule, slots } = telling;
  for (const [property, slot] of properties) {
    const taken = slots.get(slot);
    if (!taken) continue;
    if (fills && isStatedElsewhere(draft, property, rule)) {
      confirm(property, taken.words, telling);
      continue;
    }
    const tag = language === undefined ? null : languageOf(slots.get(language), draft);
    const value =
      tag === null
        ? slotValues[taken.type]?.(taken.words, { ...telling, property })
        : draft.inLanguage(titleOf(taken.words).value, tagFor(titleOf(taken.words).value, tag));
    if (!value || value.equals(draft.thing)) continue;
    draft.state(draft.thing, property, value, withoutQuotes(taken.words).span, rule);
  }
}

/** States once more what the infobox or a table says of somebody: a sentence says it as well. */
function confirm(property: NamedNode, words: Text, { draft, known, rule }: Telling): void {
  const person = known.person(words.value);
  const says = (statement: Statement): boolean =>
    statement.subject.equals(draft.thing) &&
    statement.predicate.equals(property) &&
    statement.object.equals(person?.node);
  if (person && draft.statements.some(says)) {
    draft.state(draft.thing, property, person.node, words.span, rule);
  }
}

/** BCP 47 tag of the language that a slot names; null where it names none. */
function languageOf(slot: Taken | undefined, { mappings }: Draft): string | null {
  return slot ? readLanguage(slot.words.value, mappings.tables) : null;
}

/**
 * States to which taxon of a rank the subject belongs: by the property of the highest taxon that is known to have it below. A rank
 * that is known already, or that is not above those that are, says nothing.
 */
function stateTaxon(property: NamedNode, { draft, rule, slots }: Telling): void {
  const { statements, thing, mappings } = draft;
  const { ranks, rankWords } = mappings.tables;
  const words = slots.get('taxon')?.words;
  const rank = words && rankWords.get(words.value.replace(/\s.*/, '').toLowerCase());
  if (!words || rank === undefined) return;
  const said = (subject: NamedNode, predicate: NamedNode): Statement['object'] | undefined =>
    statements.find((one) => one.subject.equals(subject) && one.predicate.equals(predicate))?.object;
  let [below, isAbove] = [thing, true];
  const seen = new Set<string>();
  for (
    let next: Statement['object'] | undefined = thing;
    next?.termType === 'NamedNode';
    next = said(below, property)
  ) {
    below = next;
    const own = said(below, schema.taxonRank)?.value;
    // What the rank of a taxon on the way is, nobody may have said of the subject alone.
    isAbove &&= own === undefined ? below.equals(thing) : ranks.indexOf(own) > ranks.indexOf(rank);
    if (!isAbove || seen.has(below.value)) return;
    seen.add(below.value);
  }
  const name = taxonName(words);
  const node = draft.named(name, schema.Taxon, rule);
  if (seen.has(node.value)) return;
  draft.state(below, property, node, name.span, rule);
  draft.state(node, schema.taxonRank, literal(rank), words.span, rule);
}

/** Whether the infobox or a table states a property of the subject; what it says is more exact than a sentence. */
function isStatedElsewhere({ statements, thing }: Draft, property: NamedNode, rule: string): boolean {
  return statements.some(
    (statement) =>
      statement.predicate.equals(property) && statement.subject.equals(thing) && statement.rule !== rule,
  );
}

function stateMoney(
  { property, territory }: Extract<Fact, { makes: 'amount' }>,
  { draft, rule, slots }: Telling,
): void {
  const amount = slots.get('amount')?.words;
  if (!amount) return;
  const where = slots.get('territory')?.words;
  const place = where && placeOfWords(where, draft);
  // The place tells whose dollars these are.
  const countries = place?.place.isCountry ? [place.place.name] : draft.recall(agents).countries;
  const [money] = readMoney(amount.value, draft.mappings.tables, countries, amount.qualities).found;
  if (money) stateAmount(draft, { property, territory }, money.value, amount, place ?? null, rule);
}

function stateReleased(
  { property, earliest }: Extract<Fact, { makes: 'release' }>,
  { draft, rule, slots }: Telling,
): void {
  const when = slots.get('date')?.words;
  const date = when && readDate(when.value, draft.mappings.tables);
  if (!when || !date) return;
  const places = [...slots.entries()].flatMap(([name, { words }]) =>
    /^place/.test(name) ? [placeOfWords(words, draft)] : [],
  );
  tellOtherDate(draft, property, date, when, places);
  stateRelease(draft, { property, ...(earliest ? { earliest } : {}) }, { date, words: when, places }, rule);
}

/** Tells that the article gives another day of the same year for a release at the same place. */
function tellOtherDate(
  draft: Draft,
  property: NamedNode,
  { lexical, precision, year }: CalendarDate,
  when: Text,
  places: readonly NamedPlace[],
): void {
  const isOther = (known: KnownRelease): boolean =>
    known.property.equals(property) &&
    known.date.year === year &&
    known.date.precision === precision &&
    known.date.lexical !== lexical &&
    places.some(({ place }) => known.places.has(place.name));
  if (precision !== 'day' || !draft.recall(releases).stated.some(isOther)) return;
  const message = `${quoted(when.value)}: elsewhere the article says another day for the same place; both are in the graph.`;
  draft.report('contradiction', 'warning', message, when.span);
}

function stateAward(outcome: NamedNode, telling: Telling): void {
  const { draft, rule, slots, words, announcement, known, awardCells } = telling;
  const category = slots.get('category')?.words;
  // At a festival that the sentence names for another reason, or nobody knows by whom.
  const event = slots.get('event');
  const giver = (slots.get('giver') ?? event)?.words;
  if (!category || !giver) return;
  const year =
    slots.get('year')?.words ?? (giver === event?.words ? yearIn(slots.get('date')?.words) : undefined);
  const recipient = slots.get('recipient');
  mergeRecognition(
    draft,
    awardCells,
    {
      category: titleOf(category),
      giver,
      ...(year ? { year } : {}),
      outcome: { term: outcome, span: (announcement ?? words).span },
      recipient: recipient
        ? { words: recipient.words, node: () => recipientOf(recipient, { draft, known, rule }) }
        : null,
    },
    rule,
  );
}

/** The four digits of a date's year. */
function yearIn(date: Text | undefined): Text | undefined {
  const year = date && /\d{4}/.exec(date.value);
  return date && year ? slice(date, year.index, year.index + 4) : undefined;
}

function recipientOf({ words, type }: Taken, context: SlotContext): NamedNode | null {
  const value = slotValues[type]?.(words, context);
  return value?.termType === 'NamedNode' ? value : null;
}

/** A date that is no release of its own, but earlier than one. */
function keepDate(earliest: NamedNode, { draft, slots, rule }: Telling): void {
  const words = slots.get('date')?.words;
  const date = words && readDate(words.value, draft.mappings.tables);
  if (words && date) draft.recall(releases).firstShown.push({ date, words, earliest, rule });
}

/** "At the 1986 Stone Film Festival" says when, too. */
function withDateOf(slots: ReadonlyMap<string, Taken>): ReadonlyMap<string, Taken> {
  const event = slots.get('event')?.words;
  const year = slots.has('date') ? undefined : yearIn(event);
  return year ? new Map([...slots, ['date', { type: 'date', words: year }]]) : slots;
}

/** States a node; what may be told of again waits for that. */
function stateOrKeep(node: FactNode, telling: Telling): void {
  const event = telling.slots.get(node.occasion ?? '');
  if (!event) {
    stateNode(node, telling);
    return;
  }
  const { draft, rule, slots, isItem } = telling;
  const state = (date: Text | undefined): void => {
    const dated = date ? new Map([...slots, ['date', { type: 'date', words: date }] as const]) : slots;
    stateNode(node, { ...telling, slots: dated });
    const edition = slotValues[event.type]?.(event.words, telling);
    if (edition?.termType === 'NamedNode') stateEditionOf(draft, event.words, edition, rule);
  };
  keepOccasion(draft, event.words, { date: slots.get('date')?.words, isItem, state });
}

/** Fills slots that are empty by whose others are: "AFI's 100 Years" is a list of the AFI's. */
function withOwners(
  { slots, draft }: Telling,
  owners: readonly (readonly [string, string])[],
): ReadonlyMap<string, Taken> {
  const found = owners.flatMap(([slot, of]): [string, Taken][] => {
    const owned = slots.has(slot) ? undefined : slots.get(of)?.words;
    const [, owner] = (owned && /^([^'’"“]+)['’]s\s/.exec(owned.value)) ?? [];
    if (!owned || owner === undefined || !isMaker(owner, draft)) return [];
    return [[slot, { type: 'outlet', words: slice(owned, 0, owner.length) }]];
  });
  return found.length === 0 ? slots : new Map([...slots, ...found]);
}

/** Whether a name is one of an institution or a newspaper: "the 100 Years of Ann" are nobody's list. */
function isMaker(name: string, { mappings }: Draft): boolean {
  return /^\p{Lu}{2,}$/u.test(name) || isPublication(name.split(/\s+/), mappings.tables);
}

/** @returns the node, or null where the sentence does not say what it is called */
function stateNode(spec: FactNode, { slots: taken, ...rest }: Telling): NamedNode | null {
  const telling = { ...rest, slots: withDateOf(taken) };
  const { draft, rule, slots, words } = telling;
  const named = spec.name === 'thing' ? { words } : slots.get(spec.name);
  if (!named) return null;
  const name = 'type' in named && named.type !== 'quote' ? titleOf(named.words) : withoutQuotes(named.words);
  const node = draft.ownPart(
    spec.part.map((part) =>
      part.startsWith('{') ? (slots.get(part.slice(1, -1))?.words.value ?? '') : part,
    ),
    spec.class,
    name,
    rule,
  );
  if (spec.of) draft.state(draft.thing, spec.of, node, name.span, rule);
  for (const [property, value] of spec.states) {
    const stated = objectOf(value, telling);
    if (stated) draft.state(node, property, stated.object, stated.span, rule);
  }
  return node;
}

function objectOf(
  value: FactValue,
  telling: Telling,
): { object: Parameters<Draft['state']>[2]; span: Text['span'] } | null {
  const { draft, slots, words } = telling;
  if ('thing' in value) return { object: draft.thing, span: words.span };
  if ('integer' in value) return { object: literal(String(value.integer), xsd.integer), span: words.span };
  if ('node' in value) {
    const node = stateNode(value.node, telling);
    return node && { object: node, span: words.span };
  }
  const taken = slots.get(value.slot);
  const object = taken && slotValues[taken.type]?.(taken.words, telling);
  return taken && object ? { object, span: withoutQuotes(taken.words).span } : null;
}
