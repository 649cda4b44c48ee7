/** Cast lists and cast tables: performances, in the order of the source. */
import type { NamedNode } from '@rdfjs/types';
import type { Item, List, Row, Section, Table, Text } from '../article.js';
import { slice } from '../article.js';
import { literal } from '../rdf/terms.js';
import { expandCurie, schema, xsd } from '../rdf/vocabulary.js';
import { readNames } from '../value/name.js';
import type { Range } from '../value/pieces.js';
import type { Role } from '../value/role.js';
import { readCharacter, splitRole } from '../value/role.js';
import type { Draft } from './draft.js';
import { isTooLong } from './draft.js';
import { labelKey } from './label-key.js';
import type { PerformancesFile } from './mapping-schema.js';
import { rowText } from './plain-text.js';

export const emits = {
  classes: [schema.PerformanceRole, schema.Person],
  properties: [schema.name, schema.actor, schema.characterName, schema.position, schema.description],
};

export class PerformanceMapper {
  private readonly spec: PerformancesFile;
  private readonly property: NamedNode;
  private readonly rule: string;
  private position = 0;

  constructor(private readonly draft: Draft) {
    this.spec = draft.mappings.performances;
    this.property = expandCurie(this.spec.property, draft.mappings.prefixes) as NamedNode;
    this.rule = `${draft.kind?.name}/performances`;
  }

  /** @param bare whether a bullet may be a name alone */
  mapList(section: Section, list: List, bare: boolean): void {
    let above: { level: number; performances: readonly NamedNode[] } | null = null;
    for (const [index, item] of list.items.entries()) {
      const { level, text } = item;
      if (this.headsOthers(item, list.items[index + 1])) {
        above = null;
        continue;
      }
      const isBelow: boolean = above !== null && level > above.level;
      const performances = this.mapItem(item, bare && !isBelow);
      if (performances.length > 0) above = { level, performances };
      else if (above && isBelow) for (const node of above.performances) this.describe(node, text);
      else this.draft.unreadIn(section, text, 'does not say clearly who plays whom', this.rule);
    }
  }

  /** A bullet without a role, with others below it, is a heading: "Main cast". */
  private headsOthers({ level, text }: Item, next: Item | undefined): boolean {
    return next !== undefined && next.level > level && splitRole(text.value, this.spec).role === null;
  }

  /** What stands below a performance describes it. */
  private describe(performance: NamedNode, words: Text): void {
    this.draft.state(performance, schema.description, this.draft.words(words), words.span, this.rule);
  }

  /** The performances that a bullet states; none where they cannot be told. */
  private mapItem({ text }: Item, bare: boolean): NamedNode[] {
    if (isTooLong(text)) return [];
    const split = splitRole(text.value, this.spec);
    if (split.role === null) return bare ? this.mapBareName(text) : [];
    const sides = this.rightWayRound(text.value, split);
    const performers = this.namesIn(text, sides.performer);
    if (!performers) return [];
    const character = readCharacter(text.value, sides.role, this.spec);
    return performers.map(({ name: performer, notes }) => {
      const last = character.name ?? sides.performer;
      const whole = slice(
        text,
        Math.min(sides.performer.begin, last.begin),
        Math.max(sides.performer.end, last.end),
      );
      return this.state(whole, performer, {
        character: character.name && slice(text, character.name.begin, character.name.end),
        descriptions: character.description
          ? [...notes, slice(text, character.description.begin, character.description.end)]
          : notes,
      });
    });
  }

  /** A name without a character. Names between commas may as well be a performer and a role, unless they are known. */
  private mapBareName(text: Text): NamedNode[] {
    const { found, unread } = readNames(text.value, 'person', this.draft.mappings.tables);
    if (found.length === 0 || unread.length > 0) return [];
    const isList = text.value.slice(found[0]?.begin, found.at(-1)?.end).includes(',');
    if (isList && found.length > 1 && !found.every(({ value }) => this.draft.people.has(value.name)))
      return [];
    return found.map(({ begin, end, value }) => {
      const performer = slice(text, begin, end);
      const descriptions = value.notes.map((note) => slice(text, note.begin, note.end));
      return this.state(performer, performer, { character: null, descriptions });
    });
  }

  /** "Character – Performer" is told from "Performer – Character" by the names that the infobox knows. */
  private rightWayRound(text: string, { performer, role, isDash }: Role): { performer: Range; role: Range } {
    const other = role as Range;
    const isKnown = ({ begin, end }: Range): boolean => this.draft.people.has(text.slice(begin, end));
    return isDash && isKnown(other) && !isKnown(performer)
      ? { performer: other, role: performer }
      : { performer, role: other };
  }

