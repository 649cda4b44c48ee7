/** Festivals at which the subject was shown: one screening, however often and under whatever names the article tells of it. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import type { GiverName } from '../award-cells.js';
import { readGiver } from '../award-cells.js';
import type { Draft } from '../draft.js';
import { labelKey } from '../label-key.js';
import type { Topic } from '../topic-memory.js';

/** A screening as one sentence or item tells of it. */
interface Told<Telling> {
  readonly telling: Telling;
  /** Label key of the event's name without number and year. */
  readonly name: string;
  readonly edition: string | undefined;
  readonly year: string | undefined;
  /** Words of the day, month or year when it was. */
  readonly date: Text | undefined;
  /** Whether a list says it. */
  readonly isItem: boolean;
}

/** What tells of one screening. */
type Group<Telling> = Told<Telling>[];

/** Screenings that the article tells of; they are stated when it has told of all. */
const tellings: Topic<unknown[]> = { begin: () => [] };

export function keepOccasion<Telling>(
  draft: Draft,
  telling: Telling,
  { event, date, isItem }: { event: Text; date: Text | undefined; isItem: boolean },
): void {
  const read = readGiver(event.value);
  const told: Told<Telling> = {
    telling,
    name: labelKey(slice(event, read.name.begin, read.name.end).value),
    edition: read.edition?.number,
    year: read.year?.year ?? /\d{4}/.exec(date?.value ?? '')?.[0],
    date,
    isItem,
  };
  draft.recall(tellings).push(told);
}

/** Each screening once: what names it best, and the words that say most exactly when it was. */
export function* occasions<Telling>(draft: Draft): Generator<{ telling: Telling; date: Text | undefined }> {
  const byName = new Map<string, Group<Telling>[]>();
  // Those that say which one it was come first, so that the others can be told apart by them.
  const told = draft.recall(tellings) as Told<Telling>[];
  for (const one of [...told.filter(isClear), ...told.filter((other) => !isClear(other))]) {
    const key = withoutScope(one.name);
    const groups = byName.get(key) ?? [];
    byName.set(key, groups);
    const same = groups.filter((group) => group.every((known) => isSame(known, one)));
    if (same.length === 1) same[0]?.push(one);
    else groups.push([one]);
  }
  for (const group of [...byName.values()].flat()) {
    const [best] = group.toSorted((a, b) => rank(b) - rank(a));
    const [exact] = group.flatMap(({ date }) => (date ? [date] : [])).sort((a, b) => digits(b) - digits(a));
    if (best) yield { telling: best.telling, date: exact };
  }
}

const isClear = ({ edition, year }: Told<unknown>): boolean => edition !== undefined || year !== undefined;

/** A list names it as such, and a number is a part of the name. */
function rank({ isItem, edition }: Told<unknown>): number {
  return (isItem ? 2 : 0) + (edition === undefined ? 0 : 1);
}

/** A day has more of them than a month or a year; letters say the month. */
function digits({ value }: Text): number {
  return value.replace(/[^\p{L}\p{N}]/gu, '').length;
}

/** Of one name, or of the same number or year and of names that differ in "International" alone. */
function isSame(known: Told<unknown>, { name, edition, year }: Told<unknown>): boolean {
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
