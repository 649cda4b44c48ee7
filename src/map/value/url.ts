import { isIri } from '../../rdf/iris.js';
import { namedNode } from '../../rdf/terms.js';
import type { ValueMapper } from './value-mapper.js';

export const mapUrls: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, key, text, rule }) {
    if (/^https?:\/\//i.test(text.value) && isIri(text.value)) {
      draft.state(draft.thing, mapping.property, namedNode(text.value), text.span, rule);
    } else
      draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'is no web address' }, rule);
  },
};
