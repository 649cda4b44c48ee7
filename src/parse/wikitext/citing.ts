/** Which templates cite sources, compiled from mappings/wikitext/citations.yaml. */
import type { Citation, Reference } from '../../article.js';
import { remembered } from '../../remembered.js';
import { TemplateNames } from './template-names.js';

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
  private readonly names = new TemplateNames<CitingRole | null>();

  constructor({ full, not, short, named, notes, groups }: CitingEntries) {
    this.groups = new Set(groups.map((group) => group.toLowerCase()));
    this.names.define(full, 'full');
    this.names.define(short, 'short');
    this.names.define(named, 'named');
    this.names.define(notes, 'note');
    this.names.define(not, null);
  }

  /** What the template of a name cites; null where it does not. @param name in lower case, with single spaces */
  readonly roleOf = remembered(mostRemembered, (name: string): CitingRole | null => {
    const found = this.names.named(name);
    if (found !== undefined) return found;
    const form = this.names.fitting(name);
    if (form) return form.value;
    const colon = name.indexOf(':', 1);
    return colon < 0 ? null : (this.names.named(name.slice(0, colon)) ?? null);
  });

  /** Whether the footnotes of a group are notes. */
  isNoteGroup(group: string): boolean {
    return this.groups.has(group.toLowerCase().replace(/\s*\d+$/, ''));
  }
}
