/** The values of one field, each read by the type that the mapping gives it. */
import type { NamedNode } from '@rdfjs/types';
import type { Field, Quality, Text } from '../article.js';
import { slice } from '../article.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import type { FieldMapping } from './field-mapping.js';
import { linesAround } from './lines-around.js';
import { whyNoName } from './no-name.js';
import { joinParts } from './value/parts.js';
import { leadsToList } from './value/readings.js';
import { noteUnread } from './value/release.js';
import type { FieldValue } from './value/value-type.js';
import { valueType } from './values.js';

/** How a field is read, and of what its values are stated. */
export interface FieldReading {
  readonly draft: Draft;
  readonly mapping: FieldMapping;
  readonly subject: NamedNode;
  readonly rule: string;
  /** The words that say what the value means, where that is not the label. */
  readonly meaning?: Text | undefined;
}

export function mapValues(reading: FieldReading, { key, values }: Field): void {
  const { draft, mapping, subject, rule } = reading;
  const meaning = reading.meaning ?? key ?? undefined;
  const label = key?.value ?? '';
  for (const [i, text] of values.entries()) {
    const next = values[i + 1];
    if (next && isLabel(text)) draft.leaveNote(text, next);
    else if (isTooLong(text)) {
      const unread = { begin: 0, end: text.value.length, reason: 'is too long for a value' };
      draft.unreadField(label, text, unread, rule);
    } else mapValue({ draft, mapping, subject, rule, meaning, key: label, text });
  }
}

/** Keeps a field as it stands. */
export function keepField(
  { draft, subject }: Pick<FieldReading, 'draft' | 'subject'>,
  { key, values }: Field,
  rule: string,
): void {
  for (const text of values) draft.raw(subject, key?.value ?? '', text, rule);
}

/** The same for a field that no mapping claims, with the things that its links lead to. */
export function keepUnmapped(
  { draft, subject }: Pick<FieldReading, 'draft' | 'subject'>,
  field: Field,
  rule: string,
): void {
  keepField({ draft, subject }, field, rule);
  for (const text of field.values) {
    for (const { begin, end, target } of text.links ?? []) {
      const words = slice(text, begin, end);
      // A link into a part of a page leads to no thing, and neither does one to a list.
      const leadsToOther =
        target !== undefined &&
        !target.includes('#') &&
        target !== draft.article.name &&
        !leadsToList(words, draft.mappings.topics);
      if (leadsToOther && whyNoName(words, draft.mappings.tables) === null)
        draft.rawThing(subject, field.key?.value ?? '', words, rule);
    }
  }
}

/** A line with a template that is not known says nothing that can be read, over however many lines the template stands. */
function mapValue(field: FieldValue): void {
  const { draft, mapping, key, text, rule } = field;
  const type = valueType(mapping.value);
  if (pointsElsewhere(text, draft.article.name)) {
    draft.unreadField(
      key,
      text,
      { begin: 0, end: text.value.length, reason: 'only says where to look' },
      rule,
    );
    return;
  }
  if (numeric.has(mapping.value) && mayBeTwoNumbers(text.value, draft)) {
    const reason = 'may be either of two numbers';
    draft.unreadField(key, text, { begin: 0, end: text.value.length, reason }, rule);
    return;
  }
  const isParted = ({ begin, end, isWikitext }: Quality): boolean =>
    isWikitext === true && (type.isListed || text.value.slice(begin, end).includes('\n'));
  if (!text.qualities?.some(isParted)) {
    const whole = mapping.options.part !== undefined && joins.has(mapping.value) ? joinParts(field) : field;
    if (whole) type.map(whole);
    return;
  }
  for (const { begin, end, isRead } of linesAround(text)) {
    const words = slice(text, begin, end);
    if (words.value === '') continue;
    if (isRead) type.map({ ...field, text: words });
    else {
      const unread = { begin: 0, end: words.value.length, reason: 'holds a template that is not known' };
      noteUnread({ draft, mapping, text: words }, [unread]);
      draft.unreadField(key, words, unread, rule);
    }
  }
}

/** Types whose values may stand in several parameters, to be read as if they stood in one. */
const joins: ReadonlySet<string> = new Set(['quantity', 'date']);

/** Types whose values are numbers. */
const numeric: ReadonlySet<string> = new Set(['money', 'quantity', 'count', 'integer', 'number-or-names']);

/** Whether a point or comma may part thousands or decimals: in an article in German, "1,500" is either. */
function mayBeTwoNumbers(value: string, { options, mappings }: Draft): boolean {
  const [language = ''] = options.language.split('-', 1);
  return (
    mappings.tables.decimalCommas.has(language) && /(?<![\d.,])\d{1,3}[.,]\d{3}(?![\d.,]*\d)/.test(value)
  );
}

/** Whether a value only leads to where it is told: "See: [[Religion of Ann Lee]]", "[[#Brands|Brands]]". */
function pointsElsewhere({ value, links = [] }: Text, page: string): boolean {
  const [first] = links;
  if (!first) return false;
  const [begin] = /^see(?: also)?:?\s+/i.exec(value) ?? [];
  if (begin !== undefined && first.begin === begin.length) return true;
  const isWhole = first.begin === 0 && first.end === value.length;
  const [target = '', section] = first.target?.split('#') ?? [];
  return isWhole && section !== undefined && (target === '' || target === page);
}

/** Whether a value only heads those behind it: "Songs:". */
function isLabel({ value }: Text): boolean {
  return /^\p{L}[\p{L}' ]{0,40}:$/u.test(value);
}
