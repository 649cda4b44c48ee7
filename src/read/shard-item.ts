import type { Problem } from '../problem.js';
import type { Source } from '../source.js';

/** Why a page is no article, though nothing is wrong with it. */
export type LeftReason =
  /** It is in a namespace that was not asked for, such as a talk page. */
  | 'namespace'
  /** It is no wikitext, such as a module or JSON. */
  | 'model'
  /** It is a line that tells a search engine what to do with the next one. */
  | 'index'
  /** Its text is empty, deleted or not in this export. */
  | 'empty';

/** What a shard gives for each of its articles, in the order of the file. */
export type ShardItem =
  | { readonly source: Source }
  | { readonly problem: Problem }
  | { readonly redirect: { readonly title: string; readonly target: string } }
  | { readonly left: LeftReason; readonly title: string };
