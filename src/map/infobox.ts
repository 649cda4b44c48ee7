/** Infobox fields, one by one: those that the kind's mapping claims by their value's type, all others as they stand. */
import type { Field, Infobox, Text } from '../article.js';
import { slice } from '../article.js';
import { schema } from '../rdf/vocabulary.js';
import { readCountries } from '../value/country.js';
import type { FieldMapping } from './compile-mappings.js';
import type { Draft } from './draft.js';
import { isTooLong, quoted } from './draft.js';
import { agents } from './known-agents.js';
import { labelKey } from './label-key.js';
import { linesAround } from './lines-around.js';
import { namesIn } from './names-in.js';
import type { FieldValue } from './value/value-type.js';
import { valueType } from './values.js';

export const emits = { classes: [schema.Thing], properties: [schema.mentions] };

export function mapInfoboxes(draft: Draft): void {
  const [own, ...others] = draft.article.infoboxes;
  if (!own) return;
  const embedded = others.filter((box) => isEmbedded(draft, box, own));
  for (const box of [own, ...embedded]) collectContext(draft, box);
  for (const { fields } of [own, ...embedded]) for (const field of fields) mapField(draft, field);
  // It may be called otherwise than the thing is: kept as it stands.
  for (const { title } of embedded) if (title) draft.raw(draft.thing, 'name', title, 'article/field');
  for (const other of others) if (!embedded.includes(other)) mapOther(draft, other);
}

/**
 * A box inside another is about the same thing if it is one for any kind of thing, such as one of titles in other
 * languages; or if it says that it goes on with the other and is for things of the same kind. Where the kind is not
 * known, all fields are kept as they stand.
 */
function isEmbedded(
  { mappings, kind }: Draft,
  { span, fields, template }: Infobox,
  { span: around, template: own }: Infobox,
): boolean {
  const { embedded } = mappings.templates.infobox;
  const key = labelKey(template?.value ?? '');
  const isOpen = kind?.openBoxes.has(key) ?? false;
  const isOfKind = !kind || isOpen || kind.boxes.has(key) || key === labelKey(own?.value ?? '');
  const says = ({ key, values }: Field): boolean =>
    embedded.includes(key?.value.toLowerCase() ?? '') && values[0]?.value.toLowerCase() === 'yes';
  const isInside = span.begin > around.begin && span.end < around.end;
  return isInside && isOfKind && (isOpen || fields.some(says));
}

function mapField(draft: Draft, field: Field): void {
  const key = field.key?.value ?? '';
  const mapping = draft.fieldMapping(key);
  if (field.values.length === 0) {
    draft.report('empty-field', 'info', `${quoted(key)} has no value.`, field.span);
    return;
  }
  if (mapping) {
    const rule = `${draft.kind?.name}/fields/${mapping.id}`;
    for (const [i, text] of field.values.entries()) {
      const next = field.values[i + 1];
      if (next && isLabel(text)) draft.leaveNote(text, next);
      else if (isTooLong(text)) {
        const unread = { begin: 0, end: text.value.length, reason: 'is too long for a value' };
        draft.unreadField(key, text, unread, rule);
      } else mapValue({ draft, mapping, subject: draft.thing, key, text, rule });
    }
    return;
  }
  const isIgnored = draft.kind?.ignored.has(labelKey(key)) ?? false;
  const rule = isIgnored ? `${draft.kind?.name}/ignore` : 'article/field';
  for (const text of field.values) draft.raw(draft.thing, key, text, rule);
  if (isIgnored) return;
  const message = `No mapping claims the field ${quoted(key)}; kept under raw:.`;
  draft.report('unmapped-field', 'info', message, field.key?.span ?? field.span, key);
}

/** A line with a template that is not known says nothing that can be read, over however many lines the template stands. */
function mapValue(field: FieldValue): void {
  const { draft, mapping, key, text, rule } = field;
  const type = valueType(mapping.value);
  if (!type.isListed || !text.qualities?.some(({ isWikitext }) => isWikitext)) {
    type.map(field);
    return;
  }
  for (const { begin, end, isRead } of linesAround(text)) {
    const words = slice(text, begin, end);
    if (words.value === '') continue;
    if (isRead) type.map({ ...field, text: words });
    else {
      const unread = { begin: 0, end: words.value.length, reason: 'holds a template that is not known' };
      draft.unreadField(key, words, unread, rule);
    }
  }
}

/** Whether a value only heads those behind it: "Songs:". */
function isLabel({ value }: Text): boolean {
  return /^\p{L}[\p{L}' ]{0,40}:$/u.test(value);
}

/** What some fields say decides how others are read: whose dollars these are, who is a company. */
function collectContext(draft: Draft, infobox: Infobox): void {
  const { tables } = draft.mappings;
  const { countries, organisations, people } = draft.recall(agents);
  for (const { mapping, text } of claimed(draft, infobox)) {
    if (mapping.value === 'country') {
      for (const { value } of readCountries(text.value, tables, text).found) countries.push(value.name);
    } else if (mapping.value === 'organisation') {
      for (const { value } of namesIn(text, 'organisation', tables).found) organisations.add(value);
    } else if (mapping.value === 'person') {
      for (const { value } of namesIn(text, 'person', tables).found) people.add(value);
    }
  }
}

function* claimed(draft: Draft, infobox: Infobox): Generator<{ mapping: FieldMapping; text: Text }> {
  for (const field of infobox.fields) {
    const mapping = draft.fieldMapping(field.key?.value ?? '');
    if (mapping) for (const text of field.values) if (!isTooLong(text)) yield { mapping, text };
  }
}

/** A second infobox is about something else, such as a soundtrack; its fields are that thing's. */
function mapOther(draft: Draft, infobox: Infobox): void {
  const name = infobox.title ?? infobox.template ?? infobox.fields.find(({ key }) => key)?.key;
  if (!name) return;
  const node = draft.part('infobox', name.value);
  draft.describe(node, schema.Thing, name, 'article/infobox');
  draft.state(draft.page, schema.mentions, node, name.span, 'article/infobox');
  for (const field of infobox.fields) {
    for (const text of field.values) draft.raw(node, field.key?.value ?? '', text, 'article/field');
  }
  const message = `The box ${quoted(name.value)} is about something else; its fields are kept under raw: of that.`;
  draft.report('other-infobox', 'info', message, name.span);
}
