import type { Text } from '../../article.js';
import { linkOf, linkSpanOf, slice } from '../../article.js';
import { isRfc3987 } from '../../rdf/iri-syntax.js';
import { namedNode } from '../../rdf/terms.js';
import { matchesOf } from '../../value/matches.js';
import type { FieldValue, ValueType } from './value-type.js';

export const urlType: ValueType<'url'> = {
  name: 'url',
  description:
    'Web addresses, a line each. One that begins with the name of a host is read as the template {{URL}} reads it.',
  options: [],
  range: { classes: [], datatypes: [] },
  emits: { classes: [], properties: [] },
  isListed: true,
  examples: [
    { value: '{{URL|https://salt.example/}}', states: ['https://salt.example/'] },
    { value: 'www.salt.example/sea', states: ['http://www.salt.example/sea'] },
    {
      value: 'https://salt.example/<br>https://stone.example/',
      states: ['https://salt.example/', 'https://stone.example/'],
    },
    { value: 'salt', states: ['raw salt'] },
    { value: 'Salt.Example Works', states: ['raw Salt.Example Works'] },
    { value: 'No. 5', states: ['raw No. 5'] },
  ],
  map(field) {
    const { text } = field;
    if (linkOf(text)) mapAddress(field, text);
    else
      for (const { index, 0: line } of matchesOf(/[^\n]+/g, text.value))
        mapAddress(field, slice(text, index, index + line.length));
  },
};

/** The name of a host with two labels at least, the last of letters, and what may stand behind it. */
const host = /^(?:[\p{L}\d](?:[\p{L}\d-]{0,61}[\p{L}\d])?\.){1,8}\p{L}{2,24}(?:[/?#]\S*)?$/u;

function mapAddress({ draft, mapping, subject, key, rule }: FieldValue, text: Text): void {
  const written = linkOf(text)?.href ?? text.value;
  // What is shown is not where it leads.
  const span = written === text.value ? text.span : linkSpanOf(text);
  const address = host.test(written) ? `http://${written}` : written;
  if (/^https?:\/\//i.test(address) && isRfc3987(address)) {
    draft.state(subject, mapping.property, namedNode(address), span, rule);
    return;
  }
  draft.unreadField(key, text, { begin: 0, end: text.value.length, reason: 'leads to no web address' }, rule);
  if (written !== text.value) draft.raw(draft.thing, key, { type: 'text', value: written, span }, rule);
}
