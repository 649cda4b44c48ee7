import { rdf } from '../../rdf/vocabulary.js';
import { linksIn, shapeOf } from '../../value/linked.js';
import { aroundLinks } from '../../value/linked-name.js';
import type { Left, Range } from '../../value/pieces.js';
import { splitPieces } from '../../value/pieces.js';
import type { ValueTables } from '../../value/tables.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

/** Words as they are, one literal a listed piece. */
export const textType: ValueType<'text'> = {
  name: 'text',
  description: 'Words as they are, one literal a listed piece.',
  options: ['language'],
  range: { classes: [], datatypes: [rdf.langString], literal: 'words' },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: 'drama, [[Salt (genre)|salt]]', states: ['drama', 'salt'] },
    { value: '(until 1950)', states: ['raw (until 1950)'] },
    { value: 'TBA', states: ['raw TBA'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const shape = shapeOf(text);
    const left: Left[] = [];
    const found = splitPieces(shape, left)
      .flatMap((piece) => sidesOf(shape, piece, draft.mappings.tables, left))
      .map(({ begin, end }) => ({ begin, end, value: null }));
    const isAside = ({ begin }: Range): boolean => text.value.charAt(begin) === '(';
    const reading = {
      found: found.filter((piece) => !isAside(piece)),
      unread: found.filter(isAside).map((piece) => ({ ...piece, reason: 'stands beside a value' })),
      left,
    };
    for (const { words } of readNamed(field, reading)) {
      const literal = draft.inLanguage(words.value, mapping.options.language);
      draft.state(subject, mapping.property, literal, words.span, rule);
    }
  },
};

/** Links side by side, or with "and" between them, are one literal each; every other piece is what it says. */
function sidesOf(shape: string, piece: Range, tables: ValueTables, left: Left[]): readonly Range[] {
  if (linksIn(shape, piece).length < 2 || /[\ue000\ue001]-\ue000/.test(shape)) return [piece];
  const { named, unread, left: between } = aroundLinks(shape, piece, 'person', tables);
  const isAll = unread.length === 0 && named.every(({ notes }) => notes.length === 0);
  if (isAll) left.push(...between);
  return isAll ? named : [piece];
}
