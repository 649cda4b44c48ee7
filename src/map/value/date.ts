import { slice } from '../../article.js';
import { dateLiteral, readReleasesOf } from './release.js';
import type { ValueMapper } from './value-mapper.js';
import { readValues } from './value-mapper.js';

export const mapDates: ValueMapper = {
  emits: { classes: [], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    for (const { value, words } of readValues(field, readReleasesOf(field))) {
      draft.state(draft.thing, mapping.property, dateLiteral(value.date), words.span, rule);
      const beside = [...value.places, ...value.notes].map(({ begin, end }) => slice(text, begin, end));
      for (const note of beside) draft.leaveNote(note, words);
      // The mapping has no place for them; the field's own words keep them.
      if (beside.length > 0) draft.raw(draft.thing, field.key, text, rule);
    }
  },
};
