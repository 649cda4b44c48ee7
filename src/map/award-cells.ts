/** What the cells of awards tables hold, as far as their words tell. */
import type { NamedNode } from '@rdfjs/types';
import type { Text } from '../article.js';
import { expandCurie, schema } from '../rdf/vocabulary.js';
import type { CalendarDate } from '../value/date.js';
import { findDates, readDate } from '../value/date.js';
import { isName, readNames } from '../value/name.js';
import type { Range } from '../value/pieces.js';
import type { AwardWords } from './award-words.js';
import type { Draft } from './draft.js';
import { agents } from './known-agents.js';
import { labelKey } from './label-key.js';
import type { RecognitionsFile } from './mapping-schema.js';
import { namesIn } from './names-in.js';
import { subjectNames } from './subject-names.js';

export type ColumnRole = keyof RecognitionsFile['columns'] | 'other';

/** What can be told of a cell without knowing its column. */
interface Content {
  readonly isDate: boolean;
  readonly isResult: boolean;
  /** Whether it is nothing but marks of footnotes. */
  readonly isMark: boolean;
  /** How many words speak of givers of awards, and how many of what is given. */
  readonly giverWords: number;
  readonly categoryWords: number;
  readonly isSuperlative: boolean;
  /** Whether it is written as a name, with no word that speaks of awards. */
  readonly isPlainName: boolean;
  readonly isKnownPerson: boolean;
  readonly isSubject: boolean;
}

/** Results that are no outcome. */
const otherResult = /^(?:\d+(?:st|nd|rd|th)(?: place)?|runner[- ]up|shortlisted|finalist|pending)$/i;

const isNoName = ({ isDate, isResult }: Content): boolean => isDate || isResult;

/** How well a cell fits each column. Weights were set so that real tables with known answers come out right. */
const fits: Readonly<Record<ColumnRole, (content: Content) => number>> = {
  year: ({ isDate }) => (isDate ? 3 : -3),
  result: ({ isResult }) => (isResult ? 3 : -3),
  ignored: (content) => (content.isMark ? 1 : isNoName(content) ? -1 : -0.5),
  other: (content) => (isNoName(content) ? -1 : 0),
  work: (content) => (content.isSubject ? 2 : isNoName(content) ? -3 : 0),
  giver: giverFit,
  award: categoryFit,
  category: categoryFit,
  recipient: recipientFit,
};

function giverFit(content: Content): number {
  const { giverWords, categoryWords, isSuperlative, isPlainName } = content;
  if (isNoName(content)) return -3;
  if (giverWords > 0)
    return Math.min(3, 1 + giverWords) - Math.min(2, categoryWords * 0.5) - (isSuperlative ? 3 : 0);
  return (categoryWords > 0 ? -2 : isPlainName ? -1 : 0) - (isSuperlative ? 2 : 0);
}

function categoryFit(content: Content): number {
  const { giverWords, categoryWords, isSuperlative, isPlainName } = content;
  if (isNoName(content)) return -3;
  if (categoryWords > 0)
    return Math.min(3, 1 + categoryWords) - Math.min(3, giverWords) + (isSuperlative ? 1.5 : 0);
  return giverWords > 0 ? -2 : isPlainName ? -1 : 0;
}

function recipientFit(content: Content): number {
  const { giverWords, categoryWords, isSuperlative, isPlainName, isKnownPerson, isSubject } = content;
  if (isNoName(content)) return -3;
  if (isKnownPerson) return 3;
  if (isSubject) return 1;
  if (isPlainName) return 1.5;
  return -Math.min(3, categoryWords) - (giverWords > 0 ? 1.5 : 0) - (isSuperlative ? 1 : 0);
}

/** Contents of as many cells are remembered. */
const mostContents = 1000;

/** Judges cells of one article's tables. */
export class AwardCells {
  private readonly known: AwardWords;
  private readonly contents = new Map<string, Content>();
  private readonly spec: RecognitionsFile;
  /** What the subject is of the awards that its article tells of; null where that is not known. */
  readonly subject: 'work' | 'recipient' | null;
  /** Label keys of the names of the subject. */
  private readonly subjectKeys: ReadonlySet<string>;

  constructor(private readonly draft: Draft) {
    this.spec = draft.mappings.recognitions;
    this.subject = subjectOf(draft, this.spec);
    const others = draft.statements.filter(
      ({ subject, predicate }) => subject.equals(draft.thing) && predicate.equals(schema.alternateName),
    );
    const names = [...subjectNames(draft.article), ...others.map(({ object }) => object.value)];
    this.subjectKeys = new Set(names.map(labelKey));
    this.known = draft.mappings.awardWords;
  }

