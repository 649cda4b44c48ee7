import { linkOf, slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import { readWork } from '../../value/work.js';
import { whyNoName } from '../no-name.js';
import { agentClass } from './names.js';
import type { ValueType } from './value-type.js';

/**
 * A work and its authors. With a link it is the thing of the page that the link leads to. Without one there is no telling which work of that title is meant, so it becomes a part
 * of the subject and never the thing of the same name.
 */
export const workType: ValueType<'work'> = {
  name: 'work',
  description: 'A work and its authors.',
  options: [],
  range: { classes: [schema.CreativeWork], datatypes: [] },
  emits: {
    classes: [schema.Person, schema.Organization],
    properties: [schema.name, schema.author],
  },
  isListed: true,
  examples: [{ value: "''[[The Salt]]'' by [[Ann Lee]]", states: ['The_Salt'] }],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    const work = readWork(text.value, draft.mappings.tables);
    if (!work) {
      const unread = { begin: 0, end: text.value.length, reason: 'does not name one work' };
      draft.unreadField(key, text, unread, rule);
      return;
    }
    const title = slice(text, work.title.begin, work.title.end);
    const refused = whyNoName(title, draft.mappings.tables);
    if (refused !== null) {
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: refused }, rule);
      return;
    }
    const node = linkOf(title)
      ? draft.named(title, schema.CreativeWork, rule)
      : draft.part(mapping.id.replace(/(\p{Lu})/gu, ' $1'), title.value);
    draft.state(subject, mapping.property, node, title.span, rule);
    if (!linkOf(title)) draft.describe(node, schema.CreativeWork, title, rule);
    draft.leaveOut(text, work.left);
    for (const note of work.notes) draft.leaveNote(slice(text, note.begin, note.end), title);
    for (const { begin, end } of work.authors) {
      const words = slice(text, begin, end);
      const author = draft.named(words, agentClass(words, draft), rule);
      draft.state(node, schema.author, author, words.span, rule);
    }
  },
};
