import { readReleases } from '../../value/release.js';
import { dateLiteral } from './release.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapDates: ValueMapper = {
  emits: { classes: [], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(field, readReleases(text.value, draft.mappings.tables))) {
      draft.state(draft.thing, mapping.property, dateLiteral(value.date), words.span, rule);
    }
  },
};
