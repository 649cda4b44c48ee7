/** Who is known by the infobox: what it says of some names decides how they are read elsewhere. */
import type { Topic } from './topic-memory.js';

interface KnownAgents {
  /** Names that fields of people hold. */
  readonly people: Set<string>;
  /** Names that fields of organisations hold. */
  readonly organisations: Set<string>;
  /** Canonical names of the subject's countries: they say whose dollars these are. */
  readonly countries: string[];
}

export const agents: Topic<KnownAgents> = {
  begin: () => ({ people: new Set(), organisations: new Set(), countries: [] }),
};
