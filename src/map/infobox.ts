/** Infobox fields, one by one: those that the kind's mapping claims by their value's type, all others as they stand. */
import type { NamedNode } from '@rdfjs/types';
import type { Field, Infobox, Text } from '../article.js';
import { linkOf } from '../article.js';
import { schema } from '../rdf/vocabulary.js';
import { readCountries } from '../value/country.js';
import type { Claim } from './claims.js';
import { classByWords } from './class-by-words.js';
import type { Kind } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { isTooLong, quoted } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { keepField, keepUnmapped, mapValues } from './field-values.js';
import { GroupedFields } from './grouped-fields.js';
import { agents } from './known-agents.js';
import { labelKey } from './label-key.js';
import { namesIn } from './names-in.js';
import { whyNoName } from './no-name.js';
import { PairedFields } from './paired-fields.js';
import { mapPictures } from './pictures.js';
import type { KindSigns } from './topics.js';

export const emits = { classes: [schema.Thing], properties: [schema.mentions] };

export function mapInfoboxes(draft: Draft): void {
  const [own, ...embedded] = boxesOfSubject(draft);
  if (!own) return;
  const others = draft.article.infoboxes.slice(1);
  const boxes = [own, ...embedded].map((box) => ({ box, kinds: kindsOf(draft, box) }));
  for (const { box, kinds } of boxes) collectContext(draft, box, kinds);
  for (const { box, kinds } of boxes) mapBox(draft, box, kinds, draft.thing);
  // It may be called otherwise than the thing is: kept as it stands.
  for (const { title } of embedded) if (title) draft.raw(draft.thing, 'name', title, 'article/field');
  for (const other of others) if (!embedded.includes(other)) mapOther(draft, other);
}

/** The first box, and those that go on about the same thing. */
export function boxesOfSubject(draft: Draft): readonly Infobox[] {
  const [own, ...others] = draft.article.infoboxes;
  if (!own) return [];
  return [own, ...others.filter((box) => isPart(draft, box) || isEmbedded(draft, box, own))];
}

/** Whether the kind says that such a box is about the same thing. */
function isPart({ kind }: Draft, { template }: Infobox): boolean {
  return kind?.parts.has(labelKey(template?.value ?? '')) ?? false;
}

/** The kinds by which a box of the subject is read: the one whose box it is, then the subject's own. */
function kindsOf({ kind, mappings }: Draft, { template }: Infobox): readonly Kind[] {
  if (!kind) return [];
  const key = labelKey(template?.value ?? '');
  const other = mappings.kindNamed.get(mappings.topics.boxes.get(key)?.kind?.name ?? '');
  if (!other || other === kind) return [kind];
  return kind.parts.has(key) || areOfOneRoot(kind, other.file) ? [other, kind] : [kind];
}

/** Whether two kinds are sorts of the same: who holds an office may be a footballer as well. */
function areOfOneRoot({ file: one }: Kind, { line }: Pick<KindSigns, 'line'>): boolean {
  return one.line.at(-1) === line.at(-1);
}

function claimOf(kinds: readonly Kind[], key: string): Claim | undefined {
  for (const { claims } of kinds) {
    const claim = claims.find(key);
    if (claim) return claim;
  }
  return undefined;
}

/**
 * A box inside another is about the same thing if it is one for any kind of thing, such as one of titles in other
 * languages; or if it says that it goes on with the other and is for things of the same kind, or of one that is a sort of the
 * same. Where the kind is not known, all fields are kept as they stand.
 */
function isEmbedded(
  { mappings, kind }: Draft,
  { span, fields, template }: Infobox,
  { span: around, template: own }: Infobox,
): boolean {
  const { embedded } = mappings.templates.infobox;
  const key = labelKey(template?.value ?? '');
  const isOpen = kind !== null && mappings.topics.silentBoxes.has(key);
  const other = mappings.topics.boxes.get(key)?.kind;
  const isRelated = kind !== null && other !== null && other !== undefined && areOfOneRoot(kind, other);
  const isOfKind = !kind || isOpen || isRelated || key === labelKey(own?.value ?? '');
  const says = ({ key, values }: Field): boolean =>
    embedded.includes(key?.value.toLowerCase() ?? '') && values[0]?.value.toLowerCase() === 'yes';
  const isInside = span.begin > around.begin && span.end < around.end;
  return isInside && isOfKind && (isOpen || fields.some(says));
}

function mapBox(draft: Draft, box: Infobox, kinds: readonly Kind[], subject: NamedNode): void {
  const groups = new GroupedFields();
  const pairs = new PairedFields();
  const pictures = mapPictures(draft, box, subject);
  for (const field of box.fields) {
    if (pictures.has(field)) continue;
    const key = field.key?.value ?? '';
    const claim = claimOf(kinds, key);
    if (field.values.length === 0)
      draft.report('empty-field', 'info', `${quoted(key)} has no value.`, field.span);
    else if (claim?.sort === 'field')
      mapValues(
        { draft, mapping: claim.field, subject, rule: claim.rule },
        asOther(draft, field, claim.field, (id) => fieldOf(box, kinds, id)),
      );
    else if (claim?.sort === 'member') groups.add(claim, field);
    else if (claim?.sort === 'pair') pairs.add(claim, field);
    else if (claim?.sort === 'ignored') keepField({ draft, subject }, field, claim.rule);
    else {
      keepUnmapped({ draft, subject }, field, 'article/field');
      const message = `No mapping claims the field ${quoted(key)}; kept under raw:.`;
      draft.report('unmapped-field', 'info', message, field.key?.span ?? field.span, key);
    }
  }
  groups.map(draft, subject);
  pairs.map(draft, subject);
}

