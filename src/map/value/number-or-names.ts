import { slice } from '../../article.js';
import { schema } from '../../rdf/vocabulary.js';
import { readNumberOrNames } from '../../value/children.js';
import { namesIn } from '../names-in.js';
import { numberLiteral } from './money.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

export const numberOrNamesType: ValueType<'number-or-names'> = {
  name: 'number-or-names',
  description:
    'How many people there are, which goes to the property `number`, and the names of some or all of them, which go to the property of the field.',
  options: ['number'],
  range: { classes: [schema.Person], datatypes: [] },
  emits: { classes: [], properties: [schema.name] },
  isListed: true,
  examples: [
    { value: '4', options: { number: 'schema:position' }, states: ['position 4'] },
    {
      value: '2, including [[Ann Lee]]',
      options: { number: 'schema:position' },
      states: ['position 2', 'Ann_Lee'],
    },
    {
      value: 'Three (including Bo Roe)',
      options: { number: 'schema:position' },
      states: ['position 3', 'Bo_Roe'],
    },
    { value: '[[Ann Lee]] and Bo Roe', states: ['Ann_Lee', 'Bo_Roe'] },
    { value: '2 Sons', options: { number: 'schema:position' }, states: ['position 2'] },
    {
      value: '2 sons, 3 daughters',
      options: { number: 'schema:position' },
      states: ['raw 2 sons', 'raw 3 daughters'],
    },
    {
      value: '5 (two of whom died young)',
      options: { number: 'schema:position' },
      states: ['position 5', 'raw two of whom died young'],
    },
    { value: '4', states: ['raw 4'] },
    { value: 'none', states: ['raw none'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    const { number, names } = readNumberOrNames(text.value, draft.mappings.tables);
    const property = mapping.options.number;
    if (number) {
      const words = slice(text, number.begin, number.end);
      if (property) draft.state(subject, property, numberLiteral(number.value), words.span, rule);
      else draft.unreadField(key, words, { begin: 0, end: 0, reason: 'is only a number' }, rule);
    }
    if (number) {
      const [begin, end] = names ? [names.begin, names.end] : [text.value.length, text.value.length];
      draft.leaveOut(text, [
        { begin: number.end, end: begin, rule: 'separator' },
        { begin: end, end: text.value.length, rule: 'separator' },
      ]);
    }
    if (!names) return;
    const inside = { ...field, text: slice(text, names.begin, names.end) };
    for (const { words } of readNamed(inside, namesIn(inside.text, 'person', draft.mappings.tables)))
      draft.state(subject, mapping.property, draft.named(words, schema.Person, rule), words.span, rule);
  },
};
