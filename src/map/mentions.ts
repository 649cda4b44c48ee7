/** What the words of an article lead to: every page that a link names is a thing that the article mentions. */
import type { Article, Text } from '../article.js';
import { linkSpanOf, nodesOf, slice } from '../article.js';
import { rawProperty, rdf, schema } from '../rdf/vocabulary.js';
import { namespaceOf } from '../source/namespaces.js';
import { namesNothing } from '../value/nothing.js';
import type { Draft } from './draft.js';
import type { MeantPage } from './link-ends.js';

export const emits = { classes: [schema.Thing], properties: [schema.name, schema.mentions] };

const rule = 'article/link';

const rawNamespace = rawProperty('').value;

/** More links than any article has; each makes a thing. */
const mostLinks = 50_000;

/**
 * States what the article mentions, each thing once, at the first link that leads to it. What a field links to and a
 * statement names is said by that statement.
 */
export function mapMentions(draft: Draft): void {
  if (draft.options.mentions === false) return;
  const { described, named, values } = stated(draft);
  const mentioned = new Set<string>([draft.thing.value]);
  for (const link of linksOf(draft)) {
    const { meant, words, isField } = link;
    if (meant.isAmbiguous) {
      if (!isField && !mentioned.has(meant.title))
        draft.reportAmbiguous(meant.title, words, words, 'it is not stated');
      mentioned.add(meant.title);
      continue;
    }
    const thing = draft.thingOf(meant.title);
    if (mentioned.has(thing.value) || (isField && (named.has(thing.value) || isValue(link, values))))
      continue;
    mentioned.add(thing.value);
    const span = words.value === meant.title ? words.span : linkSpanOf(words);
    draft.state(draft.page, schema.mentions, thing, span, rule);
    if (!described.has(thing.value)) draft.linked(meant, words, schema.Thing, rule);
  }
}

/** What has a class already, what statements name, and where the values begin and end that they state and that are no words. */
function stated({ statements }: Draft) {
  const described = new Set<string>();
  const named = new Set<string>();
  const values = new Map<number, number>();
  for (const { subject, predicate, object, span } of statements) {
    if (predicate.equals(rdf.type)) described.add(subject.value);
    else if (object.termType === 'NamedNode') named.add(object.value);
    else if (span && object.language === '' && !predicate.value.startsWith(rawNamespace))
      values.set(span.begin, span.end);
  }
  return { described, named, values };
}

/** Whether a link is no more than a number, a date or a code that is stated: some renderings make links of "104 minutes" and "Danish". */
function isValue({ words, title }: PageLink, values: ReadonlyMap<number, number>): boolean {
  return words.value === title && values.get(words.span.begin) === words.span.end;
}

/** Links to articles: pages of other namespaces are about how the wiki is kept, and "Various artists" are nobody. */
function* linksOf(draft: Draft): Generator<PageLink & { readonly meant: MeantPage }> {
  const { article, options, mappings } = draft;
  let links = 0;
  for (const link of pageLinks(article)) {
    if (++links > mostLinks) return;
    const { title } = link;
    if (namespaceOf(title, options.namespaces) === 0 && !namesNothing(title, mappings.tables))
      yield { ...link, meant: draft.pageMeant(title) };
  }
}

/** A link to a page of the wiki. */
interface PageLink {
  readonly words: Text;
  /** Of the page as a whole. */
  readonly title: string;
  /** Whether it stands in a box of fields. */
  readonly isField: boolean;
}

/** The links of the lead, the sections and below pictures, then those of the boxes. */
function* pageLinks({ lead, sections, infoboxes, pictures = [] }: Article): Generator<PageLink> {
  for (const node of [...lead, ...sections, ...pictures]) yield* linksIn(node, false);
  for (const box of infoboxes) yield* linksIn(box, true);
}

function* linksIn(node: Parameters<typeof nodesOf>[0], isField: boolean): Generator<PageLink> {
  for (const text of nodesOf(node)) {
    if (text.type !== 'text') continue;
    for (const { begin, end, target } of text.links ?? []) {
      const [title = ''] = target?.split('#', 1) ?? [];
      if (title !== '') yield { words: slice(text, begin, end), title, isField };
    }
  }
}
