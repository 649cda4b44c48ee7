/** One value in several parameters: degrees and minutes, feet and inches, a day and its year. */
import type { Field, Text } from '../../article.js';
import { boxWith, spanning } from '../../article.js';
import type { Claim } from '../claims.js';
import type { FieldValue } from './value-type.js';

/** A parameter that holds a part of a value. */
export interface Part {
  readonly name: string;
  readonly text: Text;
}

/** The parameters of the same box, or of the same part of it, that hold parts of the same value, in order. */
export function partsOf({ draft, key, mapping, text }: FieldValue): Part[] {
  const box = boxWith(draft.article, text);
  const ownerOf = (claim: Claim | undefined): string | null =>
    claim?.sort === 'member' ? `${claim.group.rule} ${claim.number}` : null;
  const owner = ownerOf(draft.kind?.claims.find(key));
  return (box?.fields ?? []).flatMap(({ key, values: [value] }: Field) => {
    const claim = draft.kind?.claims.find(key?.value ?? '');
    const other = claim && 'field' in claim ? claim.field : undefined;
    const isSame = other?.property.equals(mapping.property) && ownerOf(claim) === owner;
    const name = isSame ? other?.options.part : undefined;
    return name !== undefined && value && value.value.trim() !== '' ? [{ name, text: value }] : [];
  });
}

/** How parts are written side by side: "6 ft 5 in", "April 4 1955". Those without the one that leads say nothing. */
const joined: Readonly<
  Record<string, { readonly form: RegExp; readonly unit: string; readonly needs?: string }>
> = {
  feet: { form: /^\d+$/, unit: ' ft' },
  inches: { form: /^\d+(?:\.\d+)?$/, unit: ' in', needs: 'feet' },
  day: { form: /^[\p{L}\d., ]+$/u, unit: '', needs: 'year' },
  year: { form: /^\d{4}$/, unit: '' },
};

/** The field with the words of all parts, as the first of them; null for the others, which the first has stated. */
export function joinParts(field: FieldValue): FieldValue | null {
  const parts = partsOf(field);
  const [first] = parts;
  const names = new Set(parts.map(({ name }) => name));
  const isWhole = parts.every(({ name }) => names.has(joined[name]?.needs ?? name));
  // A part that stands twice, or words for one, say nothing together.
  const isForm = ({ name, text }: Part): boolean => joined[name]?.form.test(text.value.trim()) ?? false;
  const isSimple = names.size === parts.length && parts.every(isForm);
  if (!first || !isWhole || !isSimple) return refuse(field);
  if (parts.length === 1) return field;
  if (first.text !== field.text) return null;
  const value = parts.map(({ name, text }) => text.value.trim() + (joined[name]?.unit ?? '')).join(' ');
  const last = parts.at(-1)?.text ?? first.text;
  return { ...field, text: { type: 'text', value, span: spanning(first.text, last) } };
}

function refuse({ draft, key, text, rule }: FieldValue): null {
  const unread = { begin: 0, end: text.value.length, reason: 'is only a part of a value' };
  draft.unreadField(key, text, unread, rule);
  return null;
}
