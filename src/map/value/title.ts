import type { Draft } from '../draft.js';
import type { ValueMapper } from './value-mapper.js';
import { readNamed } from './value-mapper.js';

/** A title: the whole value, since titles hold commas. */
export const mapTitles: ValueMapper = {
  emits: { classes: [], properties: [] },
  map(field) {
    const { draft, mapping, text, rule } = field;
    const whole = [{ begin: 0, end: text.value.length, value: null }];
    for (const { words } of readNamed(field, { found: whole, unread: [] })) {
      const language = mapping.language ?? (isForeign(words.value, draft) ? undetermined : undefined);
      draft.state(draft.thing, mapping.property, draft.inLanguage(words.value, language), words.span, rule);
    }
  },
};

/** The tag of a language that is not known (RFC 5646 §4.1). */
const undetermined = 'und';

/** Whether a title is written in another script than the article's own title. */
function isForeign(title: string, { article }: Draft): boolean {
  const latin = /\p{Script=Latin}/u;
  return latin.test(article.name) && /\p{L}/u.test(title) && !latin.test(title);
}
