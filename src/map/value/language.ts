import { literal } from '../../rdf/terms.js';
import { readLanguages } from '../../value/language.js';
import type { ValueMapper } from './value-mapper.js';
import { readNamed } from './value-mapper.js';

export const mapLanguages: ValueMapper = {
  emits: { classes: [], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readNamed(
      field,
      readLanguages(text.value, draft.mappings.tables, text.links),
    )) {
      draft.state(draft.thing, mapping.property, literal(value), words.span, rule);
    }
  },
};
