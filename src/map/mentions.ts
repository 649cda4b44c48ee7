/** What the words of an article lead to: every page that a link names is a thing that the article mentions. */
import type { Article, Text } from '../article.js';
import { linkSpanOf, nodesOf, slice } from '../article.js';
import { rdf, schema } from '../rdf/vocabulary.js';
import { namespaceOf } from '../source/namespaces.js';
import { namesNothing } from '../value/nothing.js';
import type { Draft } from './draft.js';
import type { MeantPage } from './link-ends.js';

export const emits = { classes: [schema.Thing], properties: [schema.name, schema.mentions] };

const rule = 'article/link';

/** More links than any article has; each makes a thing. */
const mostLinks = 50_000;

/**
 * States what the article mentions, each thing once, at the first link that leads to it. What a field links to and a
 * statement names is said by that statement.
 */
export function mapMentions(draft: Draft): void {
  if (draft.options.mentions === false) return;
  const { described, named } = stated(draft);
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
    if (mentioned.has(thing.value) || (isField && named.has(thing.value))) continue;
    mentioned.add(thing.value);
    const span = words.value === meant.title ? words.span : linkSpanOf(words);
    draft.state(draft.page, schema.mentions, thing, span, rule);
    if (!described.has(thing.value)) draft.linked(meant, words, schema.Thing, rule);
  }
}

/** What has a class already, and what statements name. */
function stated({ statements }: Draft) {
  const described = new Set<string>();
  const named = new Set<string>();
  for (const { subject, predicate, object } of statements) {
    if (predicate.equals(rdf.type)) described.add(subject.value);
    else if (object.termType === 'NamedNode') named.add(object.value);
  }
  return { described, named };
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
