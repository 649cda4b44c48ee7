/** Festivals at which the subject was shown: one screening, however often and under whatever names the article tells of it. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { entry } from '../../entry.js';
import { schema } from '../../rdf/vocabulary.js';
import type { GiverName } from '../award-cells.js';
import { readGiver } from '../award-cells.js';
import type { Draft } from '../draft.js';
import { labelKey } from '../label-key.js';
import type { Topic } from '../topic-memory.js';

/** A screening as one sentence or item tells of it. */
interface Told {
  /** Label key of the event's name without number and year. */
  readonly name: string;
  readonly edition: string | undefined;
  readonly year: string | undefined;
  /** Words of the day, month or year when it was. */
  readonly date: Text | undefined;
  /** Whether a list says it. */
  readonly isItem: boolean;
  /** States it, with the words that say when it was. */
  readonly state: (date: Text | undefined) => void;
}

/** Screenings that the article tells of; they are stated when it has told of all. */
const tellings: Topic<Told[]> = { begin: () => [] };

export function keepOccasion(
  draft: Draft,
  event: Text,
  telling: Pick<Told, 'date' | 'isItem' | 'state'>,
): void {
  const { name, edition, year } = readGiver(event.value);
  draft.recall(tellings).push({
    name: labelKey(slice(event, name.begin, name.end).value),
    edition: edition?.number,
    year: year?.year ?? /\d{4}/.exec(telling.date?.value ?? '')?.[0],
    ...telling,
  });
}

/** States each screening once, as what names it best says it, and when it was as the most exact words say. */
export function stateOccasions(draft: Draft): void {
  const byName = new Map<string, Told[][]>();
  // Those that say which one it was come first, so that the others can be told apart by them.
  const told = draft.recall(tellings);
  for (const one of [...told.filter(isClear), ...told.filter((other) => !isClear(other))]) {
    const groups = entry(byName, withoutScope(one.name), () => []);
    const same = groups.filter((group) => group.every((known) => isSame(known, one)));
    if (same.length === 1) same[0]?.push(one);
    else groups.push([one]);
  }
  for (const group of [...byName.values()].flat()) {
    const [best] = group.toSorted((a, b) => rank(b) - rank(a));
    const [exact] = group.flatMap(({ date }) => (date ? [date] : [])).sort((a, b) => digits(b) - digits(a));
    best?.state(exact);
  }
}

const isClear = ({ edition, year }: Told): boolean => edition !== undefined || year !== undefined;

/** A list names it as such, and a number is a part of the name. */
function rank({ isItem, edition }: Told): number {
  return (isItem ? 2 : 0) + (edition === undefined ? 0 : 1);
}

/** A day has more of them than a month or a year; letters say the month. */
function digits({ value }: Text): number {
  return value.replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** Of one name, or of the same number or year and of names that differ in "International" alone. */
function isSame(known: Told, { name, edition, year }: Told): boolean {
  if (differ(known.edition, edition) || differ(known.year, year)) return false;
  if (known.name === name) return true;
  const isTold =
    (edition !== undefined && edition === known.edition) || (year !== undefined && year === known.year);
  return isTold && withoutScope(known.name) === withoutScope(name);
}

const differ = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

function withoutScope(name: string): string {
  return name.replace(/\binternational /, '');
}

/** States of which festival one edition is: "33rd Stone Film Festival", "2013 Stone Film Festival". */
export function stateEditionOf(draft: Draft, event: Text, edition: NamedNode, rule: string): void {
  const read: GiverName = readGiver(event.value);
  if (!read.edition && !read.year) return;
  const words = slice(event, read.name.begin, read.name.end);
  const festival = draft.named(words, schema.Festival, rule);
  if (!festival.equals(edition)) draft.state(edition, schema.superEvent, festival, words.span, rule);
}
