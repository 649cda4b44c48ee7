/** What the words of an article lead to: every page that a link names is a thing that the article mentions. */
import type { NamedNode } from '@rdfjs/types';
import type { Article, Node, Text } from '../article.js';
import { nodesOf, slice } from '../article.js';
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
  const ends = new Map<string, End | null>();
  const mentioned = new Set<string>([draft.thing.value]);
  for (const { text, isField, begin, end: wordsEnd, target } of linksOf(draft.article)) {
    let end = ends.get(target);
    if (end === undefined) {
      end = endOf(target, draft);
      ends.set(target, end);
    }
    if (end === null || mentioned.has(end.key) || (isField && named.has(end.key))) continue;
    const words = slice(text, begin, wordsEnd);
    if (isField && isValue(words, end.linked, values)) continue;
    mentioned.add(end.key);
    mention(draft, end, words, isField, described);
  }
}

/** What a link of the article leads to. */
interface End {
  /** The title that the link has, of the page as a whole. */
  readonly linked: string;
  readonly meant: MeantPage;
  /** Null for a page that tells things apart. */
  readonly thing: NamedNode | null;
  /** The same for all links that lead to the same. */
  readonly key: string;
}

/** Null for what is no article: pages of other namespaces are about how the wiki is kept, and "Various artists" are nobody. */
function endOf(target: string, draft: Draft): End | null {
  const { options, mappings } = draft;
  const hash = target.indexOf('#');
  const linked = hash < 0 ? target : target.slice(0, hash);
  if (namespaceOf(linked, options.namespaces) !== 0 || namesNothing(linked, mappings.tables)) return null;
  const meant = draft.pageMeant(linked);
  const thing = meant.isAmbiguous ? null : draft.thingOf(meant.title);
  return { linked, meant, thing, key: thing?.value ?? meant.title };
}

function mention(
  draft: Draft,
  { meant, thing, key }: End,
  words: Text,
  isField: boolean,
  described: ReadonlySet<string>,
): void {
  if (thing === null) {
    // The statement of the field reports it.
    if (!isField) draft.reportAmbiguous(meant.title, words, words, 'it is not stated');
    return;
  }
  draft.stateLink(schema.mentions, thing, meant.title, words, rule);
  if (!described.has(key)) draft.linked(meant, words, schema.Thing, rule);
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
function isValue({ value, span }: Text, linked: string, values: ReadonlyMap<number, number>): boolean {
  return value === linked && values.get(span.begin) === span.end;
}

/** A link to a page of the wiki. */
interface PageLink {
  /** Of which its words are a part, from `begin` to `end`. */
  readonly text: Text;
  readonly begin: number;
  readonly end: number;
  readonly target: string;
  /** Whether it stands in a box of fields. */
  readonly isField: boolean;
}

/** The links of the lead, the sections and below pictures, then those of the boxes. */
function* linksOf({ lead, sections, infoboxes, pictures = [] }: Article): Generator<PageLink> {
  let links = 0;
  const inBoxes = new Set<Node>(infoboxes);
  for (const node of [...lead, ...sections, ...pictures, ...infoboxes]) {
    const isField = inBoxes.has(node);
    for (const text of nodesOf(node)) {
      if (text.type !== 'text') continue;
      for (const { begin, end, target } of text.links ?? []) {
        if (target === undefined || target === '' || target.startsWith('#')) continue;
        if (++links > mostLinks) return;
        yield { text, begin, end, target, isField };
      }
    }
  }
}
