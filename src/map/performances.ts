/** Performances: who plays whom, in the order of the source over all lists and tables of the cast. */
import type { NamedNode } from '@rdfjs/types';
import type { Section, Text } from '../article.js';
import { slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { expandCurie, schema, xsd } from '../rdf/vocabulary.js';
import type { Range } from '../value/pieces.js';
import type { ValueTables } from '../value/tables.js';
import type { Draft } from './draft.js';
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
  private readonly rule: string;
  private position = 0;

  constructor(readonly draft: Draft) {
    this.spec = draft.mappings.performances;
    this.property = expandCurie(this.spec.property, draft.mappings.prefixes) as NamedNode;
    this.rule = `${draft.kind?.name}/performances`;
  }

  get tables(): ValueTables {
    return this.draft.mappings.tables;
  }

  /**
   * States that a performer plays a character.
   *
   * @param words the words that say so
   */
  state(words: Text, performer: Text, { character, descriptions }: Details): NamedNode {
    const { draft, rule } = this;
    const performance = draft.part('cast', performer.value);
    draft.state(draft.thing, this.property, performance, words.span, rule);
    draft.describe(performance, schema.PerformanceRole, words, rule);
    const person = draft.named(performer, schema.Person, rule);
    draft.state(performance, schema.actor, person, performer.span, rule);
    if (character) {
      draft.state(performance, schema.characterName, draft.words(character), character.span, rule);
    }
    this.position++;
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
    if (found.length === 0 || unread.length > 0) return null;
    return found.map(({ begin, end, notes = [] }) => ({
      name: slice(words, begin, end),
      notes: notes.map((note) => slice(words, note.begin, note.end)),
    }));
  }

  /** Whether the infobox names a person of that name. */
  knows(name: string): boolean {
    return this.draft.people.has(name);
  }
}
