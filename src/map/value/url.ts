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
    { value: 'www.salt.example', states: ['http://www.salt.example'] },
    { value: 'salt', states: ['raw salt'] },
    { value: 'Salt.Example Works', states: ['raw Salt.Example Works'] },
  ],
  map({ draft, mapping, subject, key, text, rule }) {
    const address = linkOf(text)?.href ?? completed(text.value);
    // What is shown is not where it leads.
    const span = linkOf(text)?.href === undefined ? text.span : linkSpanOf(text);
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

/** An address without its beginning, as readers know it: "www.salt.example", as the template for addresses completes it. */
function completed(words: string): string {
  return /^(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,24}(?:\/[^\s]*)?$/i.test(words) ? `http://${words}` : words;
}
