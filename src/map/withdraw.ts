/**
 * The last look at what is stated: what is called by words that name nothing, or by markup, is withdrawn with all that is
 * said of it. Fields ask before they state (no-name.ts); this holds whatever else states, tables, lists and sentences.
 */
import type { NamedNode } from '@rdfjs/types';
import { disambiguator } from '../article/title.js';
import type { Section } from '../article.js';
import { award, rdf, schema } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import { namesNothing } from '../value/nothing.js';
import type { ValueTables } from '../value/tables.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import { holdsMarkup } from './no-name.js';

/** Properties whose words must name something. */
const naming: ReadonlySet<string> = new Set(
  [schema.name, schema.alternateName, schema.characterName, award.category].map(({ value }) => value),
);

/** Of these, a name that names nothing is no name. Parts of the subject are called by the words that tell of them. */
const named: ReadonlySet<string> = new Set(
  [
    schema.Person,
    schema.Organization,
    schema.Place,
    schema.Country,
    schema.Festival,
    schema.CreativeWork,
    award.Body,
  ].map(({ value }) => value),
);

/** What is nothing without the thing that one of these leads to. */
const needed: ReadonlySet<string> = new Set(
  [schema.actor, award.body, schema.location].map(({ value }) => value),
);

export function withdrawNoNames(draft: Draft): void {
  const withdrawn = new Set<string>();
  const isNamed = namedThings(draft);
  for (const statement of draft.statements) {
    if (!naming.has(statement.predicate.value) || statement.object.termType !== 'Literal') continue;
    if (statement.subject.equals(draft.thing) || statement.subject.equals(draft.page)) continue;
    if (withdrawn.has(statement.subject.value)) continue;
    const why = whyWithdrawn(statement, draft, isNamed);
    if (why === null) continue;
    withdrawn.add(statement.subject.value);
    report(draft, statement, why);
  }
  if (withdrawn.size === 0) return;
  const isGone = ({ subject, object }: Statement): boolean =>
    withdrawn.has(subject.value) || (object.termType === 'NamedNode' && withdrawn.has(object.value));
  // A performance without its performer, a recognition without its giver.
  for (const { subject, predicate, object } of draft.statements) {
    if (needed.has(predicate.value) && withdrawn.has(object.value) && !subject.equals(draft.thing))
      withdrawn.add(subject.value);
  }
  draft.keepOnly((statement) => !isGone(statement));
}

/** Looked up once, and only if a name is in doubt. */
function namedThings({ statements }: Draft): (subject: NamedNode) => boolean {
  let things: Set<string> | null = null;
  return ({ value }) => {
    things ??= new Set(
      statements
        .filter(({ predicate, object }) => predicate.equals(rdf.type) && named.has(object.value))
        .map(({ subject }) => subject.value),
    );
    return things.has(value);
  };
}

function whyWithdrawn(
  { subject, object }: Statement,
  draft: Draft,
  isNamed: (subject: NamedNode) => boolean,
): string | null {
  if (holdsMarkup(object.value)) return 'holds markup';
  const { tables } = draft.mappings;
  if (!namesNothing(object.value, tables) || isElsewhere(object.value, tables)) return null;
  // A page that is told from others of its name is about something that is called so.
  const inside = disambiguator(titleOf(subject));
  const isToldApart = inside !== undefined && !object.value.endsWith(`(${inside})`);
  return !isToldApart && isNamed(subject) ? 'names nothing' : null;
}

/** An amount "in other territories" is of a place all the same: without it, it would be the whole. */
function isElsewhere(words: string, { territoryWords }: ValueTables): boolean {
  const [first, second] = words.toLowerCase().split(' ');
  return first === 'other' && territoryWords.has(second ?? '');
}

function titleOf({ value }: NamedNode): string {
  return value.replace(/^.*\//, '').replaceAll('_', ' ');
}

function report(draft: Draft, { object, span, rule }: Statement, why: string): void {
  const message = `${quoted(object.value)} ${why}; it is not stated.`;
  draft.report('unread-text', 'warning', message, span);
  const section = span && draft.article.sections.find((one) => holds(one, span.begin));
  if (section && span) draft.keepUnread(section, { type: 'text', value: object.value, span }, rule);
}

function holds({ span }: Section, at: number): boolean {
  return span.begin <= at && at < span.end;
}
