import type { ValueMapper } from './value-mapper.js';

/** A title: the whole value, since titles hold commas. */
export const mapTitles: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, text, rule }) {
    draft.state(
      draft.thing,
      mapping.property,
      draft.inLanguage(text.value, mapping.language),
      text.span,
      rule,
    );
  },
};
