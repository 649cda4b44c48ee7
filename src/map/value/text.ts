import { slice } from '../../article.js';
import { splitPieces } from '../../value/pieces.js';
import type { ValueMapper } from './value-mapper.js';

/** Words as they are, one literal a listed piece. */
export const mapTexts: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, text, rule }) {
    for (const { begin, end } of splitPieces(text.value)) {
      const words = slice(text, begin, end);
      draft.state(
        draft.thing,
        mapping.property,
        draft.inLanguage(words.value, mapping.language),
        words.span,
        rule,
      );
    }
  },
};
