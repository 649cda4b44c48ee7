import type { Draft } from '../draft.js';
import type { ValueMapper } from './value-mapper.js';

/** A title: the whole value, since titles hold commas. */
export const mapTitles: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, text, rule }) {
    const language = mapping.language ?? (isForeign(text.value, draft) ? undetermined : undefined);
    draft.state(draft.thing, mapping.property, draft.inLanguage(text.value, language), text.span, rule);
  },
};

/** The tag of a language that is not known (RFC 5646 §4.1). */
const undetermined = 'und';

/** Whether a title is written in another script than the article's own title. */
function isForeign(title: string, { article }: Draft): boolean {
  const latin = /\p{Script=Latin}/u;
  return latin.test(article.name) && /\p{L}/u.test(title) && !latin.test(title);
}
