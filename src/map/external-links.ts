/** Links under a heading such as "External links": the subject's own site, the subject in catalogues, and what is related. */
import type { Section, Span, Text } from '../article.js';
import { slice } from '../article.js';
import { entry } from '../entry.js';
import { isRfc3987 } from '../rdf/iri-syntax.js';
import { namedNode } from '../rdf/terms.js';
import { schema } from '../rdf/vocabulary.js';
import type { Draft } from './draft.js';
import type { Listing } from './identifiers.js';
import { stateListing } from './identifiers.js';
import { labelKey } from './label-key.js';
import { headingWords } from './plain-text.js';

export const emits = {
  classes: [schema.PropertyValue],
  properties: [
    schema.name,
    schema.url,
    schema.sameAs,
    schema.relatedLink,
    schema.identifier,
    schema.propertyID,
    schema.value,
  ],
};

const rule = 'article/external-links';

/** A link in a section of links. */
interface ExternalLink {
  readonly words: Text;
  readonly href: string;
  /** The item or paragraph that it stands in, which shows its address. */
  readonly span: Span;
}

export function mapExternalLinks(draft: Draft): void {
  const links = draft.article.sections.flatMap((section, i) =>
    isOfLinks(draft, section) ? [section, ...below(draft.article.sections, i)].flatMap(linksOf) : [],
  );
  const read = links.map((link) => ({ link, listing: listingOf(draft, link) }));
  // Of a catalogue that has the subject under several numbers, nobody knows which is right.
  const numbers = new Map<string, Set<string>>();
  for (const { listing } of read)
    if (listing) entry(numbers, listing.scheme, () => new Set<string>()).add(listing.id);
  const stated = new Set<string>();
  for (const { link, listing } of read) {
    if (!/^https?:/i.test(link.href) || !isRfc3987(link.href)) reportAddress(draft, link);
    else if (listing && numbers.get(listing.scheme)?.size === 1) {
      if (!stated.has(listing.scheme)) stateListing(draft, listing, link.words, link.span, rule);
      stated.add(listing.scheme);
    } else {
      const isOwn = draft.mappings.links.own.has(link.words.value.toLowerCase());
      const [subject, property] = isOwn ? [draft.thing, schema.url] : [draft.page, schema.relatedLink];
      draft.state(subject, property, namedNode(link.href), link.span, rule);
    }
  }
}

function isOfLinks({ mappings }: Draft, { heading }: Section): boolean {
  return mappings.links.headings.has(labelKey(headingWords(heading)));
}

/** The sections that belong to one. */
function below(sections: readonly Section[], at: number): readonly Section[] {
  const level = sections[at]?.heading.level ?? 0;
  const end = sections.findIndex(({ heading }, i) => i > at && heading.level <= level);
  return sections.slice(at + 1, end < 0 ? sections.length : end);
}

function linksOf({ blocks }: Section): ExternalLink[] {
  return blocks.flatMap((block) => {
    if (block.type === 'table') return [];
    const lines = block.type === 'paragraph' ? [block] : block.items;
    return lines.flatMap(({ text, span }) =>
      (text.links ?? []).flatMap(({ begin, end, href }) =>
        href === undefined ? [] : [{ words: slice(text, begin, end), href, span }],
      ),
    );
  });
}

function listingOf(draft: Draft, { words, href }: ExternalLink): Listing | null {
  const { kind, mappings } = draft;
  for (const { scheme, kinds, address, found, before = '', digits = 0 } of mappings.links.catalogues) {
    if (!kind || !kinds.some((name) => kind.file.line.includes(name))) continue;
    const written = found.exec(href)?.[1]?.replace(/\d+$/, (number) => number.padStart(digits, '0'));
    if (written === undefined || !isAboutSubject(draft, words.value, scheme)) continue;
    const id = before + written;
    return { scheme, id, address: address.replace('{id}', id) };
  }
  return null;
}

/** Whether the words of a link name the subject: "Salt at IMDb", "This title at IMDb", "IMDb". */
function isAboutSubject({ article, name, mappings }: Draft, words: string, scheme: string): boolean {
  const { behind, subject } = mappings.links;
  const called = words
    .replace(behind, '')
    .replace(/^["“'‘]+|["”'’]+$/g, '')
    .toLowerCase();
  const names = [name, article.name, article.infoboxes[0]?.title?.value ?? name, scheme, ''];
  return (
    names.some((one) => one.toLowerCase() === called) || subject.some((start) => called.startsWith(start))
  );
}

function reportAddress(draft: Draft, { words, href }: ExternalLink): void {
  const message = `"${href.slice(0, 200)}" leads to no web address; it is not stated.`;
  draft.report('unread-text', 'warning', message, words.span);
}
