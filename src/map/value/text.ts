import { rdf } from '../../rdf/vocabulary.js';
import { linksIn, shapeOf } from '../../value/linked.js';
import { aroundLinks } from '../../value/linked-name.js';
import type { Left, Piece, Range } from '../../value/pieces.js';
import { splitPieces } from '../../value/pieces.js';
import type { ValueTables } from '../../value/tables.js';
import { besideTerms, stateBeside } from './beside.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

/** Words as they are, one literal a listed piece. */
export const textType: ValueType<'text'> = {
  name: 'text',
  description:
    'Words as they are, one literal a listed piece; with `beside`, without what stands in parentheses behind it.',
  options: ['language', 'beside', 'numbers'],
  range: { classes: [], datatypes: [rdf.langString], literal: 'words' },
  emits: besideTerms,
  isListed: true,
  examples: [
    { value: 'drama, [[Salt (genre)|salt]]', states: ['drama', 'salt'] },
    { value: '[[List of salts|salt]], [[List of seas]]', states: ['salt', 'raw List of seas'] },
    { value: '(until 1950)', states: ['raw (until 1950)'] },
    {
      value: 'Salt (1990)<br>Stone (1995)',
      options: { beside: { date: { property: 'schema:startDate' } } },
      states: ['Salt', 'startDate 1990', 'Stone', 'startDate 1995'],
    },
    { value: 'Salt with<br>stone', states: ['raw Salt with', 'raw stone'] },
    { value: '2001, 2004', options: { numbers: true }, states: ['2001', '2004'] },
    { value: 'TBA', states: ['raw TBA'] },
    { value: '"The Salt Town".', options: { beside: {} }, states: ['The Salt Town'] },
    {
      value: 'Salter(s) (in the town)',
      options: { beside: { note: { property: 'schema:description' } } },
      states: ['Salter', 'description in the town', 'description s'],
    },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const shape = shapeOf(text);
    const isNoted = mapping.options.beside !== undefined;
    const left: Left[] = [];
    const found = splitPieces(shape, left)
      .flatMap((piece) =>
        isNoted && piece.notes.length > 0 ? [piece] : sidesOf(shape, piece, draft.mappings.tables, left),
      )
      .map((piece) => ({
        ...(isNoted && 'core' in piece ? bareOf(text.value, piece, left) : whole(piece)),
        value: null,
      }));
    const whys = whyUnread(text.value, found);
    const reading = {
      found: found.filter((_, i) => whys[i] === null),
      unread: found.flatMap((piece, i) => {
        const reason = whys[i];
        return reason ? [{ ...piece, reason }] : [];
      }),
      left,
    };
    for (const { words, notes = [] } of readNamed(field, reading, isNoted, false)) {
      const literal = draft.inLanguage(words.value, mapping.options.language);
      draft.state(subject, mapping.property, literal, words.span, rule);
      if (isNoted) stateBeside(field, { node: subject, words, notes, isKept: true });
    }
  },
};

/** Why pieces are no values of their own; null where they are. */
function whyUnread(text: string, pieces: readonly Range[]): readonly (string | null)[] {
  const words = pieces.map(({ begin, end }) => text.slice(begin, end));
  return words.map((piece, i) => {
    if (piece.startsWith('(')) return 'stands beside a value';
    if (brokenOff.test(piece) || piece.endsWith(':')) return 'breaks off';
    return brokenOff.test(words[i - 1] ?? '') ? 'goes on with what breaks off' : null;
  });
}

/** Words that wait for others: "4-speed manual with". */
const brokenOff = /\S\s+(?:&|and|by|for|from|of|or|the|with)$/i;

const whole = ({ begin, end }: Range): Range => ({ begin, end });

/** Without quotation marks, and without a full stop behind them. */
function bareOf(text: string, { core, notes }: Piece, left: Left[]): Range & Pick<Piece, 'notes'> {
  const words = text.slice(core.begin, core.end);
  const [, open, inside] = /^(["“„«]\s*)([^"“”„«»]+?)\s*["”“»]\.?$/u.exec(words) ?? [];
  if (open === undefined || inside === undefined) return { ...core, notes };
  const begin = core.begin + open.length;
  const end = begin + inside.length;
  const rule = 'quotation-mark';
  left.push({ begin: core.begin, end: begin, rule }, { begin: end, end: core.end, rule });
  return { begin, end, notes };
}

/** Links side by side, or with "and" between them, are one literal each; every other piece is what it says. */
function sidesOf(shape: string, piece: Piece, tables: ValueTables, left: Left[]): readonly (Range | Piece)[] {
  if (linksIn(shape, piece).length < 2 || /[\ue000\ue001]-\ue000/.test(shape)) return [piece];
  const { named, unread, left: between } = aroundLinks(shape, piece, 'person', tables);
  const isAll = unread.length === 0 && named.every(({ notes }) => notes.length === 0);
  if (isAll) left.push(...between);
  return isAll ? named : [piece];
}
