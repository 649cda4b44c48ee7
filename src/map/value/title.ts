import type { Text } from '../../article.js';
import { qualityOf, slice } from '../../article.js';
import { undetermined } from '../../rdf/language-tag.js';
import { rdf, schema } from '../../rdf/vocabulary.js';
import type { Found, Left, Piece, Range, Reading, Unread } from '../../value/pieces.js';
import { matchBrackets, titlePiece, trimRange } from '../../value/pieces.js';
import { singular } from '../../value/singular.js';
import { isForeign } from '../foreign-script.js';
import { besideTerms, stateBeside } from './beside.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

/** A title: the whole value, since titles hold commas; or several, where the source says of which languages they are. */
export const titleType: ValueType<'title'> = {
  name: 'title',
  description: 'A title: the whole value, or several where the source says of which languages they are.',
  options: ['language', 'numbers', 'beside'],
  range: { classes: [], datatypes: [rdf.langString], literal: 'words' },
  emits: { classes: besideTerms.classes, properties: [schema.name, ...besideTerms.properties] },
  isListed: true,
  examples: [
    { value: 'Salt, Stone and Sea', states: ['Salt, Stone and Sea'] },
    { value: '盐', options: { language: 'zh' }, states: ['盐@zh'] },
    { value: "''Salt''<br>''Salt and Sea''", states: ['Salt', 'Salt and Sea'] },
    { value: 'Ships:<br>94 of the line', states: ['94 of the line', 'raw Ships:'] },
    { value: '80,000', options: { numbers: true }, states: ['80,000'] },
    { value: '80,000', states: ['raw 80,000'] },
    { value: 'Salt School<br>for the Sea', states: ['Salt School for the Sea'] },
    { value: '"Salt" (7")<br>"Sea" (12")', states: ['"Salt" (7")', '"Sea" (12")'] },
    { value: 'Salt School (1901–1920)', states: ['Salt School (1901–1920)'] },
    {
      value: '1901–1920: Salt School<br>Sea School, Oslo (1920–1950)',
      options: { beside: {} },
      states: ['Salt School', 'raw 1901–1920: Salt School\nSea School, Oslo (1920–1950)', 'Sea School, Oslo'],
    },
    {
      value: 'Salt: A Review (1990)',
      options: { beside: {} },
      states: ['Salt: A Review', 'raw Salt: A Review (1990)'],
    },
    {
      value: 'Salt School, Sea School',
      options: { beside: {} },
      label: 'former names',
      states: ['raw Salt School, Sea School'],
    },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const isNoted = mapping.options.beside !== undefined;
    const reading = isNoted ? namesOf(text, singular(field.key) !== field.key) : titlesOf(text);
    for (const { words, notes = [] } of readNamed(field, reading, isNoted, false)) {
      const own = mapping.options.language ?? (isForeign(words.value, draft) ? undetermined : undefined);
      const language = qualityOf(words)?.language ?? own;
      const title = words.value.replace(/\s*[\r\n]\s*/g, ' ');
      draft.state(subject, mapping.property, draft.inLanguage(title, language), words.span, rule);
      if (isNoted) stateBeside(field, { node: subject, words, notes, isKept: true });
    }
  },
};

/** Each line is a title of its own, or titles of several languages. */
function titlesOf(text: Text): Reading<null> {
  const left: Left[] = [];
  const found: Found<null>[] = [];
  const unread: Unread[] = [];
  for (const line of linesOf(text.value, left)) {
    const words = slice(text, line.begin, line.end);
    const range = ({ begin, end }: Range): Range => ({ begin: begin + line.begin, end: end + line.begin });
    // "(The Sea)" below a title may be a translation as well as a note.
    if (/^\(.*\)$/s.test(words.value)) unread.push({ ...line, reason: 'stands beside a title' });
    else if (/^\p{L}[^:]*:$/u.test(words.value)) unread.push({ ...line, reason: 'only heads what follows' });
    else {
      const titles = titlesIn(words);
      found.push(
        ...titles.found.map((title) => ({
          ...title,
          ...range(title),
          notes: (title.notes ?? []).map(range),
        })),
      );
      left.push(...titles.left.map((sign) => ({ ...sign, ...range(sign) })));
    }
  }
  return { found, unread, left };
}

