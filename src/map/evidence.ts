/**
 * Which citation stands behind which statement. A reference is evidence for what was read from the words that it stands right
 * behind, and for nothing else:
 *
 * - behind the end of a sentence or an item of a list, for that sentence, back to the reference before it;
 * - inside of a sentence, for the words behind the last sign or conjunction before it;
 * - behind the only value of a line of a field or cell, for that line; behind one of several, for that one;
 * - alone in a cell of a column of references, for the other cells of the row that are not merged with those of other rows.
 */
import type { NamedNode } from '@rdfjs/types';
import type { Block, Cell, Reference, Span, Table, Text } from '../article.js';
import { nodesOf, slice } from '../article.js';
import { firstIndex } from '../first-index.js';
import { rawProperty } from '../rdf/vocabulary.js';
import type { Statement } from '../statement.js';
import { matchesOf } from '../value/matches.js';
import { findQuotations, findSentences, solidStretches } from '../value/sentence.js';
import type { ValueTables } from '../value/tables.js';
import type { CitationEntries } from './citations-schema.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';

/** Words of the source that references are evidence for, in code points of the source. */
interface Backed {
  /** What is read from before it is not meant. */
  readonly low: number;
  /** Only what ends behind this is meant. */
  readonly behind: number;
  readonly end: number;
  readonly citations: readonly NamedNode[];
}

const rawNamespace = rawProperty('').value;

/** What a text is: each tells otherwise what a reference at its end stands behind. */
type Place = 'prose' | 'item' | 'cell' | 'field';

/** The statements, those with evidence that have some. @param nodes the node of each of the article's citations */
export function withEvidence(draft: Draft, nodes: readonly (NamedNode | null)[]): readonly Statement[] {
  const { statements } = draft;
  if (nodes.length === 0) return statements;
  const facts = statements.filter((one) => isFact(draft, one));
  const backed = new Finder(draft, nodes, facts).find();
  if (backed.length === 0) return statements;
  backed.sort((a, b) => a.end - b.end || a.low - b.low);
  return statements.map((statement) => {
    const { span } = statement;
    const evidence = span ? evidenceFor(span, backed) : [];
    return evidence.length > 0 && isFact(draft, statement) ? { ...statement, evidence } : statement;
  });
}

/** What says how the article is built, what it is called and what it cites needs no evidence. */
function isFact({ page }: Draft, { subject, predicate, rule }: Statement): boolean {
  if (subject.value === page.value || subject.value.startsWith(`${page.value}#`)) return false;
  return !rule.startsWith('article/') || predicate.value.startsWith(rawNamespace);
}

/** How many stretches that end behind words are looked at: those that meet are a cell's and its row's. */
const mostMeeting = 8;

const none: readonly NamedNode[] = [];

function evidenceFor(span: Span, backed: readonly Backed[]): readonly NamedNode[] {
  const low = firstIndex(backed.length, (at) => (backed[at] as Backed).end < span.end);
  let found = none;
  for (let at = low; at < low + mostMeeting && at < backed.length; at++) {
    const one = backed[at] as Backed;
    if (span.begin >= one.low && span.end > one.behind) found = [...found, ...one.citations];
  }
  return found.length > 1 ? [...new Map(found.map((node) => [node.value, node])).values()] : found;
}

class Finder {
  private readonly found: Backed[] = [];
  private readonly facts: readonly Statement[];
  private readonly entries: CitationEntries;
  private readonly columns: ReadonlySet<string>;
  private readonly tables: ValueTables;
  private readonly conjunction: RegExp;

  constructor(
    private readonly draft: Draft,
    private readonly nodes: readonly (NamedNode | null)[],
    facts: readonly Statement[],
  ) {
    this.facts = facts.filter(({ span }) => span).sort((a, b) => beginOf(a) - beginOf(b));
    this.entries = draft.mappings.citations;
    this.tables = draft.mappings.tables;
    this.columns = new Set(this.entries.columns.map(labelKey));
    this.conjunction = new RegExp(`(?<=\\s)(?:${this.entries.conjunctions.join('|')})(?=\\s)`, 'giu');
  }