  /** The words that headings and sentences about awards are read by. */
  get words(): RecognitionsFile['words'] {
    return this.spec.words;
  }

  /** What a header says that its column holds. Notes in it do not matter, nor what is joined to a known word: "Year (AD)". */
  columnRole(label: string): ColumnRole {
    const whole = this.roleOf(label);
    if (whole !== 'other') return whole;
    const bare = label.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
    const roles = new Set([bare, ...bare.split(/\s*[/&,]\s*|\s+and\s+/)].map((part) => this.roleOf(part)));
    roles.delete('other');
    return roles.size === 1 ? ([...roles][0] as ColumnRole) : 'other';
  }

  private roleOf(label: string): ColumnRole {
    const key = labelKey(label);
    return (key === '' ? undefined : this.known.columns.get(key)) ?? 'other';
  }

  /** The outcome that a result cell states: `award:Won` or `award:Nominated`. */
  outcome(text: string): NamedNode | undefined {
    return this.known.outcomes.get(labelKey(withoutNotes(text)));
  }

  /** How well a cell's words fit a column, from about -5 to 5. An empty cell fits every column alike. */
  fitOf(text: string, role: ColumnRole): number {
    return text === '' ? 0 : fits[role](this.contentOf(text));
  }

  /** A cell is held against every column; what it holds is told once. */
  private contentOf(text: string): Content {
    const known = this.contents.get(text);
    if (known) return known;
    if (this.contents.size >= mostContents) this.contents.clear();
    const content = this.readContent(text);
    this.contents.set(text, content);
    return content;
  }

  private readContent(text: string): Content {
    const { giver, category } = this.countWords(text);
    const lower = text.toLowerCase();
    const { tables } = this.draft.mappings;
    return {
      isDate: yearOf(text, this.draft) !== null,
      isResult: this.isResult(text),
      isMark: /^(?:\[[^[\]]*\]\s*)+$/.test(text),
      giverWords: giver,
      categoryWords: category,
      isSuperlative: this.spec.words.superlatives.some((word) => lower.startsWith(`${word} `)),
      isPlainName: giver + category === 0 && isName(text.replace(/[&,]/g, ''), 'person', tables),
      isKnownPerson: this.isKnown(text),
      isSubject: this.isSubject(text),
    };
  }

  private countWords(text: string): { giver: number; category: number } {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}\p{M}'’-]+/u);
    const count = (known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;
    return { giver: count(this.known.giver), category: count(this.known.category) };
  }

  /** Whether every name in a text is one of the people that the infobox names. */
  private isKnown(text: string): boolean {
    const { found, unread } = readNames(text, 'any', this.draft.mappings.tables);
    return (
      unread.length === 0 &&
      found.length > 0 &&
      found.every(({ value }) => this.draft.recall(agents).people.has(value))
    );
  }

  /** Whether a text is what the article calls its subject: its title, and what its infobox and its lead name besides. */
  isSubject(text: string): boolean {
    return this.subjectKeys.has(labelKey(text));
  }

  /** Whether a text names an award as its giver's, as before "for" and a category: "Stone Award". */
  namesPrize(text: string): boolean {
    const { name } = readGiver(text);
    const prize = text.slice(name.begin, name.end).replace(/^the\s+/i, '');
    const last = prize.toLowerCase().split(/\s+/).at(-1) ?? '';
    return this.known.prizes.has(last) && /^\p{Lu}/u.test(prize);
  }

