/** How explanations are worded, whatever they are written as. */
import { plural } from '../plural.js';
import type {
  ExplainedProblem,
  ExplainedStatement,
  Explanation,
  Part,
  Term,
  Unit,
  UnitType,
  Value,
} from './explanation.js';

const partNames: Readonly<Record<Part['type'], string>> = {
  title: 'Title',
  infobox: 'Infobox',
  lead: 'Lead',
  section: 'Section',
  categories: 'Categories',
};

export function partTitle({ type, name }: Part): string {
  return type === 'section' && name !== '' ? name : partNames[type];
}

const tellingTypes: ReadonlySet<UnitType> = new Set(['field', 'sentence', 'item', 'row']);

/** Whether a fact could be expected of it, and there is none. Headings and headers only say what the others are. */
export function lacksFact({ type, hasFact }: Unit): boolean {
  return !hasFact && tellingTypes.has(type);
}

export const noFact = 'no fact';

/** What the three readings mean, for people. */
export const meanings = {
  fact: 'says something about the world',
  structure: 'only keeps the words, or says how the article is built',
  nothing: 'behind no statement',
} as const;

/** `“PT116M”`, with what tells its kind apart from it; cut where it is long. */
export function objectWords(object: Term | Value, most: number): { words: string; kind: string } {
  if ('iri' in object) return { words: cut(object.label, most), kind: '' };
  const { value, language, datatype } = object;
  return { words: `“${cut(value, most)}”`, kind: language ?? datatype ?? '' };
}

/** Words in one line, cut where they are long. */
export function cut(words: string, most: number): string {
  const start = words
    .slice(0, 2 * most)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...start];
  return characters.length > most || start.length < words.length - most
    ? `${characters.slice(0, most).join('').trimEnd()}…`
    : start;
}

export interface RuleGroup {
  readonly rule: string;
  readonly statements: readonly number[];
}

/** Statements that follow each other and were read by the same rule. */
export function byRule(indexes: readonly number[], all: readonly ExplainedStatement[]): RuleGroup[] {
  const groups: { rule: string; statements: number[] }[] = [];
  for (const index of indexes) {
    const rule = all[index]?.rule ?? '';
    const last = groups.at(-1);
    if (last?.rule === rule) last.statements.push(index);
    else groups.push({ rule, statements: [index] });
  }
  return groups;
}

/** The first words of each statement and problem of a unit. */
export function wordsOfEach({ words }: Unit): {
  statements: ReadonlyMap<number, string>;
  problems: ReadonlyMap<number, string>;
} {
  const statements = new Map<number, string>();
  const problems = new Map<number, string>();
  for (const { pieces } of words) {
    for (const piece of pieces) {
      for (const statement of piece.statements) append(statements, statement, piece.text);
      for (const problem of piece.problems) append(problems, problem, piece.text);
    }
  }
  return { statements, problems };
}

const mostKept = 200;

function append(map: Map<number, string>, index: number, text: string): void {
  const known = map.get(index) ?? '';
  if (known.length < mostKept) map.set(index, known + text.slice(0, mostKept));
}

export function problemPlace({ line, column }: ExplainedProblem): string {
  return [line, column].filter((part) => part !== undefined).join(':');
}

/** `18 statements: 13 facts, 5 of structure` */
export function countWords({ counts }: Explanation): string {
  const { facts, structure } = counts;
  return `${plural(facts + structure, 'statement')}: ${plural(facts, 'fact')}, ${structure} of structure`;
}