  find(): Backed[] {
    const { infoboxes, lead, sections } = this.draft.article;
    for (const box of infoboxes)
      for (const { span, values } of box.fields) {
        let low = span.begin;
        for (const text of values) {
          this.text(text, low, 'field');
          low = text.span.end;
        }
      }
    for (const block of lead) this.block(block);
    for (const { blocks } of sections) for (const block of blocks) this.block(block);
    return this.found;
  }

  private block(block: Block): void {
    if (block.type === 'paragraph') this.text(block.text, block.span.begin, 'prose');
    else if (block.type === 'list')
      for (const { text, span } of block.items)
        this.text(text, Math.min(span.begin, text.span.begin), 'item');
    else this.table(block);
  }

  private table(table: Table): void {
    if (![...nodesOf(table)].some((one) => 'references' in one && one.references)) return;
    const rowsOf = new Map<Cell, number>();
    for (const { cells } of table.rows)
      for (const cell of new Set(cells)) rowsOf.set(cell, (rowsOf.get(cell) ?? 0) + 1);
    const read = new Set<Cell>();
    let heads: readonly Cell[] = [];
    for (const { cells } of table.rows) {
      for (const cell of cells) {
        if (!read.has(cell)) this.text(cell.text, cell.span.begin, 'cell');
        read.add(cell);
      }
      if (cells.every(({ isHeader }) => isHeader)) heads = cells;
      else if (table.isGrid) this.row(cells, heads, rowsOf);
    }
  }

  /** References alone in a cell are those of the row. */
  private row(cells: readonly Cell[], heads: readonly Cell[], rowsOf: ReadonlyMap<Cell, number>): void {
    for (const [column, { text, references = [], ...cell }] of cells.entries()) {
      if (references.length === 0 || text.value !== '') continue;
      const head = heads[column]?.text.value ?? '';
      if (heads.length > 0 && head !== '' && !this.columns.has(labelKey(head))) continue;
      const rows = rowsOf.get(cells[column] as Cell) ?? 1;
      if (cell.isHeader || rows > 1) continue;
      const citations = references.flatMap((one) => this.nodesOf(one));
      for (const other of cells)
        if (rowsOf.get(other) === 1 && other.text.value !== '')
          this.add(other.text.span.begin, other.text.span.end, citations);
    }
  }

  /** @param low where in the source what is before the words ends */
  private text(text: Text, low: number, place: Place): void {
    const groups = groupsOf(text);
    if (groups.length === 0) return;
    const { value } = text;
    const sentences = this.sentencesOf(text);
    let before = { at: 0, end: low };
    for (const { at, begin, end, references } of groups) {
      const line = value.lastIndexOf('\n', at - 1) + 1;
      const sentence = sentences.findLast((one) => one.begin < at)?.begin ?? 0;
      const from = Math.max(line, place === 'prose' || place === 'item' ? sentence : 0);
      const citations = references.flatMap((one) => this.nodesOf(one));
      // What a template makes of its words stands for all of it, and so does what is before it.
      const start = from <= before.at ? before.end : Math.max(before.end, endBefore(text, from) ?? low);
      if (value.slice(Math.max(from, before.at), at).trim() !== '') {
        if (this.isWhole(text, at, place, start, begin, sentences)) this.add(start, begin, citations);
        else {
          const clause = this.clauseBefore(value, Math.max(from, before.at), at);
          const behind = clause <= from ? start : Math.max(start, endBefore(text, clause) ?? start);
          this.add(start, begin, citations, behind);
        }
      }
      before = { at, end };
    }
  }

