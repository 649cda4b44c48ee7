/** What the cells of awards tables hold, as far as their words tell. */
import type { NamedNode } from '@rdfjs/types';
import { expandCurie } from '../rdf/vocabulary.js';
import type { CalendarDate } from '../value/date.js';
import { findDates, readDate } from '../value/date.js';
import { isName, readNames } from '../value/name.js';
import type { Range } from '../value/pieces.js';
import type { Draft } from './draft.js';
import { labelKey } from './label-key.js';
import type { RecognitionsFile } from './mapping-schema.js';

export type ColumnRole = keyof RecognitionsFile['columns'] | 'other';

/** Judges cells of one article's tables. */
export class AwardCells {
  private readonly outcomes = new Map<string, NamedNode>();
  private readonly giverWords: ReadonlySet<string>;
  private readonly categoryWords: ReadonlySet<string>;
  private readonly spec: RecognitionsFile;

  constructor(private readonly draft: Draft) {
    this.spec = draft.mappings.recognitions;
    this.giverWords = new Set(this.spec.words.giver);
    this.categoryWords = new Set(this.spec.words.category);
    for (const [curie, labels] of Object.entries(this.spec.outcomes)) {
      const outcome = expandCurie(curie, draft.mappings.prefixes);
      if (outcome) for (const label of labels) this.outcomes.set(labelKey(label), outcome);
    }
  }

  /** What a header says that its column holds. */
  columnRole(label: string): ColumnRole {
    const key = labelKey(label);
    for (const role of Object.keys(this.spec.columns) as (keyof RecognitionsFile['columns'])[]) {
      if (this.spec.columns[role].some((name) => labelKey(name) === key)) return role;
    }
    return 'other';
  }

  /** The outcome that a result cell states: `award:Won` or `award:Nominated`. */
  outcome(text: string): NamedNode | undefined {
    return this.outcomes.get(labelKey(withoutNotes(text)));
  }

  /** How well a cell's words fit a column, from -4 to 5. An empty cell fits every column alike. */
  fit(text: string, role: ColumnRole): number {
    if (text === '') return 0;
    const isDate = yearOf(text, this.draft) !== null;
    const isResult =
      this.outcome(text) !== undefined || /^(?:\d+(?:st|nd|rd|th)\s|runner|shortlist|pending)/i.test(text);
    switch (role) {
      case 'year':
        return isDate ? 3 : -3;
      case 'result':
        return isResult ? 3 : -3;
      case 'ignored':
        return /^(?:\[[^[\]]*\]\s*)+$/.test(text) ? 1 : isDate || isResult ? -1 : -0.5;
      case 'other':
        return isDate || isResult ? -1 : 0;
      case 'work':
        return this.isSubject(text) ? 2 : isDate || isResult ? -3 : 0;
      default:
        return isDate || isResult ? -3 : this.nameFit(text, role);
    }
  }

  private nameFit(text: string, role: 'giver' | 'award' | 'category' | 'recipient'): number {
    const { giver, category } = this.countWords(text);
    const lower = text.toLowerCase();
    const superlative = this.spec.words.superlatives.some((word) => lower.startsWith(`${word} `));
    const plain =
      giver + category === 0 && isName(text.replace(/[&,]/g, ''), 'person', this.draft.mappings.tables);
    switch (role) {
      case 'giver':
        if (giver === 0) return (category > 0 ? -2 : plain ? -1 : 0) - (superlative ? 2 : 0);
        return Math.min(3, 1 + giver) - Math.min(2, category * 0.5) - (superlative ? 3 : 0);
      case 'recipient':
        if (this.isKnown(text)) return 3;
        if (this.isSubject(text)) return 1;
        if (plain) return 1.5;
        return -Math.min(3, category) - (giver > 0 ? 1.5 : 0) - (superlative ? 1 : 0);
      default:
        if (category === 0) return giver > 0 ? -2 : plain ? -1 : 0;
        return Math.min(3, 1 + category) - Math.min(3, giver) + (superlative ? 1.5 : 0);
    }
  }

