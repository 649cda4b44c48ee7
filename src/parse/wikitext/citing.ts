/** Which templates cite sources, compiled from mappings/wikitext/citations.yaml. */
import type { Citation, Reference } from '../../article.js';
import { remembered } from '../../remembered.js';

/** The part of the table that the reader of wikitext needs, as the YAML says it. */
export interface CitingEntries {
  readonly full: readonly string[];
  readonly not: readonly string[];
  readonly short: readonly string[];
  readonly named: readonly string[];
  readonly notes: readonly string[];
  readonly groups: readonly string[];
}

/** What a page cites. */
export interface Cited {
  readonly citations: readonly Citation[];
  /** What each mark of the page cites, by its index. */
  readonly at: ReadonlyMap<number, Omit<Reference, 'at'>>;
}

/** What a template cites: a source in full or in short, footnotes by their names, or none, for it is a note. */
export type CitingRole = 'full' | 'short' | 'named' | 'note';

const mostRemembered = 5000;

export class CitingTemplates {
  private readonly groups: ReadonlySet<string>;
  private readonly exact = new Map<string, CitingRole | null>();
  private readonly patterns: { head: string; tail: string; role: CitingRole | null }[] = [];

  constructor({ full, not, short, named, notes, groups }: CitingEntries) {
    this.groups = new Set(groups.map((group) => group.toLowerCase()));
    this.define(full, 'full');
    this.define(short, 'short');
    this.define(named, 'named');
    this.define(notes, 'note');
    this.define(not, null);
    this.patterns.sort((a, b) => b.head.length + b.tail.length - a.head.length - a.tail.length);
  }

  /** What the template of a name cites; null where it does not. @param name in lower case, with single spaces */
  readonly roleOf = remembered(mostRemembered, (name: string): CitingRole | null => {
    const found = this.exact.get(name);
    if (found !== undefined) return found;
    const fits = this.patterns.find(
      ({ head, tail }) =>
        name.length >= head.length + tail.length && name.startsWith(head) && name.endsWith(tail),
    );
    if (fits) return fits.role;
    const colon = name.indexOf(':', 1);
    return colon < 0 ? null : (this.exact.get(name.slice(0, colon)) ?? null);
  });

  /** Whether the footnotes of a group are notes. */
  isNoteGroup(group: string): boolean {
    return this.groups.has(group.toLowerCase().replace(/\s*\d+$/, ''));
  }

  private define(names: readonly string[], role: CitingRole | null): void {
    for (const written of names) {
      const [head = '', tail] = written.toLowerCase().split('*');
      if (tail === undefined) this.exact.set(head, role);
      else this.patterns.push({ head, tail, role });
    }
  }
}
