/** What stands beside a value: each goes to the property that the field names for its sort, or is reported. */
import type { Literal, NamedNode } from '@rdfjs/types';
import type { Text } from '../../article.js';
import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { article, schema, xsd } from '../../rdf/vocabulary.js';
import type { Aside } from '../../value/aside.js';
import { readAside } from '../../value/aside.js';
import type { Range } from '../../value/pieces.js';
import { splitPieces } from '../../value/pieces.js';
import { agents } from '../known-agents.js';
import type { BesideSort } from '../value-options.js';
import { numberLiteral } from './money.js';
import { hintsOf, namedPlace, statePlace } from './named-place.js';
import { outward } from './place.js';
import { dateLiteral } from './release.js';
import type { FieldValue } from './value-type.js';

/** What mappers that read what stands beside their values may state. */
export const besideTerms = {
  classes: [schema.Place, schema.Country],
  properties: [schema.name, schema.containedInPlace, article.asOf],
} as const;

/** A value of a field, and what stands beside it. */
export interface Beside {
  /** What the properties of what stands beside it are of. */
  readonly node: NamedNode;
  /** The value's own words. */
  readonly words: Text;
  readonly notes: readonly Range[];
  /** The property of the date at which the value was true, where the field names none. */
  readonly asOf?: NamedNode;
  /** Whether the whole field is kept too where something beside the value has no property. */
  readonly isKept: boolean;
}

/** States what stands beside a value. */
export function stateBeside(field: FieldValue, { node, words, notes, asOf, isKept }: Beside): void {
  const { draft, text, rule } = field;
  const properties = { ...(asOf ? { date: asOf } : {}), ...field.mapping.options.beside };
  let isLeft = false;
  for (const note of notes) {
    const range = withoutDash(text.value, note);
    draft.leaveOut(text, [{ begin: note.begin, end: range.begin, rule: 'separator' }]);
    let from = range.begin;
    for (const part of partsOf(field, range)) {
      draft.leaveOut(text, [{ begin: from, end: part.begin, rule: 'separator' }]);
      from = part.end;
      const said = slice(text, part.begin, part.end);
      if (stateAside(field, node, said, asideOf(field, range, said), properties)) continue;
      draft.leaveNote(said, words);
      isLeft = true;
    }
  }
  if (isLeft && isKept) draft.keepWhole(field.key, text, rule);
}

/** "Ann Lee – mother": the dash says no more than parentheses do. */
function withoutDash(text: string, { begin, end }: Range): Range {
  const [dash] = /^\s*[-–—:]\s+/.exec(text.slice(begin, end)) ?? [''];
  return { begin: begin + dash.length, end };
}

type Properties = { readonly [Sort in BesideSort]?: NamedNode };

/** A note is one thing, or several with commas between them of which each is known for what it is: "PhD, 1813". */
function partsOf(field: FieldValue, note: Range): readonly Range[] {
  const words = slice(field.text, note.begin, note.end);
  if (asideOf(field, note, words).sort !== 'words') return [note];
  const pieces = splitPieces(words.value).map(({ begin, end }) => ({
    begin: note.begin + begin,
    end: note.begin + end,
  }));
  const isSorted = pieces.some(
    ({ begin, end }) => asideOf(field, note, slice(field.text, begin, end)).sort !== 'words',
  );
  return isSorted ? pieces : [note];
}

function asideOf({ draft, text, mapping }: FieldValue, note: Range, said: Text): Aside {
  const { tables } = draft.mappings;
  const isOutside = text.value.charAt(note.begin - 1) !== '(';
  return readAside(said.value, tables, {
    isPlaceLike: isOutside && mapping.options.beside?.place !== undefined,
    hints: { ...hintsOf(said), countries: draft.recall(agents).countries },
  });
}

/** Whether there is a property for it. */
function stateAside(
  { draft, rule }: FieldValue,
  node: NamedNode,
  said: Text,
  aside: Aside,
  properties: Properties,
): boolean {
  const state = (sort: BesideSort, object: Literal): boolean => {
    const property = properties[sort];
    if (property) draft.state(node, property, object, said.span, rule);
    return property !== undefined;
  };
  const asWords = (): boolean => state('role', draft.words(said)) || state('note', draft.words(said));
  switch (aside.sort) {
    case 'share':
      return state('share', numberLiteral(aside.value));
    case 'age':
      return state('age', literal(aside.value, xsd.integer));
    case 'date':
      return state('date', dateLiteral(aside.value)) || state('note', draft.words(said));
    case 'period': {
      const { start, end } = aside;
      if ((start && !properties.start) || (end && !properties.end)) return state('note', draft.words(said));
      if (start) state('start', dateLiteral(start));
      if (end) state('end', dateLiteral(end));
      return true;
    }
    case 'place': {
      const property = properties.place;
      if (!property) return asWords();
      const reading = { found: aside.places, unread: [], left: [] };
      for (const place of outward(said.value, reading).found) {
        const object = statePlace(draft, namedPlace(said, place), rule);
        draft.state(node, property, object, said.span, rule);
      }
      return true;
    }
    case 'words':
      return asWords();
  }
}
