/** Who gives awards, under all the names that an article calls it by: "Stone Award", "the Stone Awards", "Stones". */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { linkOf } from '../article.js';
import { award } from '../rdf/vocabulary.js';
import { readGiver } from './award-cells.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';
import type { Topic } from './topic-memory.js';

interface KnownBody {
  /** Of its page. */
  readonly title: string;
  /** Whether a link says so. */
  readonly isLinked: boolean;
}

const bodies: Topic<Map<string, KnownBody>> = { begin: () => new Map() };

/** The key of a giver's name without its number and year: the same for one and many, and for short names that mappings know. */
export function bodyKey(giver: string, { mappings }: Draft): string {
  const { name } = readGiver(giver);
  const key = labelKey(giver.slice(name.begin, name.end).replace(/^the\s+/i, ''));
  return mappings.awardWords.aliases.get(key) ?? key;
}

/**
 * The giver of a name. Two that links lead to different pages for are two, unless their titles are the same word in one and in many.
 *
 * @param title of its page, where it is known otherwise than by a link of the name
 */
export function bodyOf(name: Text, title: string | undefined, draft: Draft, rule: string): NamedNode {
  const target = linkOf(name)?.target;
  const page = title ?? (target === undefined ? undefined : draft.pageMeant(target).title);
  const key = bodyKey(name.value, draft);
  const known = draft.recall(bodies).get(key);
  const isOther = known?.isLinked === true && page !== undefined && labelKey(page) !== labelKey(known.title);
  if (known && !isOther) {
    if (known.isLinked) return draft.placed(known.title, name.value, name, award.Body, rule);
    return draft.unlinked({ title: known.title, name: name.value, words: name, type: award.Body }, rule);
  }
  if (!known) draft.recall(bodies).set(key, { title: page ?? name.value, isLinked: page !== undefined });
  return title === undefined
    ? draft.named(name, award.Body, rule)
    : draft.placed(title, name.value, name, award.Body, rule);
}
