import { slice } from '../../article.js';
import { xsd } from '../../rdf/vocabulary.js';
import { readValues } from './readings.js';
import { dateLiteral, readReleasesOf } from './release.js';
import type { ValueType } from './value-type.js';

export const dateType: ValueType<'date'> = {
  name: 'date',
  description: 'Days, months and years, as precise as the source.',
  options: ['earliest'],
  range: { classes: [], datatypes: [xsd.date, xsd.gYearMonth, xsd.gYear] },
  emits: { classes: [], properties: [] },
  isListed: false,
  examples: [
    { value: '2 November 1996', states: ['1996-11-02'] },
    { value: '{{start date|1996|11}}', states: ['1996-11'] },
    { value: '30 February 1996', states: ['raw 30 February 1996'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    for (const { value, words } of readValues(field, readReleasesOf(field))) {
      draft.state(subject, mapping.property, dateLiteral(value.date), words.span, rule);
      const beside = [...value.places, ...value.notes].map(({ begin, end }) => slice(text, begin, end));
      for (const note of beside) draft.leaveNote(note, words);
      // The mapping has no place for them; the field's own words keep them.
      if (beside.length > 0) draft.raw(draft.thing, field.key, text, rule);
    }
  },
};
