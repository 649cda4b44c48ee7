import { linkOf, linkSpanOf } from '../../article.js';
import { isRfc3987 } from '../../rdf/iri-syntax.js';
import { namedNode } from '../../rdf/terms.js';
import type { ValueType } from './value-type.js';

export const urlType: ValueType<'url'> = {
  name: 'url',
  description: 'A web address.',
  options: [],
  range: { classes: [], datatypes: [] },
  emits: { classes: [], properties: [] },
  isListed: false,
  examples: [
    { value: '{{URL|https://salt.example/}}', states: ['https://salt.example/'] },
    { value: 'salt', states: ['raw salt'] },
  ],
  map({ draft, mapping, subject, key, text, rule }) {
    const address = linkOf(text)?.href ?? text.value;
    // What is shown is not where it leads.
    const span = address === text.value ? text.span : linkSpanOf(text);
    if (/^https?:\/\//i.test(address) && isRfc3987(address)) {
      draft.state(subject, mapping.property, namedNode(address), span, rule);
      return;
    }
    draft.unreadField(
      key,
      text,
      { begin: 0, end: text.value.length, reason: 'leads to no web address' },
      rule,
    );
    if (address !== text.value) draft.raw(draft.thing, key, { type: 'text', value: address, span }, rule);
  },
};