/** The first field of a box that is claimed by an id. */
function fieldOf(box: Infobox, kinds: readonly Kind[], id: unknown): Field | undefined {
  return box.fields.find(({ key, values }) => {
    const claim = claimOf(kinds, key?.value ?? '');
    return values.length > 0 && claim?.sort === 'field' && claim.field.id === id;
  });
}

/** A field that only says that its value is another's: the largest city is the "capital". */
function asOther(
  draft: Draft,
  field: Field,
  { options }: FieldMapping,
  find: (id: unknown) => Field | undefined,
): Field {
  const [only] = field.values;
  const id = field.values.length === 1 ? options.as?.get(only?.value.toLowerCase() ?? '') : undefined;
  const other = id === undefined ? undefined : find(id);
  if (!only || !other) return field;
  draft.leaveOut(only, [{ begin: 0, end: only.value.length, rule: 'other-field' }]);
  return { ...field, values: other.values };
}

/** What some fields say decides how others are read: whose dollars these are, who is a company. */
function collectContext(draft: Draft, infobox: Infobox, kinds: readonly Kind[]): void {
  const { tables } = draft.mappings;
  const { countries, organisations, people } = draft.recall(agents);
  for (const { mapping, text } of claimed(infobox, kinds)) {
    if (mapping.value === 'country') {
      for (const { value } of readCountries(text.value, tables, text).found) countries.push(value.name);
    } else if (mapping.value === 'organisation') {
      for (const { value } of namesIn(text, 'organisation', tables).found) organisations.add(value);
    } else if (mapping.value === 'person') {
      for (const { value } of namesIn(text, 'person', tables).found) people.add(value);
    }
  }
}

function* claimed(
  infobox: Infobox,
  kinds: readonly Kind[],
): Generator<{ mapping: FieldMapping; text: Text }> {
  for (const field of infobox.fields) {
    const claim = claimOf(kinds, field.key?.value ?? '');
    if (!claim || !('field' in claim)) continue;
    for (const text of field.values) if (!isTooLong(text)) yield { mapping: claim.field, text };
  }
}

/** A second infobox is about something else, such as a soundtrack; its fields are that thing's. */
function mapOther(draft: Draft, infobox: Infobox): void {
  const name = nameOf(draft, infobox);
  if (!name) {
    draft.report(
      'unread-value',
      'warning',
      'The box has nothing that could name it; it is left out.',
      infobox.span,
    );
    return;
  }
  if (mapInner(draft, infobox, name)) return;
  const node = draft.part('infobox', name.value);
  keepTitle(draft, infobox, node, name);
  draft.describe(node, schema.Thing, name, 'article/infobox');
  draft.state(draft.page, schema.mentions, node, name.span, 'article/infobox');
  for (const field of infobox.fields) keepUnmapped({ draft, subject: node }, field, 'article/field');
  const message = `The box ${quoted(name.value)} is about something else; its fields are kept under raw: of that.`;
  draft.report('other-infobox', 'info', message, name.span);
}

/** A box of which the kind says what it is about: a thing of its own, read as its kind is. */
function mapInner(draft: Draft, infobox: Infobox, name: Text): boolean {
  const inner = draft.kind?.within.get(labelKey(infobox.template?.value ?? ''));
  const kind = inner && draft.mappings.kindNamed.get(inner.kind);
  if (!inner || !kind) return false;
  const rule = `${draft.kind?.name}/within/${kind.name}`;
  const isPage = linkOf(name)?.target !== undefined;
  const type = classByWords([infobox], kind)?.class ?? kind.class;
  // A box without a name of its own is called as the article's first box is.
  const called = name === infobox.template ? (draft.article.infoboxes[0]?.title ?? name) : name;
  const node = isPage ? draft.named(name, type, rule) : draft.part(kind.name, called.value);
  draft.state(draft.thing, inner.property, node, called.span, rule);
  if (!isPage) draft.describe(node, type, called, rule);
  keepTitle(draft, infobox, node, name);
  draft.keepWith(node, () => mapBox(draft, infobox, [kind], node));
  return true;
}

/** A title that names nothing, such as "TBA", is kept as it stands. */
function keepTitle(draft: Draft, { title }: Infobox, node: NamedNode, name: Text): void {
  if (title && title !== name) draft.raw(node, 'name', title, 'article/field');
}

/** What a box is called: its title, its template, else the first of its words that can be a name. */
function nameOf(draft: Draft, { title, template, fields }: Infobox): Text | undefined {
  const keys = fields.map(({ key }) => key);
  return [title, template, ...keys, ...fields.flatMap(({ values }) => values)].find(
    (words): words is Text =>
      words !== null && words.value !== '' && whyNoName(words, draft.mappings.tables) === null,
  );
}