/**
 * Each line is a name, and beside it stands what is said of it.
 *
 * @param areSeveral whether the field may list names side by side: then commas may part them, or belong to one
 */
function namesOf({ value }: Text, areSeveral: boolean): Reading<null> {
  const left: Left[] = [];
  const pieces = linesOf(value, left).map((line) => titlePiece(value, line, left));
  const isName = ({ core }: Piece): boolean => core.begin < core.end;
  const mayBeSeveral = ({ core }: Piece): boolean =>
    areSeveral && value.slice(core.begin, core.end).includes(', ');
  const refused = (some: readonly Piece[], reason: string): Unread[] =>
    some.map(({ begin, end, notes }) => ({ begin, end, reason, notes }));
  return {
    found: pieces
      .filter((piece) => isName(piece) && !mayBeSeveral(piece))
      .map(({ core, notes }) => ({ ...core, value: null, notes })),
    unread: [
      ...refused(
        pieces.filter((piece) => !isName(piece)),
        'stands beside a name',
      ),
      ...refused(pieces.filter(mayBeSeveral), 'may be one name or several'),
    ],
    left,
  };
}

/** How a line begins that only goes on with the one above: "Member of the Assembly" above "for Salt Coast". */
const goesOn = /^\s*(?:for|of|from|in|to|at|on|and|with|under|&)\s/;

/** The lines of a value; a line break in parentheses or quotation marks ends none. */
function linesOf(value: string, left: Left[]): Range[] {
  const { closeOf } = matchBrackets(value);
  const lines: Range[] = [];
  let begin = 0;
  for (const { index, 0: mark } of value.matchAll(/\r\n?|\n|<br[^<>]*>/gi)) {
    const isInside = [...closeOf].some(([open, close]) => open < index && index < close);
    if (isInside || goesOn.test(value.slice(index + mark.length))) continue;
    lines.push(trimRange(value, begin, index));
    begin = index + mark.length;
    left.push({ begin: index, end: begin, rule: 'tag' });
  }
  lines.push(trimRange(value, begin, value.length));
  return lines.filter((line) => line.begin < line.end);
}

/** "Seven Tides (七つの潮, Nanatsu no Shio)" are three titles; a word with a colon before one is a label. */
function titlesIn({ value, qualities = [] }: Text): Reading<null> {
  const told = qualities.filter(({ language }) => language !== undefined);
  const [first] = told;
  if (!first) return { found: [{ begin: 0, end: value.length, value: null }], unread: [], left: [] };
  const before = /^[^\p{L}\p{N}]*(.*?)[\s(,;/–-]*$/su.exec(value.slice(0, first.begin));
  const title = before?.[1] ?? '';
  const begin = value.indexOf(title);
  const others = told.map((quality) => ({ begin: quality.begin, end: quality.end, value: null }));
  const isTitle = title !== '' && !title.endsWith(':');
  const found = isTitle ? [{ begin, end: begin + title.length, value: null }, ...others] : others;
  return withWordsBetween(value, found);
}

/** What stands between and behind titles: signs say nothing, words are a note of the title before them. */
function withWordsBetween(value: string, titles: readonly Found<null>[]): Reading<null> {
  const left: Left[] = [];
  const notes = titles.map((): Range[] => []);
  for (const [i, begin] of [0, ...titles.map(({ end }) => end)].entries()) {
    const end = titles[i]?.begin ?? value.length;
    const words = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(value.slice(begin, end));
    const from = words ? begin + words.index : end;
    const to = words ? from + words[0].length : end;
    left.push({ begin, end: from, rule: 'separator' }, { begin: to, end, rule: 'separator' });
    if (words) notes[Math.max(0, i - 1)]?.push({ begin: from, end: to });
  }
  return { found: titles.map((title, i) => ({ ...title, notes: notes[i] ?? [] })), unread: [], left };
}