  /** Whether references stand behind all that is between them and what is before: a sentence, an item, a value. */
  private isWhole(
    { value }: Text,
    at: number,
    place: Place,
    start: number,
    end: number,
    sentences: readonly { readonly end: number }[],
  ): boolean {
    const rest = value.slice(at);
    const isEnd = rest.trim() === '' || rest.startsWith('\n');
    if (place === 'field' || place === 'cell') return isEnd && this.isOneValue(start, end, place);
    if (isEnd || sentences.some((one) => one.end === at)) return true;
    // "… in Oslo.[1]Later" has no blank.
    return /[.!?。！？…]["”’'»)\]]*$/u.test(value.slice(0, at)) && /^\p{Lu}/u.test(rest);
  }

  /**
   * Whether no more than one thing is said between two places of the source; in a cell, one of each sort. What is said of a
   * thing that is named there belongs to it.
   */
  private isOneValue(begin: number, end: number, place: Place): boolean {
    const inside = this.factsBetween(begin, end);
    const named = new Set(inside.map(({ object }) => object.value));
    const said = new Map<string, Set<string>>();
    for (const { subject, predicate, object } of inside) {
      if (named.has(subject.value)) continue;
      const key = place === 'cell' ? predicate.value : '';
      said.set(key, (said.get(key) ?? new Set()).add(`${predicate.value} ${object.value}`));
    }
    return [...said.values()].every(({ size }) => size <= 1);
  }

  private factsBetween(begin: number, end: number): Statement[] {
    const { facts } = this;
    let at = firstIndex(facts.length, (index) => beginOf(facts[index] as Statement) < begin);
    const found: Statement[] = [];
    for (let fact = facts[at]; fact && beginOf(fact) < end; fact = facts[++at])
      if ((fact.span as Span).end <= end) found.push(fact);
    return found;
  }

  /** Where the words begin that references in the middle of a sentence stand right behind. */
  private clauseBefore(value: string, from: number, at: number): number {
    const words = value.slice(from, at).replace(/[\s,;:–—-]+$/u, '');
    let clause = 0;
    for (const { index, 0: sign } of matchesOf(/[,;:()[\]–—•·/]|\s-\s/gu, words))
      clause = index + sign.length;
    for (const { index, 0: word } of matchesOf(this.conjunction, words))
      clause = Math.max(clause, index + word.length);
    // A bracket closes what it holds: "in Oslo (Norway)[1]".
    return from + (clause >= words.length ? 0 : clause);
  }

  private sentencesOf({ value, links = [] }: Text) {
    const within = { solid: solidStretches(value, links, []), quotations: findQuotations(value) };
    return findSentences(value, within, this.tables);
  }

  private nodesOf({ citations }: Reference): NamedNode[] {
    return citations.flatMap((index) => this.nodes[index] ?? []);
  }

  private add(low: number, end: number, citations: readonly NamedNode[], behind = low): void {
    if (citations.length > 0 && end > low) this.found.push({ low, behind, end, citations });
  }
}

interface Group {
  readonly at: number;
  readonly begin: number;
  readonly end: number;
  readonly references: readonly Reference[];
}

/** References with no word between them are one. */
function groupsOf({ references = [], value }: Text): Group[] {
  const groups: Group[] = [];
  for (const reference of references) {
    const { at, span } = reference;
    const last = groups.at(-1);
    if (last && value.slice(last.at, at).trim() === '' && !value.slice(last.at, at).includes('\n'))
      groups[groups.length - 1] = { ...last, end: span.end, references: [...last.references, reference] };
    else groups.push({ at, begin: span.begin, end: span.end, references: [reference] });
  }
  return groups;
}

/** Where in the source the last word before an offset of a text ends; undefined where there is none. */
function endBefore(text: Text, at: number): number | undefined {
  const end = text.value.slice(0, at).trimEnd().length;
  return end === 0 ? undefined : slice(text, end - 1, end).span.end;
}

function beginOf({ span }: Statement): number {
  return (span as Span).begin;
}
