import { slice } from '../../article.js';
import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { splitPieces } from '../../value/pieces.js';
import { besideTerms, stateBeside } from './beside.js';
import type { ValueType } from './value-type.js';

export const enumerationType: ValueType<'enumeration'> = {
  name: 'enumeration',
  description:
    'Words of which the field says in `terms` what they stand for, such as LC for a conservation status: a term of a vocabulary, or one way to say it. Other words are kept as they stand.',
  options: ['terms', 'beside'],
  range: { classes: [], datatypes: [xsd.string], literal: 'text' },
  emits: besideTerms,
  isListed: true,
  examples: [
    {
      value: 'Least Concern',
      options: { terms: { 'schema:Thing': ['LC', 'least concern'] } },
      states: ['schema:Thing'],
    },
    { value: 'lc', options: { terms: { LC: ['LC', 'least concern'] } }, states: ['LC'] },
    { value: 'rather rare', options: { terms: { LC: ['LC'] } }, states: ['raw rather rare'] },
    { value: 'none', options: { terms: { LC: ['LC'] } }, states: ['raw none'] },
  ],
  map(field) {
    const { draft, mapping, subject, key, text, rule } = field;
    for (const { core, notes } of splitPieces(text.value)) {
      const words = slice(text, core.begin, core.end);
      const term = mapping.options.terms?.get(words.value.toLowerCase());
      if (term === undefined) {
        draft.unreadField(key, words, { ...core, reason: 'is none of the words that the field knows' }, rule);
        continue;
      }
      const object = typeof term === 'string' ? literal(term) : term;
      draft.state(subject, mapping.property, object, words.span, rule);
      stateBeside(field, { node: subject, words, notes, isKept: true });
    }
  },
};
