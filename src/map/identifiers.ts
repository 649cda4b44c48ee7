/** Numbers under which libraries and catalogues have the subject, as authority templates give them. */
import type { Text } from '../article.js';
import { entry } from '../entry.js';
import { literal, namedNode } from '../rdf/terms.js';
import { schema } from '../rdf/vocabulary.js';
import type { Draft } from './draft.js';
import { quoted } from './draft.js';
import type { Authority } from './link-words.js';

export const emits = {
  classes: [schema.PropertyValue],
  properties: [schema.sameAs, schema.identifier, schema.propertyID, schema.name, schema.value],
};

/** The number of the subject in a catalogue, with the address of its entry there. */
export interface Listing {
  readonly scheme: string;
  readonly id: string;
  readonly address: string;
}

/** States that a catalogue has the subject under a number. */
export function stateListing(
  draft: Draft,
  { scheme, id, address }: Listing,
  words: Text,
  span: Text['span'],
  rule: string,
): void {
  draft.state(draft.thing, schema.sameAs, namedNode(address), span, rule);
  const node = draft.part('identifier', scheme, id);
  draft.state(draft.thing, schema.identifier, node, span, rule);
  draft.describe(node, schema.PropertyValue, words, rule);
  draft.state(node, schema.propertyID, literal(scheme), span, rule);
  draft.state(node, schema.value, literal(id), span, rule);
}

/** Of an authority that is given several numbers nobody knows which is right. */
export function mapIdentifiers(draft: Draft): void {
  const given = new Map<string, { authority: Authority; values: Map<string, Text> }>();
  for (const { scheme, value } of draft.article.identifiers ?? []) {
    const authority = draft.mappings.links.authorities.get(scheme.toLowerCase());
    if (authority)
      entry(given, authority.scheme, () => ({ authority, values: new Map() })).values.set(value.value, value);
  }
  for (const { authority, values } of given.values()) {
    const [first, ...others] = values.values();
    const id = first && others.length === 0 ? authority.whole.exec(first.value)?.[1] : undefined;
    if (first && id !== undefined) {
      const number = withoutParts(id);
      const address = authority.address.replace('{id}', number.replaceAll(' ', ''));
      stateListing(
        draft,
        { scheme: authority.scheme, id: number, address },
        first,
        first.span,
        'article/identifier',
      );
    } else for (const value of values.values()) reportNumber(draft, authority, value, others.length > 0);
  }
}

/** The Library of Congress writes "n/79/39343" as n79039343 (https://www.loc.gov/marc/lccn-namespace.html). */
function withoutParts(id: string): string {
  const [, prefix = '', year = '', number = ''] = /^([a-z]+)\/(\d+)\/(\d+)$/.exec(id) ?? [];
  return year === '' ? id : prefix + year + number.padStart(6, '0');
}

function reportNumber(draft: Draft, { scheme }: Authority, value: Text, areSeveral: boolean): void {
  const why = areSeveral ? 'is one of several numbers' : 'does not have the form of a number';
  draft.report(
    'unread-value',
    'warning',
    `${quoted(value.value)} ${why} of ${scheme}; it is not stated.`,
    value.span,
  );
}
