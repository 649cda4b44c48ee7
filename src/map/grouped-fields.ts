/** Fields that belong together: those of one number become one part of the subject. */
import type { NamedNode } from '@rdfjs/types';
import type { Field, Text } from '../article.js';
import { slice } from '../article.js';
import { entry } from '../entry.js';
import { matchesOf } from '../value/matches.js';
import { namesNothing } from '../value/nothing.js';
import type { ValueTables } from '../value/tables.js';
import type { Claim, Group } from './claims.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { idWords } from './field-mapping.js';
import { mapValues } from './field-values.js';
import { holdsMarkup } from './no-name.js';

type Membership = Extract<Claim, { sort: 'member' }>;

interface Member {
  readonly mapping: FieldMapping;
  readonly field: Field;
}

/** The fields of one box that belong to groups. */
export class GroupedFields {
  private readonly groups = new Map<Group, Map<string, Member[]>>();

  add({ group, number, field: mapping }: Membership, field: Field): void {
    entry(entry(this.groups, group, newMembers), number, (): Member[] => []).push({ mapping, field });
  }

  /** States each, group by group as the article begins them, and in the order of their numbers. */
  map(draft: Draft, subject: NamedNode): void {
    for (const [group, numbered] of this.groups) {
      const inOrder = [...numbered].sort(([a], [b]) => Number(a || -1) - Number(b || -1));
      for (const [, members] of inOrder)
        for (const row of group.aligned ? rowsOf(draft, group, members) : [members])
          mapGroup(draft, subject, group, row);
    }
  }
}

const newMembers = (): Map<string, Member[]> => new Map();

/** A part of the subject, if anything can be said of it; what cannot be read of it is kept as it stands. */
function mapGroup(draft: Draft, subject: NamedNode, group: Group, members: readonly Member[]): void {
  const names = namesOf(draft, group, members);
  const [name] = names;
  const isNeeded = ({ mapping }: Member): boolean => group.needs.includes(mapping.id);
  if (!name || (group.needs.length > 0 && !members.some(isNeeded))) {
    for (const { mapping, field } of members) keepUnread(draft, field, `${group.rule}/${mapping.id}`);
    return;
  }
  const node = draft.part(idWords(group.id), ...names.map(({ value }) => value));
  const count = draft.statements.length;
  const read = ({ mapping, field }: Member): void =>
    mapValues({ draft, mapping, subject: node, rule: `${group.rule}/${mapping.id}` }, field);
  const hasFact = (): boolean =>
    draft.statements.slice(count).some((statement) => statement.subject.equals(node));
  for (const member of members) if (isNeeded(member)) read(member);
  const others = members.filter((member) => !isNeeded(member));
  if (group.needs.length > 0 && !hasFact()) {
    for (const { mapping, field } of others) keepUnread(draft, field, `${group.rule}/${mapping.id}`);
    return;
  }
  for (const member of others) read(member);
  if (!hasFact()) return;
  draft.stateBefore(count, () => {
    draft.state(subject, group.property, node, name.span, group.rule);
    draft.describe(node, group.class, name, group.rule);
  });
}

/**
 * The lines of fields that list several values, side by side: "years = 1990–1993<br>1993–1995" beside two clubs. A field of
 * another number of lines says of none which it is about.
 */
function rowsOf(draft: Draft, group: Group, members: readonly Member[]): readonly (readonly Member[])[] {
  const listed = members.map((member) => ({ member, lines: linesOf(member.field) }));
  const naming = listed.find(({ member }) => group.name.includes(member.mapping.id));
  const count = naming?.lines.length ?? 1;
  if (count < 2) return [members];
  const rows: Member[][] = Array.from({ length: count }, () => []);
  for (const { member, lines } of listed) {
    const { mapping, field } = member;
    if (lines.length !== count)
      keepUnread(
        draft,
        field,
        `${group.rule}/${mapping.id}`,
        'has another number of lines than what it belongs to',
      );
    else
      for (const [i, line] of lines.entries())
        rows[i]?.push({ mapping, field: { ...field, values: [line] } });
  }
  return rows;
}

function linesOf({ values }: Field): readonly Text[] {
  return values.flatMap((text) =>
    matchesOf(/[^\n]+/g, text.value).map(({ 0: line, index }) => slice(text, index, index + line.length)),
  );
}

function keepUnread(
  draft: Draft,
  { key, values }: Field,
  rule: string,
  reason = 'belongs to nothing that was read',
): void {
  for (const text of values) {
    const unread = { begin: 0, end: text.value.length, reason };
    draft.unreadField(key?.value ?? '', text, unread, rule);
  }
}

/** The words that it is called by: of the fields that name it, else of the first that has any. */
function namesOf(draft: Draft, { name }: Group, members: readonly Member[]): Text[] {
  const { tables } = draft.mappings;
  const wordsOf = ({ field }: Member): Text[] => {
    const [text] = field.values;
    if (!text || isTooLong(text)) return [];
    // An arrow before the name of a club is how boxes mark that somebody was lent to it.
    const [mark, line = ''] = /^[→•\s]*([^\n]*)/.exec(text.value) as RegExpExecArray;
    const words = slice(text, mark.length - line.length, mark.length);
    return isCalled(words, tables) ? [words] : [];
  };
  const naming = name.flatMap((id) => members.filter(({ mapping }) => mapping.id === id));
  const found = naming.flatMap(wordsOf);
  return found.length > 0 ? found : members.flatMap(wordsOf).slice(0, 1);
}

/** A number is no name, but what a part may be told by. */
function isCalled({ value }: Text, tables: ValueTables): boolean {
  return value !== '' && !holdsMarkup(value) && (/\d/.test(value) || !namesNothing(value, tables));
}