  /** The performers that a part of a text names, with the notes beside each; null where it is not only names. */
  private namesIn(text: Text, range: Range): { name: Text; notes: Text[] }[] | null {
    const words = slice(text, range.begin, range.end);
    const { found, unread } = readNames(words.value, 'person', this.draft.mappings.tables);
    if (found.length === 0 || unread.length > 0) return null;
    return found.map(({ begin, end, value }) => ({
      name: slice(words, begin, end),
      notes: value.notes.map((note) => slice(words, note.begin, note.end)),
    }));
  }

  /** Reads a table whose header names performers; false where it does not. */
  mapTable(section: Section, table: Table): boolean {
    const [header, ...rows] = table.rows;
    const roles = header?.cells.map(({ text }) => this.columnRole(text.value)) ?? [];
    if (!header || !roles.includes('performer')) return false;
    for (const row of rows) {
      if (this.mapRow(row, roles, header)) continue;
      this.draft.unreadIn(section, rowWords(row), 'does not say clearly who plays whom', this.rule);
    }
    return true;
  }

  /** A language before a performer's label does not change it: "Japanese voice actor". */
  private columnRole(label: string): keyof PerformancesFile['columns'] | null {
    const { languages, nationalities } = this.draft.mappings.tables;
    const words = label.split(' ');
    const isTongue = (word: string): boolean => languages.has(word) || nationalities.has(word);
    while (words.length > 1 && isTongue((words[0] as string).toLowerCase())) words.shift();
    const key = labelKey(words.join(' '));
    for (const role of ['performer', 'character', 'notes'] as const) {
      if (this.spec.columns[role].some((name) => labelKey(name) === key)) return role;
    }
    return null;
  }

  /** A row that lost a cell cannot be told from one that is whole, so every column that counts must be filled. */
  private mapRow(row: Row, roles: readonly (string | null)[], header: Row): boolean {
    const cellOf = (role: string): Text | undefined => row.cells[roles.indexOf(role)]?.text;
    const character = cellOf('character');
    if (roles.includes('character') && !character?.value) return false;
    if (row.cells.some(({ text }) => isTooLong(text))) return false;
    const performances: { words: Text; performer: Text; details: Details }[] = [];
    for (const [column, { text }] of row.cells.entries()) {
      if (roles[column] !== 'performer' || text.value === '') continue;
      const split = splitRole(text.value, this.spec);
      const performers = this.namesIn(text, split.performer);
      if (!performers || performers.some(({ name }) => looksRunTogether(name.value))) return false;
      const own = split.role && readCharacter(text.value, split.role, this.spec).name;
      const several = roles.filter((role) => role === 'performer').length > 1;
      const heading = header.cells[column]?.text;
      const notes = cellOf('notes');
      const details: Details = {
        character: own ? slice(text, own.begin, own.end) : this.characterIn(character),
        descriptions: [several ? heading : undefined, notes?.value ? notes : undefined].filter(
          (note) => note !== undefined,
        ),
      };
      for (const { name } of performers) performances.push({ words: text, performer: name, details });
    }
    for (const { words, performer, details } of performances) this.state(words, performer, details);
    return performances.length > 0;
  }

  private characterIn(cell: Text | undefined): Text | null {
    if (!cell) return null;
    const { name } = readCharacter(cell.value, { begin: 0, end: cell.value.length }, this.spec);
    return name && slice(cell, name.begin, name.end);
  }

  private state(words: Text, performer: Text, { character, descriptions }: Details): NamedNode {
    const { draft, rule } = this;
    const performance = draft.part('cast', performer.value);
    draft.state(draft.thing, this.property, performance, words.span, rule);
    draft.describe(performance, schema.PerformanceRole, words, rule);
    const person = draft.named(performer, schema.Person, rule);
    draft.state(performance, schema.actor, person, performer.span, rule);
    if (character)
      draft.state(performance, schema.characterName, draft.words(character), character.span, rule);
    this.position++;
    draft.state(performance, schema.position, literal(String(this.position), xsd.integer), undefined, rule);
    for (const said of descriptions) this.describe(performance, said);
    return performance;
  }
}

interface Details {
  readonly character: Text | null;
  readonly descriptions: readonly Text[];
}

/** Two names whose line break was lost: `O'ConnellBarbara`. Not `McDonald`, `DiCaprio`, `LeBlanc`. */
function looksRunTogether(name: string): boolean {
  return /(?<!\p{L})(?!Mc|Mac|De|Di|La|Le|Du|Van|Fitz|O['’])\p{L}['’]?\p{L}*\p{Ll}{2}\p{Lu}\p{Ll}|['’]\p{Lu}\p{Ll}+\p{Lu}\p{Ll}/u.test(
    name,
  );
}

/** A row as it stands, with its place. */
export function rowWords(row: Row): Text {
  return { type: 'text', value: rowText(row), span: row.span };
}
