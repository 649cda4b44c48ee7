/** The article itself: its headline, its language, and its sections with their text. */

import type { Literal, NamedNode } from '@rdfjs/types';
import type { Section, Text } from '../article.js';
import { holdsWikitext, spanOfAll } from '../article.js';
import { literal, namedNode } from '../rdf/terms.js';
import { article as articleTerms, prov, rdf, schema, xsd } from '../rdf/vocabulary.js';
import type { Draft } from './draft.js';
import { headingWords, plainText } from './plain-text.js';

export const emits = {
  classes: [schema.Article, schema.WebPageElement],
  properties: [
    schema.name,
    schema.headline,
    schema.mainEntity,
    schema.mainEntityOfPage,
    articleTerms.nameLink,
    schema.inLanguage,
    schema.url,
    schema.hasPart,
    schema.position,
    schema.text,
    schema.sameAs,
    schema.disambiguatingDescription,
    schema.identifier,
    schema.version,
    schema.dateModified,
    prov.generatedAtTime,
    prov.wasDerivedFrom,
    articleTerms.level,
    articleTerms.unread,
    articleTerms.kind,
  ],
};

export function mapDocument(draft: Draft): void {
  const { article, page, thing, options } = draft;
  const title = draft.spanOfName(article.name);
  const name = draft.inLanguage(article.name);
  draft.state(thing, schema.mainEntityOfPage, page, draft.spanOfName(draft.name), 'article/document');
  draft.state(page, rdf.type, schema.Article, title, 'article/document');
  draft.state(page, schema.name, name, title, 'article/title');
  draft.state(page, schema.headline, name, title, 'article/title');
  draft.state(page, schema.mainEntity, thing, title, 'article/document');
  if (draft.kind) draft.state(page, articleTerms.kind, literal(draft.kind.name), title, 'article/kind');
  draft.state(page, schema.inLanguage, literal(options.language), undefined, 'option/language');
  const { shortDescription } = article;
  if (shortDescription && !holdsWikitext(shortDescription)) {
    const words = draft.words(shortDescription);
    draft.state(
      thing,
      schema.disambiguatingDescription,
      words,
      shortDescription.span,
      'article/short-description',
    );
  }
  mapSource(draft);
  if (options.generatedAt !== undefined) {
    const time = literal(options.generatedAt, xsd.dateTime);
    draft.state(page, prov.generatedAtTime, time, undefined, 'option/generated-at');
  }
  for (const [index, section] of article.sections.entries()) mapSection(draft, section, index + 1);
}

/** Where the page was published, and in which state it was read. */
function mapSource(draft: Draft): void {
  const { thing, page } = draft;
  const { url, pageBase, revision = {} } = draft.options;
  const state = (subject: NamedNode, property: NamedNode, object: NamedNode | Literal): void =>
    draft.state(subject, property, object, undefined, 'source/page');
  if (url !== undefined) {
    const address = namedNode(url);
    draft.state(page, schema.url, address, undefined, 'option/url');
    draft.state(thing, schema.sameAs, address, undefined, 'option/url');
  }
  const saved =
    pageBase !== undefined && revision.id !== undefined
      ? `${pageBase}Special:PermanentLink/${revision.id}`
      : url;
  if (saved !== undefined) draft.state(page, prov.wasDerivedFrom, namedNode(saved), undefined, 'option/url');
  if (revision.page !== undefined) state(page, schema.identifier, literal(revision.page));
  if (revision.id !== undefined) state(page, schema.version, literal(revision.id));
  if (revision.time !== undefined) state(page, schema.dateModified, literal(revision.time, xsd.dateTime));
}

function mapSection(draft: Draft, section: Section, position: number): void {
  const node = draft.section(section);
  const heading: Text = {
    type: 'text',
    value: headingWords(section.heading),
    span: section.heading.text.span,
  };
  const rule = 'article/section';
  draft.state(draft.page, schema.hasPart, node, heading.span, rule);
  draft.describe(node, schema.WebPageElement, heading, rule);
  draft.state(node, schema.position, literal(String(position), xsd.integer), undefined, rule);
  draft.state(node, articleTerms.level, literal(String(section.heading.level), xsd.integer), undefined, rule);
  // What stands in a table and in no cell comes before the table, and may begin behind it.
  const span = spanOfAll(section.blocks);
  if (span) draft.state(node, schema.text, draft.inLanguage(plainText(section.blocks)), span, rule);
  for (const unread of draft.unread.get(section) ?? []) {
    draft.state(node, articleTerms.unread, draft.words(unread.words), unread.words.span, unread.rule);
  }
}
