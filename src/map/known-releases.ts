/** What an article is known to say of when its subject was published. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import type { CalendarDate } from '../value/date.js';
import type { Topic } from './topic-memory.js';

/** A release that is stated. */
export interface KnownRelease {
  readonly node: NamedNode;
  readonly date: CalendarDate;
  readonly words: Text;
  /** How the subject leads to it. */
  readonly property: NamedNode;
  /** Property of the subject whose value the earliest date is. */
  readonly earliest: NamedNode | undefined;
  readonly rule: string;
  /** Names of its places. */
  readonly places: Set<string>;
}

/** A date on which it was shown first, without a release of its own. */
export interface FirstShowing {
  readonly date: CalendarDate;
  readonly words: Text;
  readonly earliest: NamedNode;
  readonly rule: string;
}

interface KnownReleases {
  /** As they are read; the earliest becomes a property of the subject. */
  readonly stated: KnownRelease[];
  readonly firstShown: FirstShowing[];
  /** The earliest year that a part of a field of releases may mean that was not read. */
  earliestUnread: number;
}

export const releases: Topic<KnownReleases> = {
  begin: () => ({ stated: [], firstShown: [], earliestUnread: Number.POSITIVE_INFINITY }),
};
