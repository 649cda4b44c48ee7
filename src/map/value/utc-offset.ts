import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { splitPieces } from '../../value/pieces.js';
import { readUtcOffset } from '../../value/utc-offset.js';
import { readValues } from './readings.js';
import type { ValueType } from './value-type.js';

export const utcOffsetType: ValueType<'utc-offset'> = {
  name: 'utc-offset',
  description: 'How far a clock is ahead of Coordinated Universal Time.',
  options: [],
  range: { classes: [], datatypes: [xsd.duration], literal: 'offset' },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: '+5:30', states: ['PT5H30M'] },
    { value: '−8', states: ['-PT8H'] },
    { value: '[[UTC+01:00|+1]]', states: ['PT1H'] },
    { value: 'UTC-3', states: ['-PT3H'] },
    { value: '+0', states: ['PT0S'] },
    { value: '8', states: ['raw 8'] },
    { value: '+25', states: ['raw +25'] },
    { value: 'eastern', states: ['raw eastern'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    const pieces = splitPieces(text.value).map(({ core, notes }) => {
      const value = readUtcOffset(slice(text, core.begin, core.end).value);
      return { ...core, notes, value, reason: 'is no offset from UTC' };
    });
    const found = pieces.filter(({ value }) => value !== null);
    const unread = pieces.filter(({ value }) => value === null);
    for (const { value, words } of readValues(field, { found, unread, left: [] })) {
      const offset = literal(value as string, xsd.duration);
      draft.state(subject, mapping.property, offset, words.span, rule);
    }
  },
};
