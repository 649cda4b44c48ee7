import { slice } from '../../article.js';
import { article, schema } from '../../rdf/vocabulary.js';
import { readMarriage } from '../../value/marriage.js';
import { namesIn } from '../names-in.js';
import { readNamed } from './readings.js';
import { dateLiteral } from './release.js';
import type { ValueType } from './value-type.js';

export const marriageType: ValueType<'marriage'> = {
  name: 'marriage',
  description:
    'Marriages, and times with partners: each is a part of the subject from which the same property leads to the other, with its begin, its end and how it ended where these are said.',
  options: ['node'],
  range: { classes: [schema.Role], datatypes: [] },
  emits: {
    classes: [schema.Person],
    properties: [schema.name, schema.startDate, schema.endDate, article.ending],
  },
  isListed: true,
  examples: [
    {
      value: '{{marriage|[[Ann Lee]]|1955|1962|end=div}}',
      states: ['{about Ann_Lee; endDate 1962; ending div.; startDate 1955}'],
    },
    {
      value: 'Ann Lee (m. 1955; div. 1962)<br>[[Bo Roe]] (m. 4 May 1970)',
      states: [
        '{about Ann_Lee; endDate 1962; ending div.; startDate 1955}',
        '{about Bo_Roe; startDate 1970-05-04}',
      ],
    },
    { value: '[[Ann Lee]] (1957–70)', states: ['{about Ann_Lee; endDate 1970; startDate 1957}'] },
    {
      value: '[[Ann Lee]] (1984–2019; his death)',
      states: ['{about Ann_Lee; endDate 2019; ending his death; startDate 1984}'],
    },
    { value: '[[Ann Lee]]', states: ['{about Ann_Lee}'] },
    { value: 'unknown', states: ['raw unknown'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const { tables } = draft.mappings;
    for (const { words, notes = [] } of readNamed(field, namesIn(text, 'person', tables), true)) {
      const node = draft.part(mapping.id, words.value);
      draft.state(subject, mapping.property, node, words.span, rule);
      draft.describe(node, mapping.options.node ?? schema.Role, words, rule);
      draft.state(node, mapping.property, draft.named(words, schema.Person, rule), words.span, rule);
      for (const note of notes) {
        const said = slice(text, note.begin, note.end);
        const marriage = readMarriage(said.value, tables);
        if (!marriage) {
          draft.leaveNote(said, words);
          draft.keepWhole(field.key, text, rule);
          continue;
        }
        const { start, end, ending } = marriage;
        if (start) draft.state(node, schema.startDate, dateLiteral(start), said.span, rule);
        if (end) draft.state(node, schema.endDate, dateLiteral(end), said.span, rule);
        if (ending) draft.state(node, article.ending, draft.inLanguage(ending), said.span, rule);
      }
    }
  },
};