  private countWords(text: string): { giver: number; category: number } {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}\p{M}'’-]+/u);
    const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
    return { giver: count(this.giverWords), category: count(this.categoryWords) };
  }

  /** Whether every name in a text is one of the people that the infobox names. */
  private isKnown(text: string): boolean {
    const { found, unread } = readNames(text, 'any', this.draft.mappings.tables);
    return (
      unread.length === 0 && found.length > 0 && found.every(({ value }) => this.draft.people.has(value.name))
    );
  }

  isSubject(text: string): boolean {
    const key = labelKey(text);
    return [this.draft.article.name, this.draft.name].some((name) => labelKey(name) === key);
  }

  /** Whether a heading names a giver of awards, such as "Academy Awards". */
  namesGiver(text: string): boolean {
    const { giver, category } = this.countWords(text);
    return giver > 0 && category < giver && isName(text, 'organisation', this.draft.mappings.tables);
  }
}

/** Footnote marks and what stands in parentheses do not change a result. */
function withoutNotes(text: string): string {
  return text.replace(/\[[^[\]]*\]|\([^()]*\)/g, '').trim();
}

export interface CeremonyYear {
  /** xsd:gYear. */
  readonly year: string;
  /** The day, where the cell says it. */
  readonly day?: CalendarDate;
  /** The ceremony's number, where the cell says it: "1997 (16th)". */
  readonly edition?: string;
}

/** The year that a cell is: `1997`, `11 November 2018`, `1997 (16th)`, `5–7 May 2011`. */
export function yearOf(text: string, draft: Draft): CeremonyYear | null {
  const { tables } = draft.mappings;
  const words = text.replace(/\[[^[\]]*\]/g, '').trim();
  const numbered = /^(.*?)\s*\((\d+)(?:st|nd|rd|th)\)$/.exec(words);
  const core = numbered ? (numbered[1] as string) : words;
  const edition = numbered ? { edition: numbered[2] as string } : {};
  const whole = readDate(core, tables);
  if (whole) return { year: whole.year, ...(whole.precision === 'day' ? { day: whole } : {}), ...edition };
  // Days of one month, or several days of one year.
  const dates = findDates(core, tables).flatMap((date) => ('value' in date ? [date] : []));
  const years = new Set(dates.map(({ value }) => value.year));
  const between = dates.reduce((rest, date) => rest.replace(core.slice(date.begin, date.end), ''), core);
  const isRange =
    years.size === 1 && dates.some(({ value }) => value.precision !== 'year') && !/\d{3}/.test(between);
  return isRange && between.length <= 24 ? { year: [...years][0] as string, ...edition } : null;
}

export interface GiverName {
  /** The name without ordinal and year. */
  readonly name: Range;
  readonly edition?: Range & { readonly number: string };
  readonly year?: Range & { readonly year: string };
}

/** "34th Golden Horse Awards" is the 34th edition of the Golden Horse Awards. */
export function readGiver(text: string): GiverName {
  const ordinal = /^(?:the\s+)?(\d+)(?:st|nd|rd|th)\s+(?:annual\s+)?(?=\p{L})/iu.exec(text);
  const yearBefore = ordinal ? null : /^(\d{4})\s+(?=\p{Lu})/u.exec(text);
  const yearBehind = /(?<=\p{L})\s+\(?(\d{4})\)?$/u.exec(text);
  const begin = (ordinal ?? yearBefore)?.[0].length ?? 0;
  const name = { begin, end: yearBehind && !yearBefore ? yearBehind.index : text.length };
  const year = yearBefore ?? yearBehind;
  return {
    name,
    ...(ordinal ? { edition: { ...digits(ordinal), number: String(Number(ordinal[1])) } } : {}),
    ...(year ? { year: { ...digits(year), year: year[1] as string } } : {}),
  };
}

function digits(match: RegExpExecArray): Range {
  const begin = match.index + match[0].indexOf(match[1] as string);
  return { begin, end: begin + (match[1] as string).length };
}
