import { literal } from '../../rdf/terms.js';
import { xsd } from '../../rdf/vocabulary.js';
import { readLanguages } from '../../value/language.js';
import { readNamed } from './readings.js';
import type { ValueType } from './value-type.js';

export const languageType: ValueType<'language'> = {
  name: 'language',
  description: 'Languages, as BCP 47 tags.',
  options: [],
  range: { classes: [], datatypes: [xsd.string], literal: 'language' },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: 'Cantonese, [[Norwegian language|Norwegian]]', states: ['yue', 'no'] },
    { value: 'Norwegian 95.1%, 3% Danish', states: ['no', 'da'] },
    { value: 'Gibberish', states: ['raw Gibberish'] },
  ],
  map(field) {
    const { draft, mapping, subject, text, rule } = field;
    for (const { value, words } of readNamed(
      field,
      readLanguages(text.value, draft.mappings.tables, text.links),
    )) {
      draft.state(subject, mapping.property, literal(value), words.span, rule);
    }
  },
};
