import { schema } from '../../rdf/vocabulary.js';
import type { Period } from '../../value/period.js';
import { readPeriods } from '../../value/period.js';
import { besideTerms, stateBeside } from './beside.js';
import { readValues } from './readings.js';
import { dateLiteral } from './release.js';
import type { ValueType } from './value-type.js';

export const periodType: ValueType<'period'> = {
  name: 'period',
  description:
    'A period of time. A single one goes to the properties `start` and `end`, where the field names them; several, or without these, each is a part with schema:startDate and schema:endDate. What has not ended has no end.',
  options: ['start', 'end', 'node', 'beside', 'days'],
  range: { classes: [schema.Role], datatypes: [] },
  emits: {
    classes: besideTerms.classes,
    properties: [...besideTerms.properties, schema.startDate, schema.endDate],
  },
  isListed: true,
  examples: [
    {
      value: '1953–1998',
      options: { start: 'schema:startDate', end: 'schema:endDate' },
      states: ['startDate 1953', 'endDate 1998'],
    },
    { value: 'since 2015', options: { start: 'schema:startDate' }, states: ['startDate 2015'] },
    { value: '1978–present', options: { start: 'schema:startDate' }, states: ['startDate 1978'] },
    { value: '2001–2003, 2005–present', states: ['{endDate 2003; startDate 2001}', '{startDate 2005}'] },
    { value: '1925–30', states: ['{endDate 1930; startDate 1925}'] },
    { value: '632–661', states: ['{endDate 0661; startDate 0632}'] },
    { value: '1–3 July 1863', states: ['{endDate 1863-07-03; startDate 1863-07-01}'] },
    { value: 'June 24 – July 3, 1863', states: ['{endDate 1863-07-03; startDate 1863-06-24}'] },
    {
      value: 'May–June 1809, 1812',
      states: ['{endDate 1809-06; startDate 1809-05}', '{endDate 1812; startDate 1812}'],
    },
    { value: '336–323 BC', states: ['{endDate -0322; startDate -0335}'] },
    { value: '16 October 912 – 929 AD', states: ['{endDate 0929; startDate 0912-10-16}'] },
    { value: '31–30 June 1863', states: ['raw 31–30 June 1863'] },
    { value: '12/13 May 1809', states: ['raw 12/13 May 1809'] },
    { value: '1996', states: ['{endDate 1996; startDate 1996}'] },
    { value: 'March 4, 1861 – April 15, 1865', states: ['{endDate 1865-04-15; startDate 1861-03-04}'] },
    { value: '{{start date|1990}} – {{end date|1999}}', states: ['{endDate 1999; startDate 1990}'] },
    { value: '1998–1953', states: ['raw 1998–1953'] },
    { value: 'c. 1900–1910', states: ['raw c. 1900–1910'] },
    { value: '2001-02', states: ['raw 2001-02'] },
    { value: '4 May 1950', states: ['raw 4 May 1950'] },
    {
      value: '4 May 1950',
      options: { start: 'schema:startDate', end: 'schema:endDate', days: true },
      states: ['startDate 1950-05-04', 'endDate 1950-05-04'],
    },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const { start, end, days, node: type = schema.Role } = mapping.options;
    const reading = readPeriods(text.value, draft.mappings.tables, days);
    const isSingle = (start !== undefined || end !== undefined) && reading.found.length === 1;
    for (const { value, words, notes = [] } of readValues(field, reading, true)) {
      const node = isSingle ? subject : draft.part(mapping.id, ...wordsOf(value));
      if (!isSingle) {
        draft.state(subject, mapping.property, node, words.span, rule);
        draft.describe(node, type, words, rule);
      }
      const state = (date: Period['start'], property = schema.startDate): void => {
        if (date) draft.state(node, property, dateLiteral(date.value), words.span, rule);
      };
      state(value.start, isSingle ? (start ?? schema.startDate) : schema.startDate);
      state(value.end, isSingle ? (end ?? schema.endDate) : schema.endDate);
      stateBeside(field, { node, words, notes, isKept: true });
    }
  },
};

function wordsOf({ start, end }: Period): string[] {
  return [start, end].flatMap((date) => (date ? [date.value.lexical] : []));
}
