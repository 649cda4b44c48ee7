import type { Text } from '../../article.js';
import { linkOf, slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import { isLink, linksIn, shapeOf } from '../../value/linked.js';
import type { Left, Range } from '../../value/pieces.js';
import { splitPieces } from '../../value/pieces.js';
import { readWork } from '../../value/work.js';
import { idWords } from '../field-mapping.js';
import { whyNoName } from '../no-name.js';
import { besideTerms, stateBeside } from './beside.js';
import { agentClass } from './names.js';
import type { FieldValue, ValueType } from './value-type.js';

/**
 * A work and its authors. With a link it is the thing of the page that the link leads to. Without one there is no telling which work of that title is meant, so it becomes a part
 * of the subject and never the thing of the same name.
 */
export const workType: ValueType<'work'> = {
  name: 'work',
  description: 'A work and its authors. What stands beside it goes where `beside` says.',
  options: ['beside'],
  range: { classes: [schema.CreativeWork], datatypes: [] },
  emits: {
    classes: [schema.Person, schema.Organization, ...besideTerms.classes],
    properties: [schema.author, ...besideTerms.properties],
  },
  isListed: true,
  examples: [
    { value: "''[[The Salt]]'' by [[Ann Lee]]", states: ['The_Salt'] },
    { value: "''[[Havets salt]]''<br>The Salt of the Sea", states: ['Havets_salt'] },
    { value: '[[Salt: The Sea]]', states: ['Salt:_The_Sea'] },
    { value: "[[Salt (novel)|''Salt'' (novel)]]", states: ['Salt_(novel)'] },
    { value: "''[[Salt, Stone and Sea]]'' by [[Lee, Roe & Co.]]", states: ['Salt,_Stone_and_Sea'] },
    {
      value: "''[[The Salt]]''<br />(2000)",
      options: { beside: { date: { property: 'schema:startDate' } } },
      states: ['The_Salt', 'startDate 2000'],
    },
  ],
  map(field) {
    const { draft, text } = field;
    const left: Left[] = [];
    const works = linkedWorks(text, left);
    if (works.length < 2) mapWork(field);
    else {
      draft.leaveOut(text, left);
      for (const { begin, end } of works) mapWork({ ...field, text: slice(text, begin, end) });
    }
  },
};

/** A field that lists links and nothing else but notes names as many works. */
function linkedWorks(text: Text, left: Left[]): readonly Range[] {
  const shape = shapeOf(text);
  const pieces = splitPieces(shape, left);
  return pieces.every(({ core }) => isLink(shape, core)) ? pieces : [];
}

function mapWork(field: FieldValue): void {
  const { draft, mapping, subject, key, text, rule } = field;
  const shape = shapeOf(text);
  const work = readWork(text.value, draft.mappings.tables, shape);
  const refuse = (reason: string): void =>
    draft.unreadField(key, text, { begin: 0, end: text.value.length, reason }, rule);
  const lines = work ? null : linesBehindWork(text, shape);
  if (lines) {
    mapWork({ ...field, text: slice(text, 0, lines.at) });
    draft.leaveOut(text, [{ begin: lines.at, end: lines.begin, rule: 'tag' }]);
    draft.leaveNote(slice(text, lines.begin, text.value.length), text);
    return;
  }
  if (!work) {
    refuse('does not name one work');
    return;
  }
  const { begin, end } = linkAround(text, work.title);
  const title = slice(text, begin, end);
  const isApart = (one: Range): boolean => one.end <= begin || one.begin >= end;
  const notes = work.notes.filter(isApart);
  // "[[Salt]]'s story" is not Salt.
  const isOfLink = /[\ue000\ue001]['’]/.test(shape.slice(begin, end));
  const refused = isOfLink ? 'holds a link among other words' : whyNoName(title, draft.mappings.tables);
  if (refused !== null) {
    refuse(refused);
    return;
  }
  const node = linkOf(title)
    ? draft.named(title, schema.CreativeWork, rule)
    : draft.part(idWords(mapping.id), title.value);
  draft.state(subject, mapping.property, node, title.span, rule);
  if (!linkOf(title)) draft.describe(node, schema.CreativeWork, title, rule);
  draft.leaveOut(text, work.left.filter(isApart));
  if (mapping.options.beside) stateBeside(field, { node: subject, words: title, notes, isKept: true });
  else for (const note of notes) draft.leaveNote(slice(text, note.begin, note.end), title);
  for (const { begin, end } of work.authors) {
    const words = slice(text, begin, end);
    const author = draft.named(words, agentClass(words, draft), rule);
    draft.state(node, schema.author, author, words.span, rule);
  }
}

/** A first line that is a link and nothing else, and lines behind it that say what its title means. */
function linesBehindWork(
  { value }: Text,
  shape: string,
): { readonly at: number; readonly begin: number } | null {
  const [, first = '', sign = ''] = /^([^\n]*)(\s*\n\s*)/.exec(value) ?? [];
  const begin = first.length + sign.length;
  const isAlone =
    isLink(shape, { begin: 0, end: first.length }) &&
    linksIn(shape, { begin, end: value.length }).length === 0;
  return first !== '' && isAlone ? { at: first.length, begin } : null;
}

/** A link is one name: "Salt: The Sea" has no heading, and what stands in parentheses is a part of it. */
function linkAround({ links = [] }: Text, title: Range): Range {
  const around = links.find(({ begin, end }) => begin <= title.begin && title.end <= end);
  return around ?? title;
}
