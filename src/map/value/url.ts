import { linkOf } from '../../article.js';
import { isRfc3987 } from '../../rdf/iri-syntax.js';
import { namedNode } from '../../rdf/terms.js';
import type { ValueMapper } from './value-mapper.js';

export const mapUrls: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, key, text, rule }) {
    const address = linkOf(text)?.href ?? text.value;
    if (/^https?:\/\//i.test(address) && isRfc3987(address)) {
      draft.state(draft.thing, mapping.property, namedNode(address), text.span, rule);
    } else
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'is no web address' }, rule);
  },
};