  /** Whether a text speaks of somebody who gives awards, or of an award. */
  speaksOfAwards(text: string): boolean {
    const words = text.toLowerCase().split(/[^\p{L}\p{N}\p{M}'’-]+/u);
    return words.some((word) => this.known.giver.has(word) || this.known.prizes.has(word));
  }

  /** Whether a text is written as the names of recipients are: several words, or a link, or somebody who is known. */
  namesRecipients(text: Text): boolean {
    if (this.isSubject(text.value)) return true;
    const { found, unread } = namesIn(text, 'any', this.draft.mappings.tables);
    return (
      unread.length === 0 &&
      found.length > 0 &&
      found.every(({ value }) => {
        const { isKnownPerson, giverWords, categoryWords, isDate, isResult } = this.contentOf(value);
        const isPlain = giverWords + categoryWords === 0 && !isDate && !isResult && /\s/.test(value);
        return (
          isKnownPerson || isPlain || text.links?.some(({ end, begin }) => end - begin === text.value.length)
        );
      })
    );
  }

  /** What stands before those who are given an award. */
  get shared(): RegExp {
    return this.known.shared;
  }

  /** Whether a text names the best of something. */
  isSuperlative(text: string): boolean {
    return this.contentOf(text).isSuperlative;
  }

  /** Whether a text says how it came out, with an outcome or without one: "Won", "2nd place". */
  isResult(text: string): boolean {
    return this.outcome(text) !== undefined || otherResult.test(text);
  }

  /** A heading as what stands before the words that announce awards, and these; null where it has none of them, or only them. */
  splitHeading(text: string): { readonly head: string | null; readonly tail: readonly string[] } {
    const words = text.split(/\s+/);
    const { conjunctions } = this.draft.mappings.tables;
    let size = 0;
    const isOne = (word: string): boolean =>
      this.spec.words.headings.includes(word.toLowerCase()) ||
      (size > 0 && conjunctions.has(word.toLowerCase()));
    while (size < words.length && isOne(words[words.length - 1 - size] as string)) size++;
    const head = words.slice(0, words.length - size).join(' ');
    const isGeneral = head === '' || this.spec.words.general.includes(head.toLowerCase());
    return { head: isGeneral ? null : head, tail: words.slice(words.length - size) };
  }

  /** Whether a heading announces awards: "Awards won", "Stone Awards and nominations". */
  announces(text: string): boolean {
    const { tail } = this.splitHeading(text);
    return (
      tail.length > 0 || this.words.openings.includes(/^[\p{L}\p{N}]*/u.exec(text.toLowerCase())?.[0] ?? '')
    );
  }

  /** Whether a heading names a giver of awards, such as "Academy Awards", with or without its number and year. */
  namesGiver(whole: string): boolean {
    const { name } = readGiver(whole);
    const text = whole.slice(name.begin, name.end);
    // "Awards" heads the section.
    if (this.draft.kind?.sections.has(labelKey(text))) return false;
    const { giver, category } = this.countWords(text);
    const lower = text.toLowerCase();
    const last = lower.split(/\s+/).at(-1) ?? '';
    const isHeaded =
      this.known.giver.has(last) &&
      !this.spec.words.superlatives.some((word) => lower.startsWith(`${word} `));
    return (
      giver > 0 && (category < giver || isHeaded) && isName(text, 'organisation', this.draft.mappings.tables)
    );
  }
}

/** Footnote marks and what stands in parentheses do not change a result. */
function withoutNotes(text: string): string {
  return text.replace(/\[[^[\]]*\]|\([^()]*\)/g, '').trim();
}

/** What a kind says, or its class. */
function subjectOf({ kind, mappings }: Draft, spec: RecognitionsFile): AwardCells['subject'] {
  if (!kind || kind.recognised) return kind?.recognised ?? null;
  const is = (role: 'work' | 'recipient'): boolean =>
    spec.subjects[role].some((curie) => expandCurie(curie, mappings.prefixes)?.equals(kind.class));
  return is('work') ? 'work' : is('recipient') ? 'recipient' : null;
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

/**
 * "34th Golden Horse Awards", or "Golden Horse Awards (34th)", is the 34th edition of the Golden Horse Awards. What else stands
 * in parentheses behind the name is no part of it.
 */
export function readGiver(text: string): GiverName {
  const ordinal =
    /^(?:the\s+)?(\d+)(?:st|nd|rd|th)\s+(?:annual\s+)?(?=\p{L})/iu.exec(text) ??
    /(?<=\p{L})\s+\((\d+)(?:st|nd|rd|th)\)$/u.exec(text);
  const isBefore = ordinal?.index === 0;
  const yearBefore = isBefore ? null : /^(\d{4})\s+(?=\p{Lu})/u.exec(text);
  const yearBehind = /(?<=\p{L})\s+\(?(\d{4})\)?$/u.exec(text);
  const note = ordinal && !isBefore ? ordinal : /(?<=\p{L})\s+\([^()\d]+\)$/u.exec(text);
  const begin = ((isBefore ? ordinal : null) ?? yearBefore)?.[0].length ?? 0;
  const name = { begin, end: (yearBehind && !yearBefore ? yearBehind : note)?.index ?? text.length };
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
