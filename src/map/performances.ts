/** Performances: who plays whom, in the order of the source over all lists and tables of the cast. */
import type { NamedNode } from '@rdfjs/types';
import type { Section, Text } from '../article.js';
import { slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { expandCurie, rdf, schema, xsd } from '../rdf/vocabulary.js';
import type { Range } from '../value/pieces.js';
import type { Order } from '../value/role.js';
import type { ValueTables } from '../value/tables.js';
import type { Draft } from './draft.js';
import { agents } from './known-agents.js';
import { KnownPerformers } from './known-performers.js';
import type { PerformancesFile } from './mapping-schema.js';
import { namesIn } from './names-in.js';

export const emits = {
  classes: [schema.PerformanceRole, schema.Person],
  properties: [schema.name, schema.actor, schema.characterName, schema.position, schema.description],
};

export interface Details {
  readonly character: Text | null;
  readonly descriptions: readonly Text[];
}

/** States performances, and counts them. */
export class Performances {
  readonly spec: PerformancesFile;
  private readonly property: NamedNode;
  readonly rule: string;
  /** In which orders lists of this cast stand. */
  readonly orders = new Set<Order>();
  private known: KnownPerformers | null = null;
  private position = 0;

  constructor(readonly draft: Draft) {
    this.spec = draft.mappings.performances;
    this.property = expandCurie(this.spec.property, draft.mappings.prefixes) as NamedNode;
    this.rule = `${draft.kind?.name}/performances`;
  }

  get tables(): ValueTables {
    return this.draft.mappings.tables;
  }

  /** Whether nobody is stated to perform. */
  get isEmpty(): boolean {
    return this.position === 0;
  }

  /** Goes on to the next place of the cast. */
  advance(): void {
    this.position++;
  }

  /**
   * States, for the present place of the cast, that a performer plays a character. A performance is called by its performer, however
   * the source writes down who plays whom.
   *
   * @param words the words that say so
   */
  state(words: Text, performer: Text, { character, descriptions }: Details): NamedNode {
    const { draft, rule } = this;
    const performance = draft.part('cast', performer.value);
    draft.state(draft.thing, this.property, performance, words.span, rule);
    draft.state(performance, rdf.type, schema.PerformanceRole, words.span, rule);
    draft.state(performance, schema.name, draft.words(performer), performer.span, rule);
    const person = draft.named(performer, schema.Person, rule);
    // Whoever performs is nobody else where awards name them.
    draft.recall(agents).people.add(performer.value);
    draft.state(performance, schema.actor, person, performer.span, rule);
    if (character) {
      draft.state(performance, schema.characterName, draft.words(character), character.span, rule);
    }
    draft.state(performance, schema.position, literal(String(this.position), xsd.integer), undefined, rule);
    for (const said of descriptions) this.describe(performance, said);
    return performance;
  }

  describe(performance: NamedNode, words: Text): void {
    this.draft.state(performance, schema.description, this.draft.words(words), words.span, this.rule);
  }

  /** Keeps what does not say clearly who plays whom. */
  leave(section: Section, words: Text): void {
    this.draft.unreadIn(section, words, 'does not say clearly who plays whom', this.rule);
  }

  /** The performers that a part of a text names, with the notes beside each; null where it is not only names. */
  namesIn(text: Text, range: Range): { name: Text; notes: Text[] }[] | null {
    const words = slice(text, range.begin, range.end);
    const { found, unread } = namesIn(words, 'person', this.tables);
    if (found.length === 0 || unread.length > 0 || found.some(({ value }) => !isWritten(value))) return null;
    return found.map(({ begin, end, notes = [] }) => ({
      name: slice(words, begin, end),
      notes: notes.map((note) => slice(words, note.begin, note.end)),
    }));
  }

  /** Whether a text names somebody whom the article knows to perform. */
  knows(text: Text): boolean {
    this.known ??= new KnownPerformers(this.draft);
    const { known } = this;
    if (known.has(text)) return true;
    const named = this.namesIn(text, { begin: 0, end: text.value.length });
    return named?.some(({ name }) => known.has(name)) ?? false;
  }

  /** Whether what stands in parentheses behind a name may be a role, and is no note on it. */
  mayBeRole({ value }: Text, name: Range, inside: Range): boolean {
    const words = value.slice(inside.begin, inside.end);
    const lower = words.toLowerCase();
    const { countries, regions, creditNotes } = this.tables;
    if (countries.has(lower) || regions.has(lower) || creditNotes.has(lower)) return false;
    if (this.spec.notCharacters.some((phrase) => lower === phrase || lower.startsWith(`${phrase} `)))
      return false;
    // "Ann Lee (as Anne Lee)" says how she is called.
    const own = value.slice(name.begin, name.end).toLowerCase().split(/\s+/);
    if (lower.split(/\s+/).some((word) => own.includes(word))) return false;
    return /^[\p{Lu}\p{Lt}\p{Lo}"“'‘\ue000]/u.test(words) || /^(?:the|an?)\s/.test(words);
  }
}

/** Not "3", and not "1. Ann Lee" of a list whose numbers were typed. */
function isWritten(name: string): boolean {
  return /\p{L}/u.test(name) && !/^\d+[.)](?:\s|$)/.test(name);
}
