import { slice } from '../../article.js';
import { article, xsd } from '../../rdf/vocabulary.js';
import { readAsOf } from '../../value/aside.js';
import { readDated } from '../../value/dated.js';
import { besideTerms, stateBeside } from './beside.js';
import { isStateable, precisionTerms, statePrecision } from './precision.js';
import { readValues } from './readings.js';
import { dateLiteral, noteUnread } from './release.js';
import type { ValueType } from './value-type.js';

export const dateType: ValueType<'date'> = {
  name: 'date',
  description:
    'A day, a month or a year, as precise as the source. A date that is not meant exactly ("c. 1931") has an article:precision beside it; one that is only a bound ("before 1950") has nothing else. What stands beside it ("(aged 12), Oslo") goes where `beside` says.',
  options: ['beside', 'earliest', 'part'],
  range: { classes: [], datatypes: [xsd.date, xsd.gYearMonth, xsd.gYear], literal: 'date' },
  emits: {
    classes: [...besideTerms.classes, ...precisionTerms.classes],
    properties: [...besideTerms.properties, ...precisionTerms.properties],
  },
  isListed: true,
  examples: [
    { value: '2 November 1996', states: ['1996-11-02'] },
    { value: '{{start date|1996|11}}', states: ['1996-11'] },
    { value: '{{birth date and age|1931|2|7}}', states: ['1931-02-07'] },
    { value: '30 February 1996', states: ['raw 30 February 1996'] },
    { value: '1950s', states: ['raw 1950s'] },
    { value: '12 or 13 May 1950', states: ['raw 12 or 13 May 1950'] },
    {
      value: 'c. 1931',
      states: ['1931', 'precision {date 1931; property schema:about; qualifier circa}'],
    },
    {
      value: '{{circa|570}}',
      states: ['0570', 'precision {date 0570; property schema:about; qualifier circa}'],
    },
    {
      value: 'late 1890',
      states: ['1890', 'precision {date 1890; property schema:about; qualifier late}'],
    },
    {
      value: 'before 1950',
      states: ['raw before 1950', 'precision {date 1950; property schema:about; qualifier before}'],
    },
    { value: '976', states: ['0976'] },
    { value: '2 February 962', states: ['0962-02-02'] },
    { value: '384 BC', states: ['-0383'] },
    { value: '15 March 44 BC', states: ['-0043-03-15'] },
    { value: 'AD 79', states: ['0079'] },
    { value: '5th century BC', states: ['raw 5th century BC'] },
    {
      value: '1 May 1900 (aged 12), [[Oslo]], Norway',
      options: { beside: { place: { property: 'schema:location' }, age: { property: 'schema:position' } } },
      states: ['1900-05-01', 'position 12', 'location Oslo'],
    },
    {
      value: '1 May 1900 in [[Oslo]], Norway',
      options: { beside: { place: { property: 'schema:location' } } },
      states: ['1900-05-01', 'location Oslo'],
    },
    {
      value: '1 May 1900<br>[[Oslo]]',
      states: ['1900-05-01', 'raw 1 May 1900\nOslo'],
    },
    { value: '1 May 1900 (disputed)', states: ['raw 1 May 1900 (disputed)'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    const asOf = mapping.property.equals(article.asOf) ? readAsOf(text.value, draft.mappings.tables) : null;
    if (asOf) {
      draft.state(subject, mapping.property, dateLiteral(asOf), text.span, rule);
      return;
    }
    const reading = readDated(text.value, draft.mappings.tables);
    noteUnread(field, reading.unread);
    for (const { value, words, begin, end, notes = [] } of readValues(field, reading, true)) {
      const date = dateLiteral(value.date);
      if (isStateable(value.qualifier)) draft.state(subject, mapping.property, date, words.span, rule);
      else draft.unreadField(key, slice(text, begin, end), { begin, end, reason: 'is only a bound' }, rule);
      if (value.qualifier) statePrecision(field, words, value.qualifier, date);
      stateBeside(field, { node: subject, words, notes, isKept: true });
    }
  },
};
