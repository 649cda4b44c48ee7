import { linkOf, linkSpanOf } from '../../article.js';
import { isRfc3987 } from '../../rdf/iri-syntax.js';
import { namedNode } from '../../rdf/terms.js';
import type { ValueMapper } from './value-mapper.js';

export const mapUrls: ValueMapper = {
  emits: { classes: [], properties: [] },
  map({ draft, mapping, key, text, rule }) {
    const address = linkOf(text)?.href ?? text.value;
    if (/^https?:\/\//i.test(address) && isRfc3987(address)) {
      draft.state(draft.thing, mapping.property, namedNode(address), text.span, rule);
      return;
    }
    draft.unreadField(
      key,
      text,
      { begin: 0, end: text.value.length, reason: 'leads to no web address' },
      rule,
    );
    // What is shown is not where it leads.
    if (address !== text.value)
      draft.raw(draft.thing, key, { type: 'text', value: address, span: linkSpanOf(text) }, rule);
  },
};
